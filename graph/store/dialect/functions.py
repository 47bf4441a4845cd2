"""Functions that the embedded engine has of its own: refused, since no Neo4j knows them in Cypher 5."""

from __future__ import annotations

from graph.errors import QueryRefused
from graph.store.dialect.chains import is_call
from graph.store.dialect.clauses import Query, Span
from graph.store.dialect.tokens import word_set

_SPACES = word_set("date datetime db duration graph localdatetime localtime point time vector.similarity")
_OWN = word_set("charlength cosh coth distance format sinh tanh vector")
_INSTEAD = {
    "distance": "point.distance(a, b)",
    "format": "the parts of a day, such as d.year",
    "text.join": "reduce(s = '', x IN list | s + x)",
}


def refuse(query: Query) -> None:
    """Refuse a call of a function that Cypher 5 does not have.

    Raises:
        QueryRefused: there is one.
    """
    for position in range(len(query.tokens) - 1):
        end = _name_end(query, position)
        if end is None or not is_call(query, end):
            continue
        name = "".join(query.text_at(at).strip("`") for at in range(position, end)).lower()
        space = name.rpartition(".")[0]
        if (space and space not in _SPACES) or name in _OWN:
            instead = f": write {_INSTEAD[name]}" if name in _INSTEAD else ""
            raise QueryRefused(f"{query.source(Span(position, end))}() is no function of Cypher{instead}")


def _name_end(query: Query, position: int) -> int | None:
    """Where a name that begins here, with what stands before its dots, ends; None where none begins."""
    before = query.tokens[position - 1] if position else None
    if not query.tokens[position].is_name or (before and before.text in (".", ":", "|", "&", "!")):
        return None
    if before and before.word == "CALL":  # a procedure
        return None
    end = position + 1
    while query.text_at(end) == "." and end + 1 < len(query.tokens) and query.tokens[end + 1].is_name:
        end += 2
    return end if query.text_at(end) == "(" else None
