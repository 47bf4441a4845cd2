"""Where patterns stand in a query: `(a)-[:SUPPLIES]->(b)` as a part of MATCH, or as an expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.store.dialect.clauses import Clause, Query, Span
from graph.store.dialect.tokens import word_set

_PATTERNS = word_set("MATCH OPTIONAL CREATE MERGE INSERT")
_IN_NODE = word_set(") : {")
_IN_RELATIONSHIP = word_set("] : * {")
_FUNCTIONS = word_set("SHORTESTPATH ALLSHORTESTPATHS")
_NO_FUNCTIONS = word_set("AND OR XOR NOT IN WHEN THEN ELSE CASE BY")


@dataclass(frozen=True, slots=True)
class Variable:
    """A node or a relationship of a pattern: where its name stands, and the bracket before it."""

    at: int
    bracket: int


def chain(query: Query, position: int) -> Span | None:
    """The nodes and relationships that begin at a bracket; None where there is no relationship."""
    end, found = position, False
    while _is_node(query, end):
        after = query.partner[end] + 1
        following = _behind_relationship(query, after)
        if following is None or not _is_node(query, following):
            return Span(position, after) if found else None
        end, found = following, True
    return None


def variables(query: Query, span: Span) -> Iterator[Variable]:
    """The variables of nodes and relationships in patterns, in the order of the text."""
    for position in range(span.first, span.last - 1):
        token, name = query.text_at(position), query.tokens[position + 1]
        if not name.is_name or query.text_at(position - 1) == ".":
            continue
        following = query.text_at(position + 2)
        labelled = query.tokens[position + 2].word in ("WHERE", "IS") if position + 2 < span.last else False
        if (token == "(" and _is_node(query, position) and (following in _IN_NODE or labelled)) or (
            token == "["
            and query.text_at(position - 1) == "-"
            and (following in _IN_RELATIONSHIP or labelled)
        ):
            yield Variable(position + 1, position)


def pattern_of(query: Query, clause: Clause) -> Span:
    """What a MATCH looks for, without its WHERE."""
    begin = clause.whole.first + 1 + (clause.kind == "OPTIONAL")
    hints = (at for at in query.top(clause.whole) if query.begins(at, word_set("WHERE USING")))
    return Span(begin, next(hints, clause.whole.last))


def subquery(query: Query, clause: Clause) -> int | None:
    """The brace that opens the subquery of a CALL; None where the clause calls none."""
    first = clause.whole.first + 1 + (clause.kind == "OPTIONAL")
    if query.tokens[first - 1].word != "CALL":
        return None
    brace = query.partner[first] + 1 if query.text_at(first) == "(" else first
    return brace if query.text_at(brace) == "{" else None


def in_expression(query: Query, position: int) -> bool:
    """Whether what begins here is a value, and no part of what a MATCH looks for or a CREATE makes."""
    outer = query.enclosing(position)
    inside = Span(outer + 1, position)
    for at in reversed(list(query.top(inside))):
        if query.tokens[at].word == "WHERE" and query.text_at(at - 1) != ".":
            return True
        if (outer < 0 or query.is_subquery(outer)) and query.begins_clause(at):
            return query.tokens[at].word not in _PATTERNS
    bracket = query.text_at(outer)
    if bracket == "(":
        if is_call(query, outer):
            return query.tokens[outer - 1].word not in _FUNCTIONS
        return in_expression(query, outer)
    if bracket == "[":
        return comprehension(query, outer) is None and query.text_at(outer - 1) != "-"
    return bracket == "{" and not query.is_subquery(outer)


def is_call(query: Query, bracket: int) -> bool:
    """Whether a bracket is that of a function: `date(`."""
    before = query.tokens[bracket - 1]
    return (
        bracket > 0
        and before.is_name
        and before.word not in _NO_FUNCTIONS
        and not query.begins_clause(bracket - 1)
    )


def with_condition(query: Query, clause: Clause, condition: str, pattern: str | None = None) -> str:
    """The text of a MATCH with one condition more; `pattern`: what stands before it, where that changes."""
    end, where = pattern_of(query, clause).last, query.where(clause)
    first = query.source(Span(clause.whole.first, end)) if pattern is None else pattern
    hints = query.source(Span(end, clause.whole.last if where is None else where))
    others = "" if where is None else f" AND ({query.source(Span(where + 1, clause.whole.last))})"
    return " ".join(filter(None, (first, hints, f"WHERE {condition}{others}")))


def conditions(query: Query, where: Span, names: set[str]) -> tuple[str, str]:
    """The parts of a condition with one of these variables, and those without; "" where there are none."""
    inside = list(query.top(where))
    words = {query.tokens[at].word for at in inside}
    if words & {"OR", "XOR", "CASE"}:
        uses = any(query.text_at(at) in names for at in range(where.first, where.last))
        return (query.source(where), "") if uses else ("", query.source(where))
    breaks = [at for at in inside if query.tokens[at].word == "AND"]
    begins, ends = [where.first, *(at + 1 for at in breaks)], [*breaks, where.last]
    using: list[str] = []
    others: list[str] = []
    for begin, end in zip(begins, ends, strict=True):
        part = Span(begin, end)
        uses = any(query.text_at(at) in names for at in range(begin, end))
        (using if uses else others).append(query.source(part))
    return " AND ".join(using), " AND ".join(others)


def comprehension(query: Query, bracket: int) -> Span | None:
    """The pattern of `[p = (a)-->(b) WHERE ... | ...]`; None where it is another list."""
    begin = bracket + 1
    if query.text_at(begin + 1) == "=":
        begin += 2
    found = chain(query, begin) if query.text_at(begin) == "(" else None
    if found is None or not any(
        query.text_at(at) == "|" for at in query.top(Span(found.last, query.partner[bracket]))
    ):
        return None
    return found


def _is_node(query: Query, position: int) -> bool:
    if query.text_at(position) != "(":
        return False
    name = query.tokens[position + 1]
    after = position + 1 + name.is_name
    return query.text_at(after) in _IN_NODE or query.tokens[after].word in ("WHERE", "IS")


def _behind_relationship(query: Query, position: int) -> int | None:
    """What follows `-[...]->`, `--`, `<-[...]-`; None where there is no such thing."""
    at = position + (query.text_at(position) == "<")
    if query.text_at(at) != "-":
        return None
    if query.text_at(at + 1) == "[":
        at = query.partner[at + 1]
    elif query.text_at(at + 1) != "-" or query.tokens[at].end != query.tokens[at + 1].start:
        return None
    if query.text_at(at + 1) != "-":
        return None
    return at + 2 + (query.text_at(at + 2) == ">")
