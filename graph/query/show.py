"""An entity's connections."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import EntityRef
from graph.query.claims import bare_claims, full_claims
from graph.query.filters import ClaimFilter
from graph.query.find import as_ref
from graph.query.rows import ClaimRow
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
    yield from full_claims(store, bare_claims(store, "claims_around", which, filters, limit))
