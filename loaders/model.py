"""What loaders hand on, and the few steps that all of them share to make it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from graph.errors import InputError
from graph.model import Article
from graph.model.ids import article_id, content_hash
from loaders.language import detect

LIMIT = 32 * 1024 * 1024
"""Bytes (after unpacking) that one article may have: far more than any article, far less than memory."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input, or a part of one, that gave no article, and why in one line."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Document:
    """An opened input on its way to a format.

    Attributes:
        source: the input as a person would name it ("news/a.txt", "https://...", "-").
        name: decides on the format by its ending ("a.txt"; an ending ".gz" is taken off).
        stream: its bytes, unpacked.
        path: the source where it is a file, else None.
        url: the address it came from, or None.
        charset: the encoding that a web server named, or None.
        limit: bytes that one article may have.
    """

    source: str
    name: str
    stream: BinaryIO
    path: str | None = None
    url: str | None = None
    charset: str | None = None
    limit: int = LIMIT

    def read(self) -> bytes:
        """All bytes.

        Raises:
            InputError: there are more than `limit`.
        """
        data = self.stream.read(self.limit + 1)
        if len(data) > self.limit:
            raise InputError(self.source, f"larger than {megabytes(self.limit)}, too large for one article")
        return data


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that articles come in; each module of loaders.formats defines one as FORMAT.

    Attributes:
        name: for people ("plain text").
        suffixes: endings of file names, lower case with the dot.
        sniff: whether the first bytes (up to 4096) look like this format.
        read: the articles of one document; it may raise InputError.
        mime: content types that web servers give it.
        rank: formats are asked in this order; the one that takes every text comes last.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[Document], Iterator[Article | Skipped]]
    mime: tuple[str, ...] = ()
    rank: int = 50


def make_article(
    text: str,
    *,
    path: str | None = None,
    url: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    language: str | None = None,
    body_start: int = 0,
    id_path: str | None = None,
) -> Article:
    """An article with its ids and its language.

    Args:
        language: what the input claims; the text itself is believed first.
        body_start: offset behind front matter, from which the language is told.
        id_path: the path that identifies the article when nothing better does
            (default: `path`, absolute, so that two files of one name stay two).
    """
    if id_path is None and path is not None:
        id_path = os.path.abspath(path)
    claimed = (language or "").strip().lower().replace("_", "-").split("-")[0]
    return Article(
        id=article_id(
            url=url, publisher=publisher, title=title, published=published, path=id_path, text=text
        ),
        text=text,
        content_hash=content_hash(text),
        path=path,
        url=url,
        title=title,
        publisher=publisher,
        published=published,
        language=detect(text[body_start:]) or (claimed if re.fullmatch(r"[a-z]{2}", claimed) else None),
    )


def megabytes(size: int) -> str:
    """A size in bytes for people.

    >>> megabytes(32 * 1024 * 1024), megabytes(1000)
    ('32 MB', '1000 bytes')
    """
    return f"{size // (1024 * 1024)} MB" if size >= 1024 * 1024 else f"{size} bytes"
