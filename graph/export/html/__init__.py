"""The interactive page: one HTML file that needs nothing but a browser.

    claims, evidence --data.py-----> JSON that no text can break out of (layout.py, look.py, texts.py,
                                     outline.py for the map)
                     --bundle.py---> graph/export/viewer/*.js as one script
                     --build.py----> page.html.j2 with both, and its security policy
                     --notebook.py-> a pyvis network that shows itself as this page (network.py)

>>> page([], {}, title="Nothing yet").startswith("<!doctype html>")
True
"""

from graph.export.html.build import page, write_html
from graph.export.html.notebook import network

__all__ = ["network", "page", "write_html"]
