"""JSON Lines: an object a line with `text` and what is known of it; also one JSON file of such objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from graph.errors import InputError
from graph.model import Article
from loaders import dates, publishers
from loaders.decode import Undecodable, decode
from loaders.frontmatter import pick
from loaders.imprint import read_imprint
from loaders.model import Document, Format, Skipped, make_article, megabytes

_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"\w+"\s*:')


def _read(document: Document) -> Iterator[Article | Skipped]:
    if document.name.lower().endswith(".json"):
        records: Iterator[tuple[str, object] | Skipped] = _whole(document)
    else:
        records = _lines(document)
    results, none = 0, True
    for record in records:
        none = False
        if isinstance(record, Skipped):
            yield record
            continue
        place, value = record
        if isinstance(value, dict) and value.get("type") == "assertion":
            results += 1
            continue
        yield _article(document, place, value)
    if results:
        yield Skipped(
            document.source, f"{results} line{'s hold' if results > 1 else ' holds'} assertions, not articles"
        )
    if none:
        raise InputError(document.source, "empty file")


def _lines(document: Document) -> Iterator[tuple[str, object] | Skipped]:
    """The values of the lines with a name for each place; a line may have `limit` bytes."""
    number = 0
    first = document.stream.readline(document.limit + 1)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from _wide_lines(document, first)
        return
    line = first.removeprefix(b"\xef\xbb\xbf")
    while line:
        number += 1
        place = f"{document.source}:{number}"
        if len(line) > document.limit:
            while line and not line.endswith(b"\n"):
                line = document.stream.readline(1 << 20)
            yield Skipped(place, f"a line larger than {megabytes(document.limit)}")
        elif line.strip():
            yield _value(place, line)
        line = document.stream.readline(document.limit + 1)


def _wide_lines(document: Document, first: bytes) -> Iterator[tuple[str, object] | Skipped]:
    data = first + document.stream.read(document.limit)
    if len(data) > document.limit:
        raise InputError(document.source, f"UTF-16 and larger than {megabytes(document.limit)}")
    for number, line in enumerate(_decoded(document.source, data).split("\n"), start=1):
        if line.strip():
            yield _value(f"{document.source}:{number}", line.encode("utf-8", "replace"))


def _value(place: str, line: bytes) -> tuple[str, object] | Skipped:
    try:
        return place, json.loads(_decoded(place, line))
    except InputError as error:
        return Skipped(place, error.reason)
    except RecursionError:
        return Skipped(place, "JSON nested too deeply")
    except ValueError as error:
        return Skipped(place, f"broken JSON ({error})")


def _whole(document: Document) -> Iterator[tuple[str, object] | Skipped]:
    text = _decoded(document.source, document.read())
    if not text.strip():
        return
    try:
        value = json.loads(text)
    except RecursionError:
        raise InputError(document.source, "JSON nested too deeply") from None
    except ValueError as error:
        raise InputError(document.source, f"broken JSON ({error})") from error
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    if isinstance(value, list):
        for number, one in enumerate(value, start=1):
            yield f"{document.source}:{number}", one
    else:
        yield document.source, value


def _decoded(place: str, data: bytes) -> str:
    try:
        return decode(data)
    except Undecodable as error:
        raise InputError(place, str(error)) from error


def _article(document: Document, place: str, value: object) -> Article | Skipped:
    if not isinstance(value, Mapping):
        return Skipped(place, "not an object with a text")
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        kind = value.get("type")
        return Skipped(place, f"{'a line of type ' + repr(kind) if kind else 'an object'} without a text")
    if value.get("type") not in (None, "", "article"):
        return Skipped(place, f"a line of type {value['type']!r}, not an article")
    text = _storable(text)
    given = pick({str(k).lower(): _storable(_flat(v)) for k, v in value.items() if _flat(v)})
    own = read_imprint(text, given.get("url") or document.url)
    publisher = given.get("publisher")
    path = value.get("path")
    return make_article(
        text,
        path=path if isinstance(path, str) and path else (place if document.path else None),
        url=given.get("url") or own.url,
        title=given.get("title") or own.title,
        publisher=publishers.name_for(publisher) if publisher else own.publisher,
        published=dates.parse(given.get("published")) or own.published,
        language=given.get("language"),
        body_start=own.body_start,
        id_path="",  # without an imprint the text tells which article it is, not the line it stands in
    )


def _flat(value: object) -> str:
    """A field as text: {"name": "Bote"} and ["Bote"] occur for "Bote"."""
    if isinstance(value, Mapping):
        value = value.get("name")
    elif isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else ""


def _storable(text: str) -> str:
    """Text without halves of surrogate pairs, which JSON can hold and no store can."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


FORMAT = Format(
    name="JSON Lines",
    suffixes=(".jsonl", ".ndjson", ".json"),
    sniff=lambda head: _OBJECT.match(head) is not None,
    read=_read,
    mime=("application/jsonl", "application/x-ndjson", "application/json", "application/jsonlines"),
)
