"""How the folder of an embedded store is told from a folder of articles."""

from __future__ import annotations

from pathlib import Path

DATABASE = "graph"
"""The folder in a store's folder that holds the engine's database."""

SCHEMA = "schema.json"
"""The engine's own description of a database, in the database's folder."""


def is_store(path: Path) -> bool:
    """Whether a folder is an embedded store: loaders leave it out, the store opens it."""
    return (path / DATABASE / SCHEMA).is_file()
