"""Inputs to articles: each opened, its format told, read, and what fails said in one line."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from graph.errors import InputError
from graph.model import Article
from loaders import web
from loaders.formats import choose, is_known
from loaders.model import LIMIT, Document, Skipped
from loaders.sources import Source, expand, system_reason

_HEAD = 4096


def load(
    sources: Iterable[str | Source | Skipped],
    *,
    strict: bool = False,
    limit: int = LIMIT,
    fetch: web.Fetch | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Skipped]:
    """The articles of files, folders, http(s) addresses and standard input ("-"), one at a time.

    What cannot be read becomes a Skipped with the reason, and the rest goes on. An
    input that is named twice is read once.

    Args:
        sources: as a person names them, or what `expand` made of that.
        strict: raise InputError at the first input that cannot be read.
        limit: bytes that one article may have.
        fetch: gives the page at an address (default: loaders.web.fetch).
        stdin: what "-" reads (default: the standard input).

    Raises:
        InputError: only if `strict`.

    Example:
        for item in load(["news/", "https://news.example/a.html"]):
            print(item.reason if isinstance(item, Skipped) else item.title)
    """
    fetch = fetch or partial(web.fetch, limit=limit)
    for source in expand(sources):
        items = iter([source]) if isinstance(source, Skipped) else _read(source, limit, fetch, stdin)
        for item in items:
            if strict and isinstance(item, Skipped):
                raise InputError(item.source, item.reason)
            yield item


def _read(
    source: Source, limit: int, fetch: web.Fetch, stdin: BinaryIO | None
) -> Iterator[Article | Skipped]:
    if source.listed and not is_known(source.name):
        yield Skipped(source.name, "no file format of articles")
        return
    try:
        if source.kind == "web":
            page = fetch(source.name)
            name = urlsplit(page.url).path
            raw = cast(BinaryIO, io.BytesIO(page.body))
            document = Document(source.name, name, raw, url=page.url, charset=page.charset, limit=limit)
            yield from _unpacked(document, page.content_type)
        elif source.kind == "stdin":
            yield from _unpacked(Document("-", "-", stdin or sys.stdin.buffer, limit=limit), "")
        else:
            with open(source.name, "rb") as raw:
                document = Document(
                    source.name, os.path.basename(source.name), raw, path=source.name, limit=limit
                )
                yield from _unpacked(document, "")
    except InputError as error:
        yield Skipped(error.source, error.reason)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Skipped(source.name, f"broken gzip file ({str(error).rstrip('.').lower()})")
    except OSError as error:
        yield Skipped(source.name, system_reason(error))


def _unpacked(document: Document, content_type: str) -> Iterator[Article | Skipped]:
    """The articles of a document that may be gzipped, read by the format that fits."""
    packed = io.BufferedReader(cast(io.RawIOBase, document.stream), _HEAD)
    is_gzip = packed.peek(2)[:2] == b"\x1f\x8b"
    name = document.name
    if name.lower().endswith(".gz"):
        name = name[:-3]
        if not is_gzip and packed.peek(1):
            packed.detach()
            raise InputError(document.source, "broken gzip file (it does not begin as one)")
    stream: BinaryIO = packed
    opened: AbstractContextManager[object] = nullcontext()
    if is_gzip:
        unzipped = gzip.GzipFile(fileobj=packed)
        stream = opened = io.BufferedReader(cast(io.RawIOBase, unzipped), _HEAD)
        content_type = ""
    with opened:
        head = cast(io.BufferedReader, stream).peek(_HEAD)[:_HEAD]
        inner = Document(
            document.source, name, stream, document.path, document.url, document.charset, document.limit
        )
        yield from choose(name, head, content_type).read(inner)
    packed.detach()  # else its end would close standard input, which is not ours
