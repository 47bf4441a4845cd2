"""Lines of articles and assertions decoded straight into typed values, several times faster than by way of
plain objects.

Only lines that are right in every way: of any other nothing is said here, `graph.serial` tells what is wrong.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

import msgspec

from graph.model import (
    ACTOR_KINDS,
    ITEM_KINDS,
    PLACE_KINDS,
    Article,
    Assertion,
    EntityRef,
    Modality,
    Qualifier,
    Relation,
)

KINDS = frozenset((*ACTOR_KINDS, *ITEM_KINDS, *PLACE_KINDS))
USUAL_CONFIDENCE = 0.5  # of a line that does not say it
_ENTITIES = 20_000  # that are remembered: most are named again and again
_Whole = Annotated[int, msgspec.Meta(ge=0)]
_Number = Annotated[float, msgspec.Meta(ge=0)]
_Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class _Entity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: str
    kind: str


class _Source(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    path: str | None = None


class _Article(msgspec.Struct, tag_field="type", tag="article", forbid_unknown_fields=True):
    id: str
    content_hash: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


class _Assertion(msgspec.Struct, tag_field="type", tag="assertion", forbid_unknown_fields=True):
    article: _Source
    relation: Relation
    modality: Modality
    evidence: str
    start: _Whole
    end: _Whole
    extractor: str
    subject: _Entity | None = None
    object: _Entity | None = None
    recipient: _Entity | None = None
    place: _Entity | None = None
    attributed_to: _Entity | None = None
    quantity: _Number | None = None
    quantity_max: _Number | None = None
    quantity_qualifier: Qualifier | None = None
    unit: str | None = None
    when: str | None = None
    confidence: _Share | None = None


_decode = msgspec.json.Decoder(_Article | _Assertion).decode


class _Doubtful(Exception):
    """A line that must be looked at more closely."""


def loads(line: str | bytes) -> Article | Assertion | None:
    """The article or assertion of one line; None where that is not plain, and perhaps not right.

    >>> loads('{"type": "article", "id": "a1", "content_hash": "c0"}').id
    'a1'
    >>> loads('{"type": "article", "id": "a1"}') is None
    True
    """
    try:
        values = _decode(line)
        return _article(values) if isinstance(values, _Article) else _assertion(values)
    except (ValueError, RecursionError, _Doubtful):
        return None


def _article(values: _Article) -> Article:
    return Article(
        id=_text(values.id),
        text="",
        content_hash=_text(values.content_hash),
        path=values.path,
        url=values.url,
        title=values.title,
        publisher=values.publisher,
        published=values.published,
        language=values.language,
    )


def _assertion(values: _Assertion) -> Assertion:
    start, end, evidence = values.start, values.end, _text(values.evidence)
    least, most = values.quantity, values.quantity_max
    subject, object_, recipient = values.subject, values.object, values.recipient
    place, speaker = values.place, values.attributed_to
    if end - start != len(evidence) or (most is not None and (least is None or most < least)):
        raise _Doubtful
    if speaker is not None and speaker.kind not in ACTOR_KINDS:
        raise _Doubtful
    return Assertion(  # by position: a third faster
        _text(values.article.id),
        values.relation,
        values.modality,
        evidence,
        start,
        end,
        "",
        values.article.path,
        None if subject is None else _ref(subject),
        None if object_ is None else _ref(object_),
        None if recipient is None else _ref(recipient),
        None if place is None else _ref(place),
        None if speaker is None else _ref(speaker),
        least,
        most,
        values.quantity_qualifier,
        values.unit,
        values.when,
        USUAL_CONFIDENCE if values.confidence is None else values.confidence,
        _text(values.extractor),
    )


@lru_cache(_ENTITIES)
def _ref(entity: _Entity) -> EntityRef:
    if entity.kind not in KINDS:
        raise _Doubtful
    return EntityRef(_text(entity.id), _text(entity.name), entity.kind)


def _text(value: str) -> str:
    if not value.strip():
        raise _Doubtful
    return value
