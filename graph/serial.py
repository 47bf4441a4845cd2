"""Articles and assertions as JSON Lines: what `extract` prints and `load` takes back.

An object a line, each with a `type`; every key is always there, null when absent:

    {"type": "article", "id": ..., "path": ..., "url": ..., "title": ..., ...}
    {"type": "assertion", "article": {"id": ..., "path": ...}, "relation": ..., ...}

An article's text is not part of its line, so an article read from one has an empty text.
Reading is strict: a line that says something else than what is expected here is refused with
its number and the reason, and never half read.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from graph import typed_lines
from graph.errors import InputError
from graph.model import (
    ACTOR_KINDS,
    ITEM_KINDS,
    MODALITIES,
    PLACE_KINDS,
    QUALIFIERS,
    RELATIONS,
    ROLES,
    Article,
    Assertion,
    EntityRef,
    Modality,
    Qualifier,
    Relation,
)

ARTICLE_KEYS = ("type", "id", "path", "url", "title", "publisher", "published", "language", "content_hash")
ASSERTION_KEYS = (
    "type",
    "article",
    "relation",
    *ROLES,
    "attributed_to",
    "quantity",
    "quantity_max",
    "quantity_qualifier",
    "unit",
    "when",
    "modality",
    "evidence",
    "start",
    "end",
    "confidence",
    "extractor",
)
_ARTICLE, _ASSERTION = frozenset(ARTICLE_KEYS), frozenset(ASSERTION_KEYS)
_ENTITY = frozenset(("id", "name", "kind"))
_KINDS = (*ACTOR_KINDS, *ITEM_KINDS, *PLACE_KINDS)
_EXACT_INTEGERS = 2.0**53  # beyond it a float no longer tells neighbouring integers apart


class _Wrong(Exception):
    """What is wrong with a line; `loads` adds where."""


def article_object(article: Article) -> dict[str, Any]:
    """The article's line as an object (without its text)."""
    return {"type": "article", **{key: getattr(article, key) for key in ARTICLE_KEYS[1:]}}


def assertion_object(assertion: Assertion) -> dict[str, Any]:
    """The assertion's line as an object; its own id follows from the content and is left out."""
    values: dict[str, Any] = {
        "type": "assertion",
        "article": {"id": assertion.article, "path": assertion.article_path},
    }
    for key in ASSERTION_KEYS[2:]:
        value = getattr(assertion, key)
        if isinstance(value, EntityRef):
            value = {"id": value.id, "name": value.name, "kind": value.kind}
        elif key in ("quantity", "quantity_max"):
            value = _plain_number(value)
        values[key] = value
    return values


def dumps(value: Article | Assertion) -> str:
    """One line, without its line end.

    >>> print(dumps(Article(id="a1", text="Über Züge", content_hash="c0", title="Züge"))[:60])
    {"type": "article", "id": "a1", "path": null, "url": null, "
    """
    values = article_object(value) if isinstance(value, Article) else assertion_object(value)
    line = json.dumps(values, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate from a broken input cannot be written as UTF-8
        return json.dumps(values)
    return line


def read(lines: Iterable[str], source: str = "-") -> Iterator[Article | Assertion]:
    """Articles and assertions from lines that `dumps` made; blank lines are passed over.

    Raises:
        InputError: a line is not such an object; says which line and what is wrong.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield loads(line, source, number)


def loads(line: str | bytes, source: str = "-", number: int = 1) -> Article | Assertion:
    """The article or assertion of one line; `source` and `number` say in errors where it stands.

    Raises:
        InputError: the line is not such an object; says what is wrong.
    """
    value = typed_lines.loads(line)
    if value is not None:
        return value
    try:
        values = _parsed(line)
        match values.get("type"):
            case "article":
                return _article(values)
            case "assertion":
                return _assertion(values)
            case None:
                raise _Wrong("no 'type' (article or assertion)")
            case other:
                raise _Wrong(f"type is {other!r}, not article or assertion")
    except _Wrong as wrong:
        raise InputError(source, f"line {number}: {wrong}") from None


def _parsed(line: str | bytes) -> Mapping[str, Any]:
    try:
        text = line if isinstance(line, str) else line.decode("utf-8")
    except UnicodeDecodeError:
        raise _Wrong("not UTF-8") from None
    try:
        values = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "a value is too large"
        raise _Wrong(f"not JSON ({reason})") from None
    if not isinstance(values, dict):
        raise _Wrong("not a JSON object")
    return values


def _article(values: Mapping[str, Any]) -> Article:
    _no_others(values, _ARTICLE)
    optional = {key: _text_or_none(values, key) for key in ARTICLE_KEYS[2:-1]}
    return Article(id=_text(values, "id"), text="", content_hash=_text(values, "content_hash"), **optional)


def _assertion(values: Mapping[str, Any]) -> Assertion:
    _no_others(values, _ASSERTION)
    article = values.get("article")
    if not isinstance(article, dict):
        raise _Wrong("'article' is not an object with id and path")
    evidence, start, end = _text(values, "evidence"), _whole(values, "start"), _whole(values, "end")
    if end - start != len(evidence):
        raise _Wrong(f"start {start} and end {end} do not fit an evidence of {len(evidence)} characters")
    quantity, most = _number(values, "quantity"), _number(values, "quantity_max")
    if most is not None and (quantity is None or most < quantity):
        raise _Wrong(f"quantity_max {most:g} without a quantity below it")
    confidence = _number(values, "confidence")
    if confidence is not None and confidence > 1:
        raise _Wrong(f"confidence {confidence:g} is not between 0 and 1")
    qualifier = None
    if values.get("quantity_qualifier") is not None:
        qualifier = cast(Qualifier, _one_of(values, "quantity_qualifier", QUALIFIERS))
    return Assertion(
        article=_text(article, "id"),
        article_path=_text_or_none(article, "path"),
        relation=cast(Relation, _one_of(values, "relation", RELATIONS)),
        modality=cast(Modality, _one_of(values, "modality", MODALITIES)),
        evidence=evidence,
        start=start,
        end=end,
        quantity=quantity,
        quantity_max=most,
        quantity_qualifier=qualifier,
        unit=_text_or_none(values, "unit"),
        when=_text_or_none(values, "when"),
        confidence=typed_lines.USUAL_CONFIDENCE if confidence is None else confidence,
        extractor=_text(values, "extractor"),
        subject=_entity(values, "subject"),
        object=_entity(values, "object"),
        recipient=_entity(values, "recipient"),
        place=_entity(values, "place"),
        attributed_to=_entity(values, "attributed_to"),
    )


def _entity(values: Mapping[str, Any], role: str) -> EntityRef | None:
    entity = values.get(role)
    if entity is None:
        return None
    if not isinstance(entity, dict):
        raise _Wrong(f"'{role}' is not an object with id, name and kind")
    try:
        _no_others(entity, _ENTITY)
        ref = EntityRef(_text(entity, "id"), _text(entity, "name"), _one_of(entity, "kind", _KINDS))
    except _Wrong as wrong:
        raise _Wrong(f"in '{role}': {wrong}") from None
    if role == "attributed_to" and ref.label != "Actor":
        raise _Wrong(f"'attributed_to' is a {ref.kind}; only an actor can be a source")
    return ref


def _no_others(values: Mapping[str, Any], allowed: frozenset[str]) -> None:
    if not values.keys() <= allowed:
        raise _Wrong(f"unknown key {next(key for key in values if key not in allowed)!r}")


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _Wrong(f"'{key}' is missing or not a text")
    return value


def _text_or_none(values: Mapping[str, Any], key: str) -> str | None:
    value = values.get(key)
    if value is None or isinstance(value, str):
        return value
    raise _Wrong(f"'{key}' is neither a text nor null")


def _one_of(values: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> str:
    value = _text(values, key)
    if value not in allowed:
        raise _Wrong(f"'{key}' is {value!r}, not one of {', '.join(allowed)}")
    return value


def _whole(values: Mapping[str, Any], key: str) -> int:
    value = values.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _Wrong(f"'{key}' is not a whole number from 0")
    return value


def _number(values: Mapping[str, Any], key: str) -> float | None:
    value = values.get(key)
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _Wrong(f"'{key}' is not a number")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number) or number < 0:
        raise _Wrong(f"'{key}' is not a finite number from 0")
    return number


def _plain_number(value: float | None) -> float | int | None:
    """120 rather than 120.0: quantities are mostly counts."""
    if value is not None and abs(value) < _EXACT_INTEGERS and float(value).is_integer():
        return int(value)
    return value
