"""`SHORTEST 1 (a)-[:SUPPLIES]-+(b)`, `ANY`, `ALL SHORTEST`, `SHORTEST 1 GROUP`.

The embedded engine knows `shortestPath(...)` and `allShortestPaths(...)` alone, which say the same of one
relationship pattern between two nodes; but from a node to itself they go in no step, where `+` is one step
at least. So the nodes have to be two. (Neo4j goes on to look for a way back to the node; this does not.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.errors import QueryRefused
from graph.store.dialect.chains import conditions, pattern_of, with_condition
from graph.store.dialect.clauses import Clause, Query, Span

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


@dataclass(frozen=True, slots=True)
class _Path:
    """A pattern behind a selector: what stands in its two nodes, between them, and how often."""

    last: int
    start: Span
    arrow: tuple[str, str, str]
    end: Span
    hops: str


def call_by_function(query: Query) -> str | None:
    """The query with one SHORTEST in it said by a function; None where there is none that can be."""
    for clause in query.clauses():
        if clause.kind not in ("MATCH", "OPTIONAL"):
            continue
        for position in query.top(pattern_of(query, clause)):
            selects = query.tokens[position].word in ("SHORTEST", "ANY", "ALL")
            read = _selector(query, position) if selects and _begins_pattern(query, position) else None
            path = _path(query, read[1]) if read else None
            told = _told(query, clause, position, read[0], path) if read and path else None
            if told:
                return told
    return None


def _told(query: Query, clause: Clause, position: int, function: str, path: _Path) -> str | None:
    nodes, names = [], []
    for node in (path.start, path.end):
        inside = query.source(Span(node.first + 1, node.last - 1))
        named = query.tokens[node.first + 1].is_name
        names.append(query.text_at(node.first + 1) if named else f"_end{node.first}")
        nodes.append(f"({inside if named else names[-1] + inside})")
    if names[0] == names[1]:
        return None
    left, inside, right = path.arrow
    text = f"{function}({nodes[0]}{left}[{inside}*{path.hops}]{right}{nodes[1]})"
    pattern = Span(clause.whole.first, pattern_of(query, clause).last)
    differ = "" if path.hops.startswith("0") else " <> ".join(names)
    told = query.replaced(pattern, [(Span(position, path.last), text)])
    name = query.text_at(position - 2) if query.text_at(position - 1) == "=" else ""
    where = query.where(clause)
    if where is not None:
        of_path = {name, *re.findall(r"^\w+", inside)} - {""}
        after, before = conditions(query, Span(where + 1, clause.whole.last), of_path)
        if after:  # is asked of the path that was found; none looks for another
            if clause.kind == "OPTIONAL":
                raise QueryRefused(
                    "an OPTIONAL MATCH of a SHORTEST with a condition on it: write shortestPath(...)"
                )
            first = " AND ".join(filter(None, (differ, before)))
            told += f"{f' WHERE {first}' if first else ''} WITH * WHERE {after}"
            return query.with_replaced(
                clause.whole, told + (" RETURN 1 AS _" if clause.last_of_query else "")
            )
    if not differ:
        return query.with_replaced(Span(position, path.last), text)
    return query.with_replaced(clause.whole, with_condition(query, clause, differ, told))


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


def _path(query: Query, first: int) -> _Path | None:
    """The path of `(a)-[:T]->+(b)`, or of `(a)(()-[:T]->())+(b)`; None where it is no such pattern."""
    start = Span(first, query.partner[first] + 1)
    group = query.text_at(start.last) == "("
    if group:
        arrow, quantifier = _inside_group(query, start.last), query.partner[start.last] + 1
        second = query.partner.get(quantifier, quantifier) + 1
    else:
        found = (at for at in query.top(Span(start.last, len(query.tokens))) if query.text_at(at) == "(")
        second = next(found, -1)
        *words, quantifier = list(query.top(Span(start.last, second))) or [start.last]
        arrow = _arrow(query, words)
    if query.text_at(second) != "(" or query.text_at(query.partner[second] + 1) in ("-", "<", "("):
        return None
    hops, last = _hops(query, quantifier), query.partner[second] + 1
    return _Path(last, start, arrow, Span(second, last), hops) if hops and arrow else None


def _inside_group(query: Query, opening: int) -> tuple[str, str, str] | None:
    """The arrow in `(()-[:T]->())`; None where its nodes say something."""
    inside = list(query.top(Span(opening + 1, query.partner[opening])))
    if len(inside) < 3 or any(query.text_at(at) != "(" for at in (inside[0], inside[-1])):
        return None
    for node in (inside[0], inside[-1]):
        names = query.tokens[node + 1 : query.partner[node]]
        used = sum(token.text == name.text for name in names for token in query.tokens)
        if len(names) > 1 or used > 1:
            return None
    return _arrow(query, inside[1:-1])


def _arrow(query: Query, words: list[int]) -> tuple[str, str, str] | None:
    """`-[:T]->` as what stands left of the bracket, in it and right of it; None where it is none."""
    bracket = next((at for at in words if query.text_at(at) == "["), None)
    inside = "" if bracket is None else query.source(Span(bracket + 1, query.partner[bracket]))
    signs = "".join(query.text_at(at) for at in words if at != bracket)
    if signs not in ("--", "-->", "<--") or not _PLAIN.fullmatch(inside):
        return None
    return signs.removesuffix(">")[:-1], inside, signs.removeprefix("<")[1:]


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
