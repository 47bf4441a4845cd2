"""`WITH a.name AS name ORDER BY a.kind`: where a WITH drops the variable that it orders by, the embedded
engine orders by nothing, and says nothing. So the WITH keeps what it orders by, and a second one drops it:
`WITH a.name AS name, a.kind AS kept ORDER BY kept WITH name`. And it filters before it cuts, where Cypher
filters what SKIP and LIMIT leave: `WITH a ORDER BY a.name LIMIT 3 WHERE a.kind = 'state'`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.store.dialect.aggregates import aggregates
from graph.store.dialect.clauses import Projection, Query, Span
from graph.store.dialect.tokens import word_set

_DIRECTIONS = ("ASC", "ASCENDING", "DESC", "DESCENDING")
_WORDS = frozenset(_DIRECTIONS) | word_set(
    "AND OR XOR NOT IN IS NULL TRUE FALSE STARTS ENDS WITH CONTAINS CASE WHEN THEN ELSE END"
)


def keep(query: Query) -> str | None:
    """The query with what one WITH orders by kept through it; None where nothing is lost."""
    for projection in query.projections():
        if projection.kind == "RETURN" or projection.distinct or not projection.order:
            continue
        if any(any(aggregates(query, item.expression)) for item in projection.items):
            continue  # then it may order by what it projects alone
        names = _names(query, projection)
        if names and any(query.text_at(at) not in names for at in _variables(query, projection.order)):
            return _kept(query, projection, names)
    return None


def filter_after(query: Query) -> str | None:
    """The query with the WHERE of one WITH behind its SKIP and LIMIT; the engine would ask it before them."""
    for projection in query.projections():
        if projection.page and projection.where:
            where = projection.where.first
            return query.with_replaced(Span(where, where + 1), "WITH * WHERE")
    return None


def _names(query: Query, projection: Projection) -> dict[str, Span]:
    """What is known after the WITH, and what it is; nothing where that cannot be told."""
    names = {}
    for item in projection.items:
        if item.alias is None and not query.is_variable(item.expression):
            return {}  # a "*", after which everything is known, or a mistake for the engine to tell
        names[item.alias or query.source(item.expression)] = item.expression
    return names


def _variables(query: Query, span: Span) -> Iterator[int]:
    """The positions at which a variable stands in an expression (those of its own among them)."""
    for position in range(span.first, span.last):
        token = query.tokens[position]
        following = query.text_at(position + 1)
        if not token.is_name or token.word in _WORDS or query.text_at(position - 1) in (".", ":"):
            continue
        if following not in ("(", ":") and not _is_namespace(query, position):
            yield position


def _is_namespace(query: Query, position: int) -> bool:
    """Whether a function of that name space is called: `date.truncate(`."""
    while query.text_at(position + 1) == ".":
        position += 2
    return query.text_at(position + 1) == "(" and query.text_at(position - 1) == "."


def _kept(query: Query, projection: Projection, names: dict[str, Span]) -> str:
    number = max((int(found) for found in re.findall(r"\b_kept(\d+)\b", query.text)), default=0)
    columns, order = [], []
    for part in query.split(projection.order):
        direction = query.tokens[part.last - 1]
        expression = Span(part.first, part.last - (direction.word in _DIRECTIONS))
        if all(query.text_at(at) in names for at in _variables(query, expression)):
            order.append(query.source(part))
            continue
        number += 1
        # what this WITH names cannot be used in it: written out instead
        known = [(Span(at, at + 1), names.get(query.text_at(at))) for at in _variables(query, expression)]
        by = [(at, _told(query, meant)) for at, meant in known if meant]
        columns.append(f"{query.replaced(expression, by)} AS _kept{number}")
        order.append(f"_kept{number}{f' {direction.text}' if direction.word in _DIRECTIONS else ''}")
    items = query.source(Span(projection.items[0].expression.first, projection.tail.first))
    text = (
        f"WITH {items}, {', '.join(columns)} ORDER BY {', '.join(order)} {query.source(projection.page)} "
        f"WITH {', '.join(names)} {query.source(projection.where)}"
    )
    return query.with_replaced(projection.whole, text.rstrip())


def _told(query: Query, meant: Span) -> str:
    text = query.source(meant)
    return text if query.is_variable(meant) else f"({text})"
