"""Labels and types that a query names and a graph does not have, as Neo4j Browser tells them.

A query for `(a:Actors)` is no mistake of Cypher: it finds nothing, and an engine says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from graph.store.dialect.clauses import Query
from graph.store.protocol import Store
from graph.store.shape import KEYS, RELATIONSHIPS

_LABELS = frozenset({*KEYS, "Meta"})
_TYPES = frozenset(shape.type for shape in RELATIONSHIPS)
_BEFORE = (":", "|", "&", "!")


def misnamed(store: Store, text: str) -> list[str]:
    """What to tell of each label and type in a query's patterns that is not in the store.

    Example:
        misnamed(store, "MATCH (a:Actors) RETURN a")  # ["the graph has no label Actors: Actor?"]
    """
    query = Query.read(text)
    named = list(_named(query)) if query else []
    if not any(name not in (_LABELS if of_nodes else _TYPES) for name, of_nodes in named):
        return []
    labels = _LABELS | _listed(store, "CALL db.labels() YIELD label AS name RETURN name")
    types = _TYPES | _listed(store, "CALL db.relationshipTypes() YIELD relationshipType AS name RETURN name")
    told = (
        f"the graph has no {'label' if of_nodes else 'relationship type'} {name}"
        + _meant(name, labels if of_nodes else types)
        for name, of_nodes in named
        if name not in (labels if of_nodes else types)
    )
    return list(dict.fromkeys(told))


def _listed(store: Store, query: str) -> frozenset[str]:
    return frozenset(str(row["name"]) for row in store.run(query))


def _named(query: Query) -> Iterator[tuple[str, bool]]:
    """The labels and types in patterns, and whether it is a label."""
    for at, token in enumerate(query.tokens):
        outer = query.enclosing(at)
        if not token.is_name or outer < 0 or query.text_at(at - 1) not in _BEFORE:
            continue
        bracket, before = query.text_at(outer), query.text_at(outer - 1)
        colon = any(query.text_at(i) == ":" and query.enclosing(i) == outer for i in range(outer + 1, at))
        if colon and (bracket == "(" or (bracket == "[" and before == "-")):
            yield token.text.strip("`"), bracket == "("


def _meant(name: str, known: frozenset[str]) -> str:
    folded = {other.casefold().replace("_", ""): other for other in known}
    close = get_close_matches(name.casefold().replace("_", ""), folded, n=1)
    return f": {folded[close[0]]}?" if close else ""
