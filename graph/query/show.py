"""An entity's connections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from graph.model import EntityRef, Relation
from graph.query import parse
from graph.query.claims import bare_claims, full_claims, stream_claims
from graph.query.cypher import text
from graph.query.filters import ClaimFilter
from graph.query.find import as_ref
from graph.query.rows import ClaimRow, Connections
from graph.store.protocol import Store


def show(
    store: Store,
    ref: EntityRef | str,
    *,
    limit: int | None = None,
    filters: ClaimFilter = ClaimFilter(),  # noqa: B008 - frozen
) -> Iterator[ClaimRow]:
    """The claims in which the entity stands, in whatever role; the best corroborated first.

    Raises:
        UnknownEntity, AmbiguousEntity: for a name, see `find_entity`.
        QueryRefused: a date of `filters` is none.
    """
    found = as_ref(store, ref)
    which: dict[str, object] = {"entity": found.id, "label": found.label}
    yield from full_claims(store, stream_claims(store, "claims_around", which, filters, limit))


def connections(store: Store, ref: EntityRef | str, each: int | None = None) -> Iterator[Connections]:
    """The entity's claims by relation and role, of each group the `each` best corroborated.

    An entity with a hundred thousand claims takes no more memory than one with a hundred.

    Raises:
        UnknownEntity, AmbiguousEntity: for a name, see `find_entity`.
    """
    found = as_ref(store, ref)
    which: dict[str, object] = {"entity": found.id, "label": found.label}
    for row in store.run(text("entity"), which):
        relation, edge = parse.text(row, "relation"), parse.text(row, "role")
        filters = ClaimFilter((cast(Relation, relation),))
        bare = bare_claims(store, "claims_in_role", {**which, "role": edge}, filters, each)
        role = "place" if edge == "LOCATION" else edge.lower()
        yield Connections(relation, role, tuple(full_claims(store, bare)), parse.whole(row, "claims"))
