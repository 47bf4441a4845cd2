"""The Cypher texts of the store, one file each; every one runs on both engines as it stands."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def text(name: str) -> str:
    """The query of that name.

    >>> text("meta_read")
    'MATCH (m:Meta {key: $key}) RETURN m.schema AS schema'
    """
    return (Path(__file__).parent / f"{name}.cypher").read_text(encoding="utf-8").strip()
