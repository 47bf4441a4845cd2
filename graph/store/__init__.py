"""The graph store: one protocol, an embedded engine and Neo4j behind it."""

from __future__ import annotations

from graph.store.batch import ArticleWrite, Batch, PublisherWrite
from graph.store.location import bolt_address, default_location, folder
from graph.store.protocol import Row, Store, Value

__all__ = [
    "ArticleWrite",
    "Batch",
    "PublisherWrite",
    "Row",
    "Store",
    "Value",
    "default_location",
    "open_store",
]


def open_store(
    location: str,
    *,
    create: bool = False,
    read_only: bool = False,
    unfinished: bool = False,
    patience: float | None = None,
) -> Store:
    """Open the store at `location`: a folder (or `embedded:FOLDER`), or a Neo4j's address.

    Credentials of a Neo4j come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.
    `create` makes the store, and its schema, where there is none. `read_only` refuses
    every write, and lets several processes read an embedded store at once. `unfinished`
    takes half of a copy, too, for the one who completes it. `patience`: seconds for which a server that
    goes away is waited for (default: half a minute for who reads, ten minutes for who writes).

    Raises:
        StoreError: there is no store, or the location cannot be one.
        StoreUnavailable: in use by another process, not reachable, wrong password.
        SchemaMismatch: made by an older or a newer armsgraph.
    """
    if create and read_only:
        raise ValueError("a store cannot be made read-only")
    # Each engine is imported only where it is used: both are slow to load.
    address = bolt_address(location)
    if address is None:
        from graph.store.embedded import EmbeddedStore  # noqa: PLC0415

        return EmbeddedStore.open(folder(location), create=create, read_only=read_only, unfinished=unfinished)
    from graph.store.bolt import Neo4jStore  # noqa: PLC0415

    return Neo4jStore.open(
        address, create=create, read_only=read_only, unfinished=unfinished, patience=patience
    )
