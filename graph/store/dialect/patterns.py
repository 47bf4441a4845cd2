"""Patterns as values, and conditions in them, as the embedded engine answers them rightly.

- `[x IN list WHERE (x)-->()]`, `CASE WHEN (a)-->(b)`: a bare pattern is a condition that it takes in a
  WHERE alone. Elsewhere, and where a node may be null, `EXISTS { ... }` says the same.
- `[p = (a)-->(b) WHERE length(p) > 1 | b.id]`: it knows no `p` there, and takes a null for any node.
  `COLLECT { MATCH ... RETURN ... }` says the same.
- `(a)-[r WHERE r.x > 1]->{1,3}(b)`: it forgets the condition, but not in `(()-[r WHERE r.x > 1]->()){1,3}`.
- `[r:$(type)]`, `(n:$any(labels))`: it looks for anything, or nothing.
"""

from __future__ import annotations

from graph.errors import QueryRefused
from graph.store.dialect.chains import chain, comprehension, in_expression, variables
from graph.store.dialect.clauses import Query, Span
from graph.store.dialect.columns import keep_name
from graph.store.dialect.nulls import nullable
from graph.store.dialect.tokens import word_set

_TRUTH = word_set("WHERE AND OR XOR NOT WHEN THEN")
_QUANTIFIERS = ("+", "*", "{", "?")


def exists(query: Query) -> str | None:
    """The query with one bare pattern asked as `EXISTS { ... }`; None where the engine takes them all."""
    position = 0
    while position < len(query.tokens):
        found = chain(query, position) if query.text_at(position) == "(" else None
        if found and in_expression(query, position):
            called = query.tokens[position - 2].word if query.text_at(position - 1) == "(" else ""
            if called == "SIZE":
                raise QueryRefused("size() of a pattern: write COUNT { (a)-->(b) }")
            whole = Span(found.first - 2, found.last + 1) if called == "EXISTS" else found
            if _unsure(query, found) or (_decides(query, whole) and not _is_condition(query, whole)):
                return keep_name(query, position) or query.with_replaced(
                    whole, f"EXISTS {{ {query.source(found)} }}"
                )
        position = found.last if found else position + 1
    return None


def match(query: Query) -> str | None:
    """The query with a MATCH before one pattern of a subquery in which a node may be null."""
    for position in range(len(query.tokens)):
        if query.is_subquery(position):
            found = chain(query, position + 1) if query.text_at(position + 1) == "(" else None
            if found and _unsure(query, found):
                body = Span(position + 1, query.partner[position])
                return keep_name(query, position) or query.with_replaced(
                    body, f"MATCH {query.source(body)} RETURN 1 AS _"
                )
    return None


def collect(query: Query) -> str | None:
    """The query with one pattern comprehension asked as `COLLECT { ... }`; None where none has to be."""
    for position in range(len(query.tokens)):
        found = comprehension(query, position) if query.text_at(position) == "[" else None
        if found is None:
            continue
        end = query.partner[position]
        bar = [at for at in query.top(Span(found.last, end)) if query.text_at(at) == "|"][-1]
        named = query.text_at(position + 2) == "=" and bar > found.last
        if named or _unsure(query, found):
            what = query.source(Span(position + 1, bar))
            value = query.source(Span(bar + 1, end))
            return keep_name(query, position) or query.with_replaced(
                Span(position, end + 1), f"COLLECT {{ MATCH {what} RETURN {value} AS _ }}"
            )
    return None


def quantify(query: Query) -> str | None:
    """The query with one quantified relationship that has a condition put in brackets."""
    for position in range(1, len(query.tokens)):
        if query.text_at(position) != "[" or query.text_at(position - 1) != "-":
            continue
        end = query.partner[position] + 1
        if not any(query.tokens[at].word == "WHERE" for at in query.top(Span(position + 1, end - 1))):
            continue
        first = position - 1 - (query.text_at(position - 2) == "<")
        last = end + 1 + (query.text_at(end + 1) == ">")
        if query.text_at(last) in _QUANTIFIERS:
            quantifier = Span(last, query.partner.get(last, last) + 1)
            text = f"((){query.source(Span(first, last))}()){query.source(quantifier)}"
            return query.with_replaced(Span(first, quantifier.last), text)
    return None


def refuse_computed_types(query: Query) -> None:
    """Refuse a label or a type that is computed, where the engine does not compute it.

    Raises:
        QueryRefused: one is.
    """
    for position, token in enumerate(query.tokens):
        computes = token.text.lower() in ("$", "$all", "$any") and query.text_at(position + 1) == "("
        if not computes or query.text_at(position - 1) not in (":", "|", "&", "!"):
            continue
        if token.text.lower() == "$any" or query.text_at(query.enclosing(position)) == "[":
            raise QueryRefused(
                "the embedded engine cannot compute a type or $any(...) of labels:"
                " write :A|B, or WHERE type(r) = $type, or WHERE any(l IN labels(n) WHERE l IN $labels)"
            )


def _unsure(query: Query, found: Span) -> bool:
    unsure = nullable(query, found.first)
    return any(query.text_at(variable.at) in unsure for variable in variables(query, found))


def _decides(query: Query, whole: Span) -> bool:
    """Whether it stands where true or false is wanted; elsewhere a pattern is no value of Cypher."""
    if query.tokens[whole.first].word == "EXISTS":
        return True
    around = [query.tokens[whole.first - 1], *query.tokens[whole.last : whole.last + 1]]
    return any(token.word in _TRUTH for token in around)


def _is_condition(query: Query, whole: Span) -> bool:
    """Whether it stands in a WHERE, with nothing but AND, OR, XOR, NOT and brackets around it."""
    level, at = query.enclosing(whole.first), whole.first
    while level >= 0 and query.text_at(level) == "(":
        before = query.tokens[level - 1]
        if before.is_name and before.word not in ("AND", "OR", "XOR", "NOT", "WHERE"):
            return False
        level, at = query.enclosing(level), level
    if level >= 0 and not query.is_subquery(level):
        return False
    begin = level + 1
    words = [
        query.tokens[number].word for number in query.top(Span(begin, at)) if query.begins_clause(number)
    ]
    return words[-1:] == ["WHERE"] and not _in_case(query, Span(begin, at))


def _in_case(query: Query, span: Span) -> bool:
    words = [query.tokens[at].word for at in query.top(span)]
    return words.count("CASE") > words.count("END")
