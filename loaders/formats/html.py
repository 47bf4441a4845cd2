"""HTML pages: trafilatura finds the article in them, htmldate its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from graph.errors import InputError
from graph.model import Article
from loaders import dates, publishers
from loaders.decode import Undecodable, decode
from loaders.imprint import read_imprint
from loaders.model import Document, Format, Skipped, make_article

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml[^>]*\?>")


def _read(document: Document) -> Iterator[Article | Skipped]:
    data = document.read()
    if not data.strip():
        raise InputError(document.source, "empty file")
    named = _CHARSET.search(data[:4096])
    try:
        page = decode(data, document.charset or (named[1].decode("ascii") if named else None))
    except Undecodable as error:
        raise InputError(document.source, str(error)) from error
    found = _extract(document, _XML.sub("", page, count=1))
    title = _one_line(found.title)
    text = _with_title(found.text or "", title)
    url = _address(found.url) or document.url
    own = read_imprint(text, url)
    site = _one_line((found.sitename or "").lstrip("@"))
    yield make_article(
        text,
        path=document.path,
        url=url,
        title=title or own.title,
        publisher=publishers.known_at(url) or (publishers.name_for(site) if site else own.publisher),
        published=dates.parse(found.date) or own.published,
        language=found.language,
    )


def _extract(document: Document, page: str) -> Any:
    """trafilatura's view of the page, with the date that the page's own markup gives."""
    # Imported here: together they take most of a second to load.
    from htmldate import find_date  # noqa: PLC0415
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # noqa: PLC0415
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415

    try:
        tree = load_html(page)
        if tree is None:
            raise InputError(document.source, "no article text found in the page")
        # Only the markup's dates: the extensive search would take any date of the text.
        date = find_date(tree, extensive_search=False, original_date=True, url=document.url)
        found = bare_extraction(
            tree, url=document.url, include_comments=False, with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )  # fmt: skip
    except (LxmlError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise InputError(document.source, f"HTML that cannot be read ({type(error).__name__})") from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise InputError(document.source, "no article text found in the page")
    found.date = date
    return found


def _with_title(text: str, title: str | None) -> str:
    """The extracted text under its headline, which trafilatura keeps apart though it says something too."""
    first = text.lstrip().split("\n", 1)[0].strip()
    return f"{title}\n\n{text}" if title and title not in (first, first.lstrip("# ")) else text


def _one_line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


FORMAT = Format(
    name="HTML",
    suffixes=(".html", ".htm", ".xhtml"),
    sniff=lambda head: _HTML.match(head) is not None,
    read=_read,
    mime=("text/html", "application/xhtml+xml"),
)
