"""Entities by a part of any of their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import EntityRef
from graph.model.ids import alias_key
from graph.query import parse
from graph.query.cypher import text
from graph.query.part import claim_counts
from graph.query.spellings import singulars, umlauts
from graph.store.protocol import Row, Store

_LOOKED_AT = 200  # names; of more the shortest
_SHORTEST = 10  # of those that begin with a singular: the shortest are no more than that


@dataclass(frozen=True, slots=True)
class Found:
    """An entity, and the other name of it that was meant ("": its own)."""

    entity: EntityRef
    by: str


def search(store: Store, words: str, limit: int) -> list[Found]:
    """Entities of which a name holds the words; case, accents, dots and hyphens do not matter.

    First those that are called so, then those of which a name begins so, then those of which
    a word does; of equals the ones that stand in most claims. A plural finds its singular, and where
    nothing else does, ae, oe and ue count as ä, ö and ü.

    Example:
        search(store, "shahed", 12)
    """
    best: dict[str, tuple[tuple[int, bool], Found]] = {}
    for row, key in _rows(store, words):
        ref = EntityRef(parse.text(row, "id"), parse.text(row, "name"), parse.text(row, "kind"))
        spelling = parse.text(row, "text")
        by = "" if alias_key(spelling) == alias_key(ref.name) else spelling
        rank = (_rank(parse.text(row, "key"), key), by != "")
        if ref.id not in best or rank < best[ref.id][0]:
            best[ref.id] = (rank, Found(ref, by))
    counts = claim_counts(store, best)
    ordered = sorted(best.values(), key=lambda entry: (entry[0][0], -counts.get(entry[1].entity.id, 0)))
    return [found for _, found in ordered][:limit]


def _rows(store: Store, words: str) -> Iterator[tuple[Row, str]]:
    """Names that hold the words, or are their singular, each with the key that it has or holds."""
    for key in filter(None, (alias_key(words), *umlauts(words))):
        found = [(row, key) for row in store.run(text("names_like"), {"words": key, "limit": _LOOKED_AT})]
        for stem in singulars(key):
            rows = store.run(text("names_like"), {"words": stem, "limit": _SHORTEST})
            found += [(row, stem) for row in rows if row["key"] == stem]
        if found:
            yield from found
            return


def _rank(key: str, words: str) -> int:
    return 0 if key == words else 1 if key.startswith(words) else 2 if f" {words}" in key else 3
