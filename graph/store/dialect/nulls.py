"""Variables that may be null in a pattern: `OPTIONAL MATCH (a)-->(n) OPTIONAL MATCH (b)-->(n)`.

Where `n` is null the second pattern is met by nothing. The embedded engine knows so where the pattern
begins with `n`; elsewhere it takes `n` for a new variable, and finds what is not there. So a MATCH is
asked for the rows in which it is not null alone, and an OPTIONAL MATCH looks for another node, which
has to be `n`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.store.dialect.chains import Variable, chain, pattern_of, subquery, variables, with_condition
from graph.store.dialect.clauses import Clause, Projection, Query, Span


def nullable(query: Query, position: int) -> frozenset[str]:
    """The variables that may be null, of those that are known where a clause or an expression begins."""
    known, sure = _known(query, position)
    return frozenset(set().union(*known.values()) - set().union(*sure.values()))


def declared(query: Query, position: int) -> set[str]:
    """The variables that the clauses before one that begins here tell, in the same query or part of it."""
    known, sure = _known(query, position)
    level = query.enclosing(position)
    return known[level] | sure[level]


def only_where_known(query: Query) -> str | None:
    """The query with one MATCH asked where what it needs is not null; None where that is so."""
    for clause in query.clauses():
        if clause.kind != "MATCH":
            continue
        needed = _needed(query, clause)
        if needed:
            names = {query.text_at(variable.at) for variable in needed}
            condition = " AND ".join(f"{name} IS NOT NULL" for name in sorted(names))
            first = Span(clause.whole.first, clause.whole.first + 1)
            return query.with_replaced(first, f"WITH * WHERE {condition} {query.source(first)}")
    return None


def look_for_another(query: Query) -> str | None:
    """The query with one OPTIONAL MATCH that looks for another node; None where none needs to."""
    for clause in query.clauses():
        if clause.kind == "OPTIONAL" and query.tokens[clause.whole.first + 1].word == "MATCH":
            needed = _needed(query, clause)
            if needed:
                return _renamed(query, clause, needed)
    return None


def _known(query: Query, position: int) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """What is known where a clause or an expression begins, by the bracket around: what may be null, and what
    is sure.
    """
    around = set(_around(query, position))
    known: dict[int, set[str]] = {level: set() for level in around}
    sure: dict[int, set[str]] = {level: set() for level in around}
    projections = {projection.whole.first: projection for projection in query.projections()}
    for clause in query.clauses():
        level = query.enclosing(clause.whole.first)
        if clause.whole.first >= position or level not in around:
            continue
        inside = position < clause.whole.last
        certain = set().union(*sure.values())
        maybe = set().union(*known.values()) - certain
        if clause.kind == "UNION":
            known[level], sure[level] = set(), set()
        elif clause.kind == "OPTIONAL" and not inside:
            calls = query.tokens[clause.whole.first + 1].word == "CALL"
            told = _returned(query, clause, projections.values()) if calls else _introduced(query, clause)
            known[level] |= told - certain
        elif clause.kind == "MATCH" and not inside:
            sure[level] |= _introduced(query, clause)
        elif clause.kind == "UNWIND" and not inside:
            known[level].add(query.text_at(clause.whole.last - 1))
        elif clause.kind == "CALL" and not inside:
            known[level] |= _returned(query, clause, projections.values())
        elif clause.kind == "WITH":
            projection = projections[clause.whole.first]
            maybe, certain = _projected(query, projection, maybe, certain)
            known[level] = maybe | known[level] if inside else maybe
            sure[level] = certain
    return known, sure


def _around(query: Query, position: int) -> Iterator[int]:
    level = query.enclosing(position)
    while level >= 0:
        yield level
        level = query.enclosing(level)
    yield -1


def _introduced(query: Query, clause: Clause) -> set[str]:
    pattern = pattern_of(query, clause)
    paths = {
        query.text_at(at - 1) for at in query.top(pattern) if query.text_at(at) == "=" and at > pattern.first
    }
    return paths | {query.text_at(variable.at) for variable in variables(query, pattern)}


def _returned(query: Query, clause: Clause, projections: Iterable[Projection]) -> set[str]:
    """What the subquery of a CALL gives."""
    brace = subquery(query, clause)
    returns = (found for found in projections if found.kind == "RETURN")
    items = (item for found in returns if query.enclosing(found.whole.first) == brace for item in found.items)
    return {item.alias or query.source(item.expression) for item in items} - {"*"} if brace else set()


def _projected(
    query: Query, projection: Projection, maybe: set[str], certain: set[str]
) -> tuple[set[str], set[str]]:
    """What may be null, and what is not, behind a WITH."""
    keeps = any(query.source(item.expression) == "*" for item in projection.items)
    after, sure = (set(maybe), set(certain)) if keeps else (set(), set())
    for item in projection.items:
        text = query.source(item.expression)
        name = item.alias or text
        if query.is_variable(item.expression) and text not in maybe:
            sure |= {name} if text in certain else set()
        elif item.alias or query.is_variable(item.expression):
            after.add(name)
    where = [query.text_at(at).upper() for at in query.top(projection.where)]
    if not {"OR", "XOR"} & set(where):
        for at in query.top(projection.where):
            words = [query.text_at(at + number).upper() for number in (1, 2, 3)]
            if words == ["IS", "NOT", "NULL"]:
                after.discard(query.text_at(at))
                sure.add(query.text_at(at))
    return after, sure - after


def _needed(query: Query, clause: Clause) -> list[Variable]:
    """The variables that may be null and stand where the engine does not see that they are."""
    pattern = pattern_of(query, clause)
    words = {query.tokens[at].word for at in range(pattern.first, pattern.last)}
    if clause.kind == "OPTIONAL" and words & {"SHORTESTPATH", "ALLSHORTESTPATHS"}:
        return []
    unsure = nullable(query, clause.whole.first)
    found = [variable for variable in variables(query, pattern) if query.text_at(variable.at) in unsure]
    if clause.kind == "OPTIONAL" or len(list(query.split(pattern))) == 1:
        first = next((at for at in query.top(pattern) if query.text_at(at) == "("), -1)
        if chain(query, first):  # it begins there, and sees it
            found = [variable for variable in found if variable.bracket != first]
    return found


def _renamed(query: Query, clause: Clause, needed: list[Variable]) -> str:
    number = max((int(found) for found in re.findall(r"\b_same(\d+)\b", query.text)), default=0)
    pattern = pattern_of(query, clause)
    names = [(variable, f"_same{number + count}") for count, variable in enumerate(needed, 1)]
    condition = " AND ".join(f"{name} = {query.text_at(variable.at)}" for variable, name in names)
    by = [(Span(variable.at, variable.at + 1), name) for variable, name in names]
    text = query.replaced(Span(clause.whole.first, pattern.last), by)
    return query.with_replaced(clause.whole, with_condition(query, clause, condition, text))
