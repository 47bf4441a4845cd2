"""Parts of the graph, for who looks on step by step: the best attested claims, and how many there are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.query import parse
from graph.query.claims import bare_claims, best_claims, count_claims, full_claims
from graph.query.cypher import text
from graph.query.filters import ClaimFilter
from graph.query.rows import ClaimRow
from graph.store.protocol import Store


@dataclass(frozen=True, slots=True)
class Part:
    """The best attested claims of a part of the graph, and how many it has in all."""

    claims: tuple[ClaimRow, ...]
    number: int


def strongest(store: Store, filters: ClaimFilter, limit: int) -> Part:
    """Of all claims."""
    return _part(store, "claims_all", {}, filters, limit)


def around(store: Store, entity: str, filters: ClaimFilter, limit: int, *, with_kinds: bool = False) -> Part:
    """Of those in which the entity (an id) stands; `with_kinds`: an item, or any kind of it."""
    if with_kinds:
        return _part(store, "claims_of_item", {"item": entity}, filters, limit)
    return _part(store, "claims_of_entities", {"entities": [entity]}, filters, limit)


def between(store: Store, one: str, other: str, filters: ClaimFilter, limit: int) -> Part:
    """Of those in which both entities (ids) stand."""
    return _part(store, "claims_between", {"entities": [one], "others": [other]}, filters, limit)


def claims_named(store: Store, ids: Collection[str]) -> list[ClaimRow]:
    """The claims with these ids; what there is not is left out."""
    return list(full_claims(store, bare_claims(store, "claims_named", {"claims": sorted(ids)})))


def claim_counts(store: Store, entities: Collection[str]) -> dict[str, int]:
    """In how many claims each of these entities (ids) stands, where it stands in any."""
    rows = store.run(text("claim_counts"), {"entities": sorted(entities)})
    return {parse.text(row, "id"): parse.whole(row, "number") for row in rows}


def categories(store: Store) -> tuple[str, ...]:
    """The categories that items of the store are of."""
    return tuple(parse.text(row, "category") for row in store.run(text("categories")))


def _part(
    store: Store, first_half: str, parameters: dict[str, object], filters: ClaimFilter, limit: int
) -> Part:
    """
    Raises:
        QueryRefused: a date of `filters` is none.
    """
    bare = best_claims(store, first_half, parameters, filters, limit)
    number = len(bare) if len(bare) < limit else count_claims(store, first_half, parameters, filters)
    return Part(tuple(full_claims(store, bare)), number)
