"""What the page holds, as JSON that no text of an article can break out of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from graph.export.html import look
from graph.export.html.outline import outline
from graph.export.html.places import line, positions_of
from graph.export.html.texts import LANGUAGES, texts
from graph.model import Entity, EntityRef
from graph.query.rows import ClaimRow, EvidenceRow
from graph.store.when import span

DRAWN = 1500  # claims; a picture of more is a hairball, the table and the search have the rest
OVERVIEW = 60  # claims that the first picture shows at most
NARROW = 20  # on a telephone, which is higher than wide
LONGEST_LINE = 400  # characters of a name or a title
LONGEST_QUOTE = 6000

_FLOWS = ("supplies", "supports")  # of equals, what goes from one to another comes first
_SURROGATES = re.compile("[\ud800-\udfff]")
# what could end a script block or a line of JavaScript; \uXXXX means the same inside JSON's strings
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Content:
    """What a page is made of.

    Attributes:
        claims: what can be drawn.
        evidence: claim id -> its assertions.
        entities: what is known of the entities beside their names (aliases, categories, coordinates).
        reliability: publisher's name -> Admiralty letter.
        quoted_only: leave out claims without a quote; False only where no evidence was asked for.
        placed: entity id -> where it stands, in pixels; None: it is laid out.
        counts: entity id -> in how many claims it stands, where that are more than these.
    """

    claims: Sequence[ClaimRow]
    evidence: Mapping[str, Sequence[EvidenceRow]] = field(default_factory=dict)
    entities: Sequence[Entity] = ()
    reliability: Mapping[str, str] = field(default_factory=dict)
    quoted_only: bool = True
    placed: Mapping[str, tuple[int, int]] | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


def to_json(value: object) -> str:
    """JSON for a script block: without <, >, &, line separators and lone surrogates.

    >>> to_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return clean(text).translate(_ESCAPES)


def clean(text: str) -> str:
    """The text with lone surrogates, which no encoding can hold, replaced.

    >>> clean("a" + chr(0xD800))
    'a\ufffd'
    """
    return _SURROGATES.sub("\ufffd", text)


def clip(text: str, length: int = LONGEST_LINE) -> str:
    """At most `length` characters, with an ellipsis where something was left out.

    >>> clip("abcdef", 4)
    'abc…'
    """
    return text if len(text) <= length else text[: length - 1] + "…"


def web_address(url: str | None) -> str | None:
    """The address where it is http or https with a host, else None.

    >>> web_address("https://a.example/x"), web_address("javascript:alert(1)")
    ('https://a.example/x', None)
    """
    if not url or len(url) > 4000:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else None


def in_order(claims: Iterable[ClaimRow]) -> list[ClaimRow]:
    """The best attested first; the order does not depend on the order that they came in."""
    return sorted(claims, key=lambda c: (-c.origins, -c.assertions, c.relation not in _FLOWS, c.claim))


def payload(
    content: Content, *, title: str, lang: str | None, served: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """All that the viewer reads, as plain JSON values; claims that no quote backs are left out.

    `served`: what is told of the whole store, where the page asks a server for more, as for the
    map's outline.
    """
    part, rows = _part(content, beside=served is not None)
    return {
        "title": clip(title),
        "lang": lang,
        "texts": {language: texts(language) for language in LANGUAGES},
        "look": {
            "kinds": look.KIND_COLOURS,
            "relations": look.RELATION_COLOURS,
            "arrows": look.RELATION_ARROWS,
            "dashes": look.MODALITY_DASHES,
            "unknown": look.UNKNOWN_COLOUR,
        },
        "served": served,
        **part,
        "places": places(rows) if content.placed is None else [_tier(DRAWN, content.placed)],
    } | ({"outline": outline()} if served is None and any("at" in one for one in part["entities"]) else {})


def more(content: Content) -> dict[str, Any]:
    """What comes into a page later: the same without what the page has from the beginning.

    Entities are there even where no claim names them; positions where `placed` has them.
    """
    part, rows = _part(content, beside=True)
    placed = [] if content.placed is None else [_tier(len(rows), content.placed)]
    return part | {"places": placed}


def _part(content: Content, *, beside: bool) -> tuple[dict[str, Any], list[ClaimRow]]:
    """The claims with what belongs to them; `beside`: with entities that stand in none of them."""
    quoted = {key: [i for i in items if i.quote.strip()] for key, items in content.evidence.items()}
    rows = in_order(row for row in content.claims if not content.quoted_only or quoted.get(row.claim))
    known = {entity.id: entity for entity in content.entities}
    entities: dict[str, EntityRef] = {key: entity.ref for key, entity in known.items() if beside}
    articles: dict[str, dict[str, Any]] = {}
    quotes: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        for _, role in row.roles:
            entities.setdefault(role.id, role)
        found = sorted(quoted.get(row.claim, ()), key=_by_date)
        quotes[row.claim] = [_assertion(item) for item in found]
        for item in found:
            articles.setdefault(item.article, _article(item, content.reliability))
    part = {
        "unquoted": len(content.claims) - len(rows),
        "entities": [
            _entity(ref, known.get(key), content.counts.get(key)) for key, ref in sorted(entities.items())
        ],
        "articles": [{"id": key, **value} for key, value in sorted(articles.items())],
        "claims": [_claim(row) for row in rows],
        "evidence": [{"claim": key, "items": value} for key, value in sorted(quotes.items()) if value],
    }
    return part, rows


def places(rows: Sequence[ClaimRow]) -> list[dict[str, Any]]:
    """Positions, [id, x, y], of the strongest claims' entities: for a telephone, a screen, and at most.

    Several, for the few stand well by themselves, and far apart where a thousand others need room.
    """
    narrow = _tier(NARROW, positions_of(rows[:NARROW], upright=True))
    tiers = [OVERVIEW, DRAWN] if len(rows) > OVERVIEW else [OVERVIEW]
    return [narrow, *(_tier(tier, positions_of(rows[:tier])) for tier in tiers)]


def _tier(claims: int, placed: Mapping[str, tuple[int, int]]) -> dict[str, Any]:
    return {"claims": claims, "at": [[key, x, y] for key, (x, y) in sorted(placed.items())]}


def _entity(ref: EntityRef, entity: Entity | None, claims: int | None) -> dict[str, Any]:
    value: dict[str, Any] = {"id": ref.id, "name": clip(ref.name), "kind": ref.kind}
    if claims is not None:
        value["claims"] = claims
    if entity is not None:
        optional = {
            "aliases": sorted({clip(alias.text) for alias in entity.aliases}),
            "category": entity.category,
            "parents": list(entity.kind_of or entity.part_of),
            "at": _at(entity),
        }
        value |= {key: item for key, item in optional.items() if item}
    return value


def _at(entity: Entity) -> list[float] | None:
    """Latitude and longitude in degrees; None where there is none, or one that is on no globe."""
    if entity.lat is None or entity.lon is None or not (abs(entity.lat) <= 90 and abs(entity.lon) <= 180):
        return None
    return [entity.lat, entity.lon]


def _by_date(item: EvidenceRow) -> tuple[str, str, int, str]:
    return (item.published or "9999", item.article, item.start, item.assertion)


def _id(ref: EntityRef | None) -> str | None:
    return ref.id if ref else None


def _claim(row: ClaimRow) -> dict[str, Any]:
    return {
        "id": row.claim,
        "relation": row.relation,
        "subject": _id(row.subject),
        "object": _id(row.object),
        "recipient": _id(row.recipient),
        "place": _id(row.place),
        "line": line(row),
        "origins": row.origins,
        "assertions": row.assertions,
        "modalities": [list(pair) for pair in row.modalities],
        "quantities": [clip(text) for text in row.quantities],
        "when": [clip(text) for text in row.when],
        "first": row.first_reported,
        "last": row.last_reported,
        "speakers": [clip(name) for name in row.speakers],
    }


def _assertion(item: EvidenceRow) -> dict[str, Any]:
    return {
        "modality": item.modality,
        "quantity": item.quantity,
        "quantityMax": item.quantity_max,
        "qualifier": item.quantity_qualifier,
        "unit": clip(item.unit) if item.unit else None,
        "when": clip(item.when) if item.when else None,
        "days": _days(item),
        "quote": clip(item.quote, LONGEST_QUOTE),
        "speaker": clip(item.speaker.name) if item.speaker else None,
        "origin": clip(item.origin),
        "originName": clip(item.origin_name or item.title or "") or None,
        "article": item.article,
    }


def _days(item: EvidenceRow) -> list[str | None] | None:
    """First and last day of the time that is said, else of publication; None where neither is known."""
    for time in (item.when, item.published):
        days = span(time)
        if any(days):
            return list(days)
    return None


def _article(item: EvidenceRow, reliability: Mapping[str, str]) -> dict[str, Any]:
    return {
        "title": clip(item.title) if item.title else None,
        "publisher": clip(item.publisher) if item.publisher else None,
        "grade": reliability.get(item.publisher or ""),
        "published": item.published,
        "url": web_address(item.url),
        # the file's name only: the page is handed on, and folders tell who made it
        "file": clip(PurePath(item.path.replace("\\", "/")).name) if item.path else None,
    }
