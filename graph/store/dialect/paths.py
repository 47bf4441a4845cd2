"""`shortestPath((a)-[r:SUPPLIES*]-(b))`: the embedded engine leaves `r` null. So the path gets a name,
and `r` becomes the relationships of that path.
"""

from __future__ import annotations

from graph.store.dialect.clauses import Clause, Query, Span

FUNCTIONS = ("SHORTESTPATH", "ALLSHORTESTPATHS")


def name_relationships(query: Query) -> str | None:
    """The query with the relationships of one shortest path told by its path; None where none has a name."""
    for clause in query.clauses():
        if clause.kind in ("MATCH", "OPTIONAL"):
            for position in query.top(clause.whole):
                if query.tokens[position].word in FUNCTIONS and query.text_at(position + 1) == "(":
                    named = _named_relationship(query, position + 1)
                    if named is not None:
                        return _told_by_path(query, clause, position, named)
    return None


def _named_relationship(query: Query, opening: int) -> int | None:
    """The position of the variable of the relationship in `((a)-[r*]-(b))`."""
    inside = query.top(Span(opening + 1, query.partner[opening]))
    bracket = next((at for at in inside if query.text_at(at) == "["), None)
    return bracket + 1 if bracket is not None and query.tokens[bracket + 1].is_name else None


def _told_by_path(query: Query, clause: Clause, function: int, named: int) -> str:
    variable, path, whole = query.text_at(named), "", clause.whole
    if query.text_at(function - 1) == "=":
        path = query.text_at(function - 2)
    name = path or f"_path{named}"
    by = [] if path else [(Span(function, function + 1), f"{name} = {query.text_at(function)}")]
    by.append((Span(named, named + 1), ""))
    for position in range(query.partner[function + 1], whole.last):
        alone = query.text_at(position - 1) != "." and query.text_at(position + 1) not in (":", "(")
        if alone and query.text_at(position) == variable:
            by.append((Span(position, position + 1), f"relationships({name})"))
    text = query.replaced(whole, by)
    if not clause.last_of_query:
        text += f" WITH *, relationships({name}) AS {variable}"
    return query.with_replaced(whole, text)
