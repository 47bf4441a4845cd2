"""The interactive page: one HTML file that needs nothing but a browser.

    claims, evidence --network.py--> pyvis network (layout.py, look.py)
                     --data.py-----> JSON that no text can break out of
                     --bundle.py---> viewer/*.js as one script
                     --build.py----> page.html.j2 with all of it, and its security policy

>>> page([], {}, title="Nothing yet").startswith("<!doctype html>")
True
"""

from graph.export.html.build import page, write_html
from graph.export.html.network import network

__all__ = ["network", "page", "write_html"]
