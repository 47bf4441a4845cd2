"""What the page holds, as JSON that no text of an article can break out of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from graph.export.html import look
from graph.export.html.network import network
from graph.export.html.texts import texts
from graph.model import EntityRef
from graph.query.rows import ClaimRow, EvidenceRow

DRAWN = 1500  # edges; more of them are a hairball, the table and the search have the rest
LONGEST_LINE = 400  # characters of a name or a title
LONGEST_QUOTE = 6000

_SURROGATES = re.compile("[\ud800-\udfff]")
# what could end a script block or a line of JavaScript; \uXXXX means the same inside JSON's strings
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


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
    return sorted(claims, key=lambda claim: (-claim.origins, -claim.assertions, claim.claim))


def payload(
    claims: Iterable[ClaimRow], evidence: Mapping[str, Sequence[EvidenceRow]], *, title: str, lang: str
) -> dict[str, Any]:
    """All that the viewer reads, as plain JSON values."""
    rows = in_order(claims)
    drawn = network(rows[:DRAWN])
    entities: dict[str, EntityRef] = {}
    articles: dict[str, dict[str, Any]] = {}
    quotes: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        for role in (row.subject, row.object, row.recipient, row.place):
            if role is not None:
                entities.setdefault(role.id, role)
        found = sorted(evidence.get(row.claim, ()), key=_by_date)
        quotes[row.claim] = [_assertion(item) for item in found]
        for item in found:
            articles.setdefault(item.article, _article(item))
    return {
        "title": clip(title),
        "lang": lang,
        "texts": texts(lang),
        "look": {
            "kinds": look.KIND_COLOURS,
            "relations": look.RELATION_COLOURS,
            "arrows": look.RELATION_ARROWS,
            "dashes": look.MODALITY_DASHES,
            "unknown": look.UNKNOWN_COLOUR,
        },
        "entities": [
            {"id": key, "name": clip(ref.name), "kind": ref.kind} for key, ref in sorted(entities.items())
        ],
        "articles": [{"id": key, **value} for key, value in sorted(articles.items())],
        "claims": [_claim(row) for row in rows],
        "evidence": [{"claim": key, "items": value} for key, value in sorted(quotes.items()) if value],
        "nodes": [{key: node[key] for key in ("id", "x", "y", "size")} for node in drawn.nodes],
        "edges": [
            {key: edge[key] for key in _EDGE_KEYS if edge.get(key) is not None} for edge in drawn.edges
        ],
    }


_EDGE_KEYS = ("id", "from", "to", "width", "modality", "arrows", "smooth", "selfReference")


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
        "quote": clip(item.quote, LONGEST_QUOTE),
        "speaker": clip(item.speaker.name) if item.speaker else None,
        "origin": clip(item.origin),
        "originName": clip(item.origin_name or item.title or "") or None,
        "article": item.article,
    }


def _article(item: EvidenceRow) -> dict[str, Any]:
    return {
        "title": clip(item.title) if item.title else None,
        "publisher": clip(item.publisher) if item.publisher else None,
        "published": item.published,
        "url": web_address(item.url),
        # the file's name only: the page is handed on, and folders tell who made it
        "file": clip(PurePath(item.path.replace("\\", "/")).name) if item.path else None,
    }
