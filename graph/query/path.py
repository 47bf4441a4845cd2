"""How two entities are connected."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import EntityRef
from graph.query.claims import entities_of
from graph.query.evidence import evidence_by_claim, evidence_sample
from graph.query.filters import ClaimFilter
from graph.query.find import as_ref
from graph.query.neighbours import Neighbours
from graph.query.part import claims_named
from graph.query.rows import PathStep
from graph.query.way import best_way
from graph.store.protocol import Store


def path(
    store: Store,
    source: EntityRef | str,
    target: EntityRef | str,
    *,
    max_hops: int = 6,
    filters: ClaimFilter = ClaimFilter(),  # noqa: B008 - frozen
    limit: int | None = None,
) -> Iterator[PathStep]:
    """The best chain of claims between two entities, with the evidence of each; none: no steps.

    Of each step's evidence at most `limit` assertions, the earliest published, else all.
    What makes a chain better: see `best_way` in `graph/query/way.py`. Only claims that pass
    `filters` are used.

    Raises:
        UnknownEntity, AmbiguousEntity: for a name, see `find_entity`.
        QueryRefused: a date of `filters` is none.
    """
    start, end = as_ref(store, source), as_ref(store, target)
    hops = best_way(Neighbours(store, filters), start.id, end.id, max_hops=max_hops)
    # Two hops may go by the same claim; it is asked for once.
    wanted = {claim for _, claim, _ in hops}
    claims = {claim.claim: claim for claim in claims_named(store, wanted)} if wanted else {}
    if claims.keys() != wanted:  # somebody has withdrawn one since
        yield from path(store, start, end, max_hops=max_hops, filters=filters, limit=limit)
        return
    found = claims.values()
    words = evidence_by_claim(store, found) if limit is None else evidence_sample(store, found, limit)
    for here, claim, there in hops:
        refs = {ref.id: ref for ref in entities_of(claims[claim])}
        yield PathStep(refs[here], refs[there], claims[claim], tuple(words.get(claim, ())))
