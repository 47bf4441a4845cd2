"""The Cypher texts of the named questions, one file each; every one runs on both engines as it stands."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TEXTS = Path(__file__).parent / "texts"


@cache
def text(*names: str) -> str:
    """The query text of that name; of several, which then are parts of one query, in their order.

    >>> text("claims_all")
    'MATCH (c:Claim)'
    """
    return "\n".join((_TEXTS / f"{name}.cypher").read_text(encoding="utf-8").strip() for name in names)
