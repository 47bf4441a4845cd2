"""Claims as rows: the questions about claims differ only in which claims they begin with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from graph.model import MODALITIES, EntityRef
from graph.query import parse
from graph.query.cypher import text
from graph.query.filters import ClaimFilter
from graph.query.quantity import quantity_text
from graph.query.rows import ClaimRow
from graph.store.protocol import Row, Store

_ENGINE_LIMIT = 10_000  # ArcadeDB makes room for as many rows as LIMIT allows, before there are any
_FEW = 1000  # claims that are chosen before their roles are looked up
_MORE = 4  # times as many claims as are wanted, to see which are as well corroborated as the last
_PAGE = 1000  # claims whose assertions are asked for at once

T = TypeVar("T")


def bare_claims(
    store: Store,
    first_half: str,
    parameters: dict[str, object],
    filters: ClaimFilter = ClaimFilter(),  # noqa: B008 - frozen
    limit: int | None = None,
) -> list[ClaimRow]:
    """Claims without what only their assertions say (quantities, times, speakers).

    One query; with a `limit` another goes before it, for the claims whose roles are looked up.
    `first_half` names the text that binds the claims. The best corroborated come first,
    then by the names of their roles.
    """
    return list(stream_claims(store, first_half, parameters, filters, limit))


def stream_claims(
    store: Store,
    first_half: str,
    parameters: dict[str, object],
    filters: ClaimFilter = ClaimFilter(),  # noqa: B008 - frozen
    limit: int | None = None,
) -> Iterator[ClaimRow]:
    """The same one after the other, so that any number of them fits into memory."""
    given = {"subject": None, "recipient": None, **filters.parameters(), **parameters}
    parts: tuple[str, ...] = (first_half, *filters.texts)
    if limit is not None and 0 < limit <= _FEW:
        best = _best(store, (*parts, *_by_role(given)), given, limit)
        if best is not None:
            parts, given = ("claims_named",), {**given, "claims": best}
    for row in limited(store, (*parts, "claim_roles", "claim_rows"), given, limit):
        yield _bare(row)


def _best(
    store: Store, parts: tuple[str, ...], parameters: dict[str, object], limit: int
) -> list[str] | None:
    """Claims (ids) among which the first `limit` are: their roles alone need to be looked up.

    None where that cannot be told, as too many are as well corroborated as the last of them.
    """
    most = _MORE * limit
    rows = store.run(text(*parts, "claim_top"), {**parameters, "limit": most})
    if len(rows) == most:
        least = _corroborated(rows[limit - 1])
        if least == _corroborated(rows[-1]):
            return None
        rows = [row for row in rows if _corroborated(row) >= least]
    return [parse.text(row, "claim") for row in rows]


def _corroborated(row: Row) -> tuple[int, int]:
    return parse.whole(row, "origins"), parse.whole(row, "assertions")


def _by_role(given: dict[str, object]) -> tuple[str, ...]:
    """The text that asks for a certain subject or recipient, where one is asked for."""
    return ("claim_roles",) if given["subject"] or given["recipient"] else ()


def limited(
    store: Store, parts: tuple[str, ...], parameters: dict[str, object], limit: int | None
) -> Iterator[Row]:
    """The first `limit` rows of the query that these texts make up, else all; one after the other."""
    if limit is not None and limit < 1:
        return
    if limit is not None and limit <= _ENGINE_LIMIT:
        parts, parameters = (*parts, "limit"), {**parameters, "limit": limit}
    yield from islice(store.stream(text(*parts), parameters), limit)


def count_claims(
    store: Store,
    first_half: str,
    parameters: dict[str, object],
    filters: ClaimFilter = ClaimFilter(),  # noqa: B008 - frozen
) -> int:
    """How many claims there are, without fetching them."""
    given = {"subject": None, "recipient": None, **filters.parameters(), **parameters}
    [row] = store.run(text(first_half, *filters.texts, *_by_role(given), "claim_number"), given)
    return parse.whole(row, "number")


def best_claims(
    store: Store, first_half: str, parameters: dict[str, object], filters: ClaimFilter, limit: int
) -> list[ClaimRow]:
    """The `limit` best attested of the claims, chosen before their roles are looked up.

    So it takes little longer for a hundred thousand claims than for a thousand. Of claims
    that are attested equally well, supplies and support come first, then the lowest id.
    """
    given = {"subject": None, "recipient": None, **filters.parameters(), **parameters, "limit": limit}
    query = text(first_half, *filters.texts, "claim_best", "claim_roles", "claim_rows")
    return [_bare(row) for row in store.run(query, given)]


def full_claims(store: Store, bare: Iterable[ClaimRow]) -> Iterator[ClaimRow]:
    """The same claims with what their assertions say: one query for a thousand claims."""
    for page in pages(bare, _PAGE):
        said: dict[str, list[Row]] = defaultdict(list)
        for row in store.run(text("claim_statements"), {"claims": [claim.claim for claim in page]}):
            said[parse.text(row, "claim")].append(row)
        for claim in page:
            yield _with_statements(claim, said[claim.claim])


def entities_of(claim: ClaimRow) -> tuple[EntityRef, ...]:
    """The entities of a claim, in the order of its roles."""
    return tuple(ref for _, ref in claim.roles)


def pages(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values in lists of at most `size`.

    >>> list(pages("abc", 2))
    [['a', 'b'], ['c']]
    """
    page: list[T] = []
    for value in values:
        page.append(value)
        if len(page) == size:
            yield page
            page = []
    if page:
        yield page


def _bare(row: Row) -> ClaimRow:
    return ClaimRow(
        claim=parse.text(row, "claim"),
        relation=parse.text(row, "relation"),
        subject=parse.ref(row, "subject"),
        object=parse.ref(row, "object"),
        recipient=parse.ref(row, "recipient"),
        place=parse.ref(row, "place"),
        origins=parse.whole(row, "origins"),
        assertions=parse.whole(row, "assertions"),
        modalities=_most_first(Counter({name: parse.whole(row, name) for name in MODALITIES})),
        quantities=(),
        when=(),
        first_reported=parse.text_or_none(row, "first_reported"),
        last_reported=parse.text_or_none(row, "last_reported"),
    )


def _with_statements(claim: ClaimRow, rows: Iterable[Row]) -> ClaimRow:
    speakers: Counter[str] = Counter()
    quantities: set[tuple[float, float, str]] = set()
    times: set[str] = set()
    for row in rows:
        number = parse.whole(row, "times")
        if (speaker := parse.text_or_none(row, "speaker")) is not None:
            speakers[speaker] += number
        if (when := parse.text_or_none(row, "stated_time")) is not None:
            times.add(when)
        quantity, most = parse.number_or_none(row, "quantity"), parse.number_or_none(row, "quantity_max")
        if quantity is not None:
            qualifier, unit = parse.text_or_none(row, "quantity_qualifier"), parse.text_or_none(row, "unit")
            shown = quantity_text(quantity, most, qualifier, unit)
            quantities.add((quantity, quantity if most is None else most, shown))
    return replace(
        claim,
        speakers=tuple(speaker for speaker, _ in _most_first(speakers)),
        quantities=tuple(dict.fromkeys(shown for _, _, shown in sorted(quantities))),
        when=tuple(sorted(times)),
    )


def _most_first(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    entries = ((name, number) for name, number in counts.items() if number)
    return tuple(sorted(entries, key=lambda entry: (-entry[1], entry[0])))
