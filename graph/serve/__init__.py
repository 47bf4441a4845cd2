"""The explorer, served: the page of graph/export/html, which asks this process for what it shows next.

a request --site.py----> is it for us, and does it only read
          --asked.py---> what is asked, within bounds
          --answers.py-> graph.query, and JSON as the page reads it
server.py listens, on this machine alone
"""

from graph.serve.server import Server

__all__ = ["Server"]
