"""What a store knows already."""

from __future__ import annotations

from collections.abc import Iterable

from graph.store.protocol import Store
from graph.store.queries import text

_CHUNK = 5000  # ids in one query


def known_articles(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The content hash of each of these articles that the store has."""
    wanted = list(ids)
    known: dict[str, str] = {}
    for start in range(0, len(wanted), _CHUNK):
        for row in store.run(text("known_articles"), {"ids": wanted[start : start + _CHUNK]}):
            known[str(row["id"])] = str(row["content_hash"])
    return known
