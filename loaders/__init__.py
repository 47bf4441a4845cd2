"""News articles from files, folders, addresses and standard input.

>>> import io
>>> [article] = load(["-"], stdin=io.BytesIO(b"Panzer an Kiew\\nBerlin hat 18 Panzer an Kiew geliefert."))
>>> article.title, article.language
('Panzer an Kiew', 'de')
"""

from loaders.load import load
from loaders.model import LIMIT, Document, Format, Skipped
from loaders.sources import Source, expand

__all__ = ["LIMIT", "Document", "Format", "Skipped", "Source", "expand", "load"]
