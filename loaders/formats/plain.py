"""Plain text: what is left when a news page is copied and pasted; also with front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.errors import InputError
from graph.model import Article
from loaders.decode import Undecodable, decode
from loaders.imprint import read_imprint
from loaders.model import Document, Format, Skipped, make_article

_ADDRESSES = re.compile(r"https?://\S+(?:\s+https?://\S+)*+", re.IGNORECASE)


def _read(document: Document) -> Iterator[Article | Skipped]:
    data = document.read()
    if not data:
        raise InputError(document.source, "empty file")
    try:
        text = decode(data, document.charset)
    except Undecodable as error:
        raise InputError(document.source, str(error)) from error
    if not text.strip():
        raise InputError(document.source, "nothing but blanks in it")
    if _ADDRESSES.fullmatch(text.strip()):
        raise InputError(document.source, "holds nothing but addresses: name these as inputs")
    imprint = read_imprint(text, document.url, document.name)
    if not text[imprint.body_start :].strip():
        raise InputError(document.source, "front matter without a text behind it")
    yield make_article(
        text,
        path=document.path,
        url=imprint.url,
        title=imprint.title,
        publisher=imprint.publisher,
        published=imprint.published,
        language=imprint.language,
        body_start=imprint.body_start,
    )


FORMAT = Format(
    name="plain text",
    suffixes=(".txt", ".md", ".markdown", ".text"),
    sniff=lambda head: True,
    read=_read,
    mime=("text/plain", "text/markdown"),
    rank=100,
)
