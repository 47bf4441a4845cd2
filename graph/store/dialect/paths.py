"""Shortest paths as the embedded engine knows them.

- `shortestPath((a)-[r:SUPPLIES*]-(b))`: it leaves `r` null. So the path gets a name, and `r`
  becomes the relationships of that path.
- `MATCH p = shortestPath(...) WHERE length(p) > 2`: it knows no `p` there. So the condition follows in
  a clause of its own. (Neo4j goes on to look for a longer path that meets it; this does not.)
"""

from __future__ import annotations

from graph.store.dialect.clauses import Clause, Query, Span

_FUNCTIONS = ("SHORTESTPATH", "ALLSHORTESTPATHS")


def name_relationships(query: Query) -> str | None:
    """The query with the relationships of one shortest path told by its path; None where none has a name."""
    for clause in query.clauses():
        if clause.kind in ("MATCH", "OPTIONAL"):
            for position in query.top(clause.whole):
                if query.tokens[position].word in _FUNCTIONS and query.text_at(position + 1) == "(":
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


def filter_after(query: Query) -> str | None:
    """The query with one condition on a shortest path told after it is found; None where there is none.

    The engine asks for the condition before it has the path, and so finds none.
    """
    for clause in query.clauses():
        where = query.where(clause)
        if clause.kind != "MATCH" or where is None:
            continue
        paths = [query.text_at(at - 2) for at in query.top(clause.whole) if _is_named_path(query, at)]
        condition = query.tokens[where : clause.whole.last]
        if any(token.text in paths for token in condition):
            text = query.replaced(clause.whole, [(Span(where, where + 1), "WITH * WHERE")])
            return query.with_replaced(
                clause.whole, f"{text} RETURN 1 AS _" if clause.last_of_query else text
            )
    return None


def _is_named_path(query: Query, position: int) -> bool:
    return query.tokens[position].word in _FUNCTIONS and query.text_at(position - 1) == "="
