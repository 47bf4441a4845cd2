"""The assertions behind claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.errors import UnknownClaim
from graph.query import parse
from graph.query.claims import bare_claims, limited, pages
from graph.query.cypher import text
from graph.query.rows import ClaimRow, EvidenceRow
from graph.resolve.aggregate import origin
from graph.store.protocol import Row, Store

_SHOWN = 5
_PAGE = 500  # claims at once


def evidence(store: Store, claim: str, *, limit: int | None = None) -> Iterator[EvidenceRow]:
    """Every assertion of a claim, the earliest published first.

    Args:
        store: where to look.
        claim: the claim's id, or as much of its beginning as no other has.
        limit: at most so many of them.

    Raises:
        UnknownClaim: no claim's id begins so, or several do.
    """
    which: dict[str, object] = {"claims": [claim_id(store, claim)]}
    yield from map(_row, limited(store, ("evidence", "evidence_in_order"), which, limit))


def evidence_of(store: Store, claims: Iterable[str]) -> Iterator[EvidenceRow]:
    """Every assertion of these claims (ids), claim by claim in their order."""
    for page in pages(claims, _PAGE):
        place = {claim: number for number, claim in enumerate(page)}
        rows = [_row(row) for row in store.run(text("evidence"), {"claims": list(place)})]
        yield from sorted(rows, key=lambda row: (place[row.claim], *_order(row)))


def evidence_by_claim(store: Store, claims: Iterable[ClaimRow]) -> dict[str, list[EvidenceRow]]:
    """The assertions of each of these claims, by its id: what a page or a network shows beside them."""
    found: dict[str, list[EvidenceRow]] = defaultdict(list)
    for row in evidence_of(store, [claim.claim for claim in claims]):
        found[row.claim].append(row)
    return dict(found)


def evidence_sample(store: Store, claims: Iterable[ClaimRow], most: int) -> dict[str, list[EvidenceRow]]:
    """The same, but of claims with more than `most` assertions so many of them, the first published."""
    rows = list(claims)
    found = evidence_by_claim(store, (claim for claim in rows if claim.assertions <= most))
    for claim in rows:
        if claim.assertions > most:
            given = {"claims": [claim.claim], "limit": most}
            query = text("evidence", "evidence_in_order", "limit")
            found[claim.claim] = [_row(row) for row in store.run(query, given)]
    return found


def claim_found(store: Store, prefix: str) -> ClaimRow:
    """The claim whose id begins so, without what only its assertions say (quantities, times, speakers).

    Raises:
        UnknownClaim: no claim's id begins so, or several do.
    """
    found = claim_id(store, prefix)
    for claim in bare_claims(store, "claims_named", {"claims": [found]}):
        return claim
    raise UnknownClaim(f"no claim {found!r}")  # any more: somebody has just made the graph forget it


def claim_id(store: Store, prefix: str) -> str:
    """The whole id of the claim whose id begins so.

    Raises:
        UnknownClaim: no claim's id begins so, or several do.
    """
    sought = prefix.strip().lower()
    rows = store.run(text("claim_ids"), {"prefix": sought, "limit": _SHOWN + 1}) if sought else []
    ids = [parse.text(row, "claim") for row in rows]
    if sought in ids or len(ids) == 1:
        return sought if sought in ids else ids[0]
    if not ids:
        raise UnknownClaim(f"no claim {prefix[:40]!r}")
    more = ", ..." if len(ids) > _SHOWN else ""
    raise UnknownClaim(f"several claims begin with {prefix!r}: {', '.join(ids[:_SHOWN])}{more}")


def _order(row: EvidenceRow) -> tuple[bool, str, str, int, int, str]:
    return (row.published is None, row.published or "", row.article, row.start, row.end, row.assertion)


def _row(row: Row) -> EvidenceRow:
    speaker = parse.ref(row, "speaker")
    article = parse.text(row, "article")
    return EvidenceRow(
        assertion=parse.text(row, "assertion"),
        claim=parse.text(row, "claim"),
        relation=parse.text(row, "relation"),
        modality=parse.text(row, "modality"),
        subject=parse.ref(row, "subject"),
        object=parse.ref(row, "object"),
        recipient=parse.ref(row, "recipient"),
        place=parse.ref(row, "place"),
        quantity=parse.number_or_none(row, "quantity"),
        quantity_max=parse.number_or_none(row, "quantity_max"),
        quantity_qualifier=parse.text_or_none(row, "quantity_qualifier"),
        unit=parse.text_or_none(row, "unit"),
        when=parse.text_or_none(row, "stated_time"),
        quote=parse.text(row, "quote"),
        start=parse.whole(row, "start_offset"),
        end=parse.whole(row, "end_offset"),
        confidence=parse.number_or_none(row, "confidence") or 0.0,
        extractor=parse.text(row, "extractor"),
        speaker=speaker,
        origin=origin(speaker.id if speaker else None, parse.text_or_none(row, "publisher_id"), article),
        article=article,
        title=parse.text_or_none(row, "title"),
        publisher=parse.text_or_none(row, "publisher"),
        published=parse.text_or_none(row, "published"),
        url=parse.text_or_none(row, "url"),
        path=parse.text_or_none(row, "path"),
    )
