"""Opens the store that a command works on."""

from __future__ import annotations

from graph.store import Store, default_location, open_store


def opened(location: str | None, *, write: bool = False, create: bool = False) -> Store:
    """The store at `location`, else the default one; for reading only unless `write`."""
    return open_store(location or default_location(), create=create, read_only=not write)
