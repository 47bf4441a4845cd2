"""Reads back what `extract` printed: articles, each with all of its assertions."""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from io import BufferedReader
from typing import BinaryIO, cast

from graph import serial
from graph.errors import InputError
from graph.model import Article, Assertion

LIMIT = 32 * 1024 * 1024
"""Bytes that a line may have."""
_HEAD = 64 * 1024  # bytes in which the first line's type must stand
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article (without its text) and all that was found in it."""

    article: Article
    assertions: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """An article, or lines that belong to none, that could not be read, and why."""

    source: str
    reason: str


def is_extracted(source: str, stdin: BinaryIO | None = None) -> bool:
    """Whether a file, or standard input ("-"), holds what `extract` prints. Nothing of it is used up.

    `stdin` must be one that can be peeked into, as `sys.stdin.buffer` can.
    """
    if source == "-":
        return _begins_so(_unpacked(cast(BufferedReader, stdin or sys.stdin.buffer).peek(_HEAD)))
    if not os.path.isfile(source):
        return False
    try:
        with open(source, "rb") as raw:
            return _begins_so(_unpacked(raw.read(_HEAD)))
    except OSError:
        return False  # the loaders will say what is wrong with it


def read(source: str, stdin: BinaryIO | None = None) -> Iterator[Extracted | Refused]:
    """The articles of a file, or of standard input ("-"), one at a time.

    An article of which one line is wrong is refused whole: written by halves it would
    replace what the store has of it.
    """
    try:
        if source == "-":
            yield from _all(source, stdin or sys.stdin.buffer)
        else:
            with open(source, "rb") as raw:
                yield from _all(source, raw)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Refused(source, f"cannot be read: {reason.lower()}")


def _all(source: str, raw: BinaryIO) -> Iterator[Extracted | Refused]:
    with _unzipped(raw) as stream:
        yield from _groups(source, _lines(source, stream))


def _begins_so(head: bytes) -> bool:
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        # A line longer than the head: `extract` writes the type first.
        return line.startswith((b'{"type": "article", "id"', b'{"type": "assertion", "article"'))
    if not isinstance(values, dict):
        return False
    # An article that brings its text is one to read.
    return values.get("type") == "assertion" or (values.get("type") == "article" and "text" not in values)


def _unpacked(head: bytes) -> bytes:
    """The first bytes of what may be gzipped, from its own first bytes."""
    if not head.startswith(_GZIP):
        return head
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _HEAD)
    except zlib.error:
        return b""  # the loaders will say what is wrong with it


def _unzipped(raw: BinaryIO) -> AbstractContextManager[BinaryIO]:
    if cast(BufferedReader, raw).peek(2)[:2] == _GZIP:
        return cast(AbstractContextManager[BinaryIO], gzip.GzipFile(fileobj=raw))
    return nullcontext(raw)


def _lines(source: str, stream: BinaryIO) -> Iterator[Article | Assertion | InputError]:
    """The value of each line, or what is wrong with it."""
    number = 0
    while line := stream.readline(LIMIT):
        number += 1
        if len(line) == LIMIT:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LIMIT)
            yield InputError(source, f"line {number}: longer than any assertion")
        elif line.strip():
            try:
                yield serial.loads(line, source, number)
            except InputError as error:
                yield error


def _groups(source: str, lines: Iterator[Article | Assertion | InputError]) -> Iterator[Extracted | Refused]:
    article: Article | None = None
    assertions: list[Assertion] = []
    wrong: list[str] = []
    for value in lines:
        if isinstance(value, Article):
            yield from _finished(source, article, assertions, wrong)
            article, assertions, wrong = value, [], []
        elif isinstance(value, InputError):
            wrong.append(value.reason)
        elif article is None or value.article != article.id:
            wrong.append(f"an assertion of article {value.article}, whose line does not stand before it")
        else:
            assertions.append(value)
    yield from _finished(source, article, assertions, wrong)


def _finished(
    source: str, article: Article | None, assertions: list[Assertion], wrong: list[str]
) -> Iterator[Extracted | Refused]:
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        which = f"{source}: {article.path or article.url or article.id}" if article else source
        yield Refused(which, f"{wrong[0]}{more}")
    elif article is not None:
        yield Extracted(article, tuple(assertions))
