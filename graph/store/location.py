"""Where a store is: a folder for the embedded engine, or the address of a Neo4j."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import StoreError

BOLT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_EMBEDDED = "embedded:"


def default_location(environment: Mapping[str, str] = os.environ) -> str:
    """The store to use where none is named: ARMSGRAPH_STORE, else NEO4J_URI, else the user's data folder.

    >>> default_location({"NEO4J_URI": "bolt://localhost:7687"})
    'bolt://localhost:7687'
    """
    named = environment.get("ARMSGRAPH_STORE") or environment.get("NEO4J_URI")
    if named:
        return named
    from platformdirs import user_data_path  # noqa: PLC0415 - only where no store is named

    return str(user_data_path("armsgraph", appauthor=False) / "store")


def bolt_address(location: str) -> str | None:
    """The address if `location` is a Neo4j's, None if it is a folder.

    Raises:
        StoreError: credentials stand in the address, or its scheme is unknown.

    >>> bolt_address("bolt://localhost:7687"), bolt_address("embedded:my.store"), bolt_address("my.store")
    ('bolt://localhost:7687', None, None)
    """
    scheme, separator, _ = location.partition("://")
    if not separator or location.startswith(_EMBEDDED):
        return None
    if scheme.lower() not in BOLT_SCHEMES:
        # The rest is not repeated: it may hold a password.
        raise StoreError(
            f"unknown store scheme {scheme!r}: give a folder or one of {', '.join(BOLT_SCHEMES)}"
        )
    try:
        parts = urlsplit(location)
        _ = parts.port
    except ValueError as error:
        raise StoreError(f"not a store address: {error}") from None
    if parts.username is not None or parts.password is not None:
        raise StoreError(
            "credentials do not belong in the store's address: set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if not parts.hostname:
        raise StoreError(f"the store address {location!r} names no host")
    return location


def folder(location: str) -> Path:
    """The folder of an embedded store, absolute.

    Raises:
        StoreError: it has no name.

    >>> folder("embedded:/tmp/s").name
    's'
    """
    name = location.removeprefix(_EMBEDDED)
    if not name:
        raise StoreError("the store's folder has no name")
    return Path(name).expanduser().absolute()
