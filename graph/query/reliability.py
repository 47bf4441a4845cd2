"""How reliable publishers are held to be."""

from __future__ import annotations

from graph.query import parse
from graph.query.cypher import text
from graph.store.protocol import Store


def reliability(store: Store) -> dict[str, str]:
    """Publisher's name -> Admiralty letter "A" (reliable) to "F" (cannot be judged), where one is rated."""
    return {parse.text(row, "name"): parse.text(row, "reliability") for row in store.run(text("reliability"))}
