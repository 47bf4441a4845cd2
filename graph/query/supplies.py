"""Who supplies what to whom."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import QueryRefused
from graph.model import EntityRef
from graph.query.claims import count_claims, full_claims, stream_claims
from graph.query.filters import ClaimFilter
from graph.query.find import as_ref
from graph.query.rows import ClaimRow
from graph.store.protocol import Store


def supplies(
    store: Store,
    *,
    supplier: EntityRef | str | None = None,
    recipient: EntityRef | str | None = None,
    item: EntityRef | str | None = None,
    since: str | None = None,
    until: str | None = None,
    modality: str | None = None,
    min_origins: int = 1,
    limit: int | None = None,
) -> Iterator[ClaimRow]:
    """The `supplies` claims that pass; the best corroborated first.

    `item` takes in every kind of it (drones: Shahed-136). `since`, `until`, `modality` and
    `min_origins` are as in `ClaimFilter`: the time is that of the event where it is
    stated, else that of publication.

    Raises:
        UnknownEntity, AmbiguousEntity: for a name, see `find_entity`.
        QueryRefused: a date is none, or an entity is of a kind that cannot have the role.
    """
    which = _which(store, supplier, recipient, item, since, until, modality, min_origins)
    yield from full_claims(store, stream_claims(store, *which, limit))


def count_supplies(
    store: Store,
    *,
    supplier: EntityRef | str | None = None,
    recipient: EntityRef | str | None = None,
    item: EntityRef | str | None = None,
    since: str | None = None,
    until: str | None = None,
    modality: str | None = None,
    min_origins: int = 1,
) -> int:
    """How many `supplies` would give without a limit; raises the same."""
    return count_claims(store, *_which(store, supplier, recipient, item, since, until, modality, min_origins))


def _which(
    store: Store,
    supplier: EntityRef | str | None,
    recipient: EntityRef | str | None,
    item: EntityRef | str | None,
    since: str | None,
    until: str | None,
    modality: str | None,
    min_origins: int,
) -> tuple[str, dict[str, object], ClaimFilter]:
    """The text that binds the claims, its parameters, and what they must have."""
    filters = ClaimFilter(("supplies",), modality, since, until, min_origins)
    found = {
        name: as_ref(store, named)
        for name, named in (("item", item), ("subject", supplier), ("recipient", recipient))
        if named is not None
    }
    for name, ref in found.items():
        if (ref.label == "Item") != (name == "item"):
            wanted = "an item" if name == "item" else "a supplier" if name == "subject" else "a recipient"
            raise QueryRefused(f"{ref.name} ({ref.kind}) cannot be {wanted}")
    parameters: dict[str, object] = {name: ref.id for name, ref in found.items()}
    # Begin with what an index finds; texts/claim_passes.cypher checks the rest.
    begin = {"item": "claims_of_item", "subject": "claims_by_subject", "recipient": "claims_by_recipient"}
    first_half = next((begin[name] for name in begin if name in parameters), "claims_all")
    return first_half, parameters, filters
