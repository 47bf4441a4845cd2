"""Shortest paths as the embedded engine knows them.

- `shortestPath((a)-[r:SUPPLIES*]-(b))`: it leaves `r` null. So the path gets a name, and `r`
  becomes the relationships of that path.
- `MATCH p = shortestPath(...) WHERE length(p) > 2`: it knows no `p` there. So the condition follows in
  a clause of its own. (Neo4j goes on to look for a longer path that meets it; this does not.)
- `SHORTEST 1 (a)-[:SUPPLIES]-+(b)`, `ANY`, `ALL SHORTEST`, `SHORTEST 1 GROUP`: it knows `shortestPath(...)`
  and `allShortestPaths(...)` alone, which say the same of one relationship pattern between two nodes.
"""

from __future__ import annotations

import re

from graph.store.dialect.clauses import Clause, Query, Span

_FUNCTIONS = ("SHORTESTPATH", "ALLSHORTESTPATHS")
_SELECTORS = {
    ("ANY",): "shortestPath",
    ("ANY", "1"): "shortestPath",
    ("ANY", "SHORTEST"): "shortestPath",
    ("SHORTEST", "1"): "shortestPath",
    ("ALL", "SHORTEST"): "allShortestPaths",
    **{
        ("SHORTEST", *one, group): "allShortestPaths" for one in ((), ("1",)) for group in ("GROUP", "GROUPS")
    },
}
_PLAIN = re.compile(r"\s*\w*\s*(?::[\w|:\s]+)?")  # of a relationship: a name, types, and no condition


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


def call_by_function(query: Query) -> str | None:
    """The query with one SHORTEST in it said by a function; None where there is none that can be."""
    for position, token in enumerate(query.tokens):
        if token.word in ("SHORTEST", "ANY", "ALL") and _begins_pattern(query, position):
            read = _selector(query, position)
            pattern = _pattern(query, read[1]) if read else None
            if read and pattern:
                return query.with_replaced(Span(position, pattern[0]), f"{read[0]}({pattern[1]})")
    return None


def _begins_pattern(query: Query, position: int) -> bool:
    return query.text_at(position - 1).upper() in ("MATCH", "=", ",")


def _selector(query: Query, position: int) -> tuple[str, int] | None:
    """The function of the same meaning, and where the pattern begins."""
    begin = position
    while query.text_at(begin) not in ("(", ""):
        begin += 1
    words = tuple(query.text_at(at).upper() for at in range(position, begin))
    function = _SELECTORS.get(words[:-1] if words[-1] in ("PATH", "PATHS") else words)
    return (function, begin) if function else None


def _pattern(query: Query, first: int) -> tuple[int, str] | None:
    """Where `(a)-[:T]->+(b)` ends, and how it is written with a star; None where it is no such pattern."""
    start = query.partner[first] + 1
    second = next((at for at in query.top(Span(start, len(query.tokens))) if query.text_at(at) == "("), None)
    if second is None or query.text_at(query.partner[second] + 1) in ("-", "<"):
        return None
    *arrow, quantifier = list(query.top(Span(start, second))) or [start]
    bracket = next((at for at in arrow if query.text_at(at) == "["), None)
    inside = "" if bracket is None else query.source(Span(bracket + 1, query.partner[bracket]))
    signs = "".join(query.text_at(at) for at in arrow if at != bracket)
    hops = _hops(query, quantifier)
    if hops is None or signs not in ("--", "-->", "<--") or not _PLAIN.fullmatch(inside):
        return None
    end = query.partner[second] + 1
    left, right = signs.removesuffix(">")[:-1], signs.removeprefix("<")[1:]
    return end, (
        f"{query.source(Span(first, start))}{left}[{inside}*{hops}]{right}{query.source(Span(second, end))}"
    )


def _hops(query: Query, quantifier: int) -> str | None:
    """A quantifier as the star has it; None where the star of a shortest path cannot say so."""
    text = query.text_at(quantifier)
    if text in ("+", "*"):
        return "1.." if text == "+" else "0.."
    if text != "{":
        return None
    bounds = query.source(Span(quantifier + 1, query.partner[quantifier]))
    match = re.fullmatch(r"\s*([01]?)\s*,\s*(\d*)\s*", bounds)
    return f"{match[1] or '0'}..{match[2]}" if match else None
