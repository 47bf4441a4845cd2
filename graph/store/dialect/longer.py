"""`MATCH p = shortestPath((a)-[*..6]-(b)) WHERE none(n IN nodes(p) WHERE n:Article)`.

Where the shortest path does not meet a condition, Neo4j looks for a longer one that does. The embedded
engine asks for the condition before it has a path, and so finds none. So it is asked for the shortest ones,
then, while none of those found meets the condition, for all with a step more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.errors import QueryRefused
from graph.store.dialect.chains import conditions, pattern_of
from graph.store.dialect.clauses import Clause, Query, Span
from graph.store.dialect.paths import FUNCTIONS

TOO_LONG = "_no_path_of_few_steps"
"""What the engine says where there may be a path that it was not asked for; see `too_long`."""

_MOST = 8  # steps: of more there are too many to try them all
_HOPS = re.compile(r"\*\s*([01]?)\s*(\.\.)?\s*(\d*)")


@dataclass(frozen=True, slots=True)
class _Asked:
    """One shortest path with a condition on it.

    Attributes:
        path: its name.
        ends: its two nodes as they are written, and their names.
        arrow: what stands left and right of its hops: `-[:SUPPLIES` and `]->`.
        most: its steps at most, None where it may have any number.
        every: whether all paths of the same length are wanted.
    """

    path: str
    ends: tuple[str, str]
    names: tuple[str, str]
    arrow: tuple[str, str]
    least: str
    most: int | None
    every: bool


def too_long(message: str) -> QueryRefused | None:
    """What to say where an engine's message is that of a path too long; None where it is another."""
    if TOO_LONG not in message:
        return None
    return QueryRefused(
        f"no path of up to {_MOST} steps meets the condition, and the embedded engine looks no further:"
        f" write [*..{_MOST}]"
    )


def look(query: Query) -> str | None:
    """The query with one conditioned shortest path looked for by its length; None where there is none.

    Raises:
        QueryRefused: there is one, and it cannot be told so.
    """
    for clause in query.clauses():
        where = query.where(clause)
        if clause.kind not in ("MATCH", "OPTIONAL") or where is None:
            continue
        parts = list(query.split(pattern_of(query, clause)))
        found = [part for part in parts if _is_named(query, part)]
        used = {query.text_at(at) for at in range(where, clause.whole.last) if query.text_at(at - 1) != "."}
        asked = [part for part in found if query.text_at(part.first) in used]
        if asked:
            if len(found) > 1:
                raise QueryRefused("two shortest paths in a MATCH with a condition: write a MATCH for each")
            return query.with_replaced(clause.whole, _told(query, clause, where, parts, asked[0]))
    return None


def _is_named(query: Query, part: Span) -> bool:
    return query.text_at(part.first + 1) == "=" and query.tokens[part.first + 2].word in FUNCTIONS


def _told(query: Query, clause: Clause, where: int, parts: list[Span], part: Span) -> str:
    asked = _read(query, part)
    condition, before = conditions(query, Span(where + 1, clause.whole.last), {asked.path})
    others = [query.source(other) for other in parts if other is not part]
    body = f"CALL (*) {{ {_levels(asked, condition)} }}"
    after = " RETURN 1 AS _" if clause.last_of_query else ""
    if clause.kind == "OPTIONAL":
        if others or asked.ends != tuple(f"({name})" for name in asked.names) or before:
            raise QueryRefused(
                "an OPTIONAL MATCH of a shortest path with a condition: match its two ends before, and let"
                " the condition be of the path alone"
            )
        return f"OPTIONAL {body}{after}"
    ends = [end for end in asked.ends if end not in others]
    first = f"MATCH {', '.join([*others, *ends])}{f' WHERE {before}' if before else ''}"
    return f"{first} {body}{after}"


def _read(query: Query, part: Span) -> _Asked:
    opening = part.first + 3
    first = opening + 1
    inside = Span(first, query.partner[opening])
    second = [at for at in query.top(inside) if query.text_at(at) == "("][-1]
    ends, names = [], []
    for node in (first, second):
        named = query.tokens[node + 1].is_name
        names.append(query.text_at(node + 1) if named else f"_end{node}")
        rest = query.source(Span(node + 1 + named, query.partner[node]))
        ends.append(f"({names[-1]}{rest})")
    between = Span(query.partner[first] + 1, second)
    bracket = next((at for at in query.top(between) if query.text_at(at) == "["), None)
    least, most = "", 1 if bracket is None else None
    if bracket is None:
        signs = query.source(between)
        left, right = ("<-[", "]-") if signs.startswith("<") else ("-[", "]->" if ">" in signs else "]-")
    else:
        star, least, most = hops(query, bracket)
        left = query.source(Span(between.first, star))
        right = query.source(Span(query.partner[bracket], between.last))
    every = query.tokens[part.first + 2].word == "ALLSHORTESTPATHS"
    (one, other), (name, called) = ends, names
    return _Asked(query.text_at(part.first), (one, other), (name, called), (left, right), least, most, every)


def hops(query: Query, bracket: int) -> tuple[int, str, int | None]:
    """Of `[:SUPPLIES*1..6]`: where its star stands, or would, the least and the most steps.

    Raises:
        QueryRefused: no engine looks for such a shortest path.
    """
    last = query.partner[bracket]
    star = next((at for at in range(bracket, last) if query.text_at(at) == "*"), last)
    read = _HOPS.fullmatch(query.source(Span(star, last)) or "*1")
    if read is None or any(query.text_at(at) == "{" for at in range(bracket, star)):
        raise QueryRefused(
            "a shortest path is told by types and steps alone, and these begin at 0 or 1: [:SUPPLIES*..6]"
        )
    if read[3]:
        return star, read[1], int(read[3])
    return star, read[1], None if read[2] or not read[1] else int(read[1])


def _levels(asked: _Asked, condition: str) -> str:
    """All shortest paths first; then, one length after the other, all paths."""
    path, (left, right), (start, end) = asked.path, asked.arrow, asked.names
    hops = f"*{asked.least}..{asked.most or ''}"
    lines = [
        f"CALL (*) {{ MATCH {path} = allShortestPaths(({start}){left}{hops}{right}({end}))"
        f" RETURN collect({path}) AS _any }}",
        "WITH *, length(_any[0]) AS _least",
        f"CALL (*) {{ UNWIND _any AS {path} WITH * WHERE {condition} RETURN collect({path}) AS _found1 }}",
    ]
    found = "_found1"
    last = min(asked.most or _MOST, _MOST)
    for steps in range(2, last + 1):
        lines.append(
            f"CALL (*) {{ WITH * WHERE _least < {steps} AND size({found}) = 0"
            f" MATCH {path} = ({start}){left}*{steps}{right}({end}) WHERE {condition}"
            f" WITH {path}{'' if asked.every else ' LIMIT 1'} RETURN collect({path}) AS _found{steps} }}"
        )
        found += f" + _found{steps}"
    if asked.most is None or asked.most > _MOST:
        lines.append(
            f"CALL (*) {{ WITH * WHERE _least > 0 AND size({found}) = 0"
            f" RETURN count(date('{TOO_LONG}')) AS _none }}"
        )
    some = "" if asked.every else "[..1]"
    return " ".join((*lines, f"UNWIND ({found}){some} AS {path} RETURN {path}"))
