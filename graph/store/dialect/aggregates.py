"""Aggregates inside an expression: `RETURN k, count(*) > 3 AS many`.

The embedded engine groups by such an expression, or takes the aggregate in it for null, and
says nothing. So they are counted in a WITH of their own, and the expression reads the result:
`WITH k, count(*) AS n RETURN k, n > 3 AS many`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.errors import QueryRefused
from graph.store.dialect.chains import variables
from graph.store.dialect.clauses import Item, Projection, Query, Span
from graph.store.dialect.columns import named
from graph.store.dialect.tokens import word_set

_AGGREGATES = word_set("count sum avg min max collect stdev stdevp percentilecont percentiledisc")


def lift(query: Query) -> str | None:
    """The query with the aggregates of one WITH or RETURN out of their expressions; None if there are none.

    Raises:
        QueryRefused: one is, beside a "*".
    """
    for projection in query.projections():
        found = [list(aggregates(query, item.expression)) for item in projection.items]
        items = zip(projection.items, found, strict=True)
        nested = any(inside not in ([], [item.expression]) for item, inside in items)
        if nested or (any(found) and _computes(query, projection.order)):
            return _lifted(query, projection)
    return None


def aggregates(query: Query, span: Span) -> Iterator[Span]:
    """The calls of aggregates in a span, without those in subqueries."""
    position = span.first
    while position < span.last:
        token = query.tokens[position]
        if query.is_subquery(position):
            position = query.partner[position]
        elif token.text.lower() in _AGGREGATES and _is_call(query, position):
            end = query.partner[position + 1] + 1
            yield Span(position, end)
            position = end - 1
        position += 1


def _is_call(query: Query, position: int) -> bool:
    return query.text_at(position + 1) == "(" and query.text_at(position - 1) != "."


def _computes(query: Query, order: Span) -> bool:
    """Whether an aggregate stands in an expression to order by."""
    for part in query.split(order):
        inside = list(aggregates(query, part))
        last = part.last - (query.tokens[part.last - 1].word in ("ASC", "ASCENDING", "DESC", "DESCENDING"))
        if inside and inside != [Span(part.first, last)]:
            return True
    return False


class _Columns:
    """What the WITH before counts and groups by, each under a name of ours."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._named: dict[tuple[str, ...], str] = {}  # by the words of what it stands for
        self.texts: list[str] = []
        used = re.findall(r"\b_lifted(\d+)\b", query.text)
        self._number = max(map(int, used), default=0)

    def name(self, span: Span) -> str:
        """The name of this expression, a new one if it has none yet."""
        words = self._words(span)
        if words not in self._named:
            self._number += 1
            self._named[words] = f"_lifted{self._number}"
            self.texts.append(f"{self._query.source(span)} AS {self._named[words]}")
        return self._named[words]

    def variable(self, span: Span) -> None:
        """Keep a variable under its own name."""
        text = self._query.source(span)
        if text not in self.texts:
            self.texts.append(text)

    def rewritten(self, span: Span) -> str:
        """The text of a span with aggregates and keys replaced by the names that stand for them."""
        query = self._query
        calls = {call.first: call for call in aggregates(query, span)}
        by: list[tuple[Span, str]] = []
        position = span.first
        while position < span.last:
            part = calls.get(position) or self._key_at(position, span.last)
            if part:
                by.append((part, self.name(part)))
            position = part.last if part else position + 1
        return query.replaced(span, by)

    def refuse_others(self, span: Span) -> None:
        """Refuse what the aggregates are not counted by: `a {.id, names: collect(b.name)}`, without `a`.

        Raises:
            QueryRefused: a variable of a pattern is beside them, and no column of its own.
        """
        query = self._query
        before = Span(0, span.first)
        known = {query.text_at(variable.at) for variable in variables(query, before)} - set(self.texts)
        own = (at for at in range(span.first, span.last) if query.text_at(at + 1).upper() in ("IN", "="))
        bound = {query.text_at(at) for at in own}
        inside = {at for call in aggregates(query, span) for at in range(call.first, call.last)}
        position = span.first
        while position < span.last:
            key = None if position in inside else self._key_at(position, span.last)
            name = query.text_at(position)
            alone = query.text_at(position - 1) not in (".", ":") and query.text_at(position + 1) not in ":("
            if key is None and position not in inside and alone and name in known - bound:
                raise QueryRefused(
                    f"{name} stands beside an aggregate: it has to be a column itself,"
                    " or the aggregate be told in a WITH before"
                )
            position = key.last if key else position + 1

    def _key_at(self, position: int, last: int) -> Span | None:
        """A key that begins here, the longest one: `a.name`, but not in `b.a.name`."""
        if self._query.text_at(position - 1) == ".":
            return None
        lengths = sorted({len(words) for words in self._named}, reverse=True)
        spans = (Span(position, position + length) for length in lengths if position + length <= last)
        return next((span for span in spans if self._words(span) in self._named), None)

    def _words(self, span: Span) -> tuple[str, ...]:
        return tuple(token.text for token in self._query.tokens[span.first : span.last])


def _lifted(query: Query, projection: Projection) -> str:
    if any(query.source(item.expression) == "*" for item in projection.items):
        raise QueryRefused(
            'the embedded engine cannot compute with an aggregate beside "*": name it in a WITH of its own'
        )
    columns = _Columns(query)
    for item in projection.items:
        if not any(aggregates(query, item.expression)):
            if query.is_variable(item.expression):
                columns.variable(item.expression)
            else:
                columns.name(item.expression)
    for item in projection.items:
        if any(aggregates(query, item.expression)):
            columns.refuse_others(item.expression)
    shown = [_shown(query, item, columns) for item in projection.items]
    tail = columns.rewritten(projection.tail)
    begin = f"{projection.kind} DISTINCT" if projection.distinct else projection.kind
    text = f"WITH {', '.join(columns.texts)} {begin} {', '.join(shown)} {tail}"
    return query.with_replaced(projection.whole, text.rstrip())


def _shown(query: Query, item: Item, columns: _Columns) -> str:
    """The column as it is projected in the end, under the name that it had."""
    source = query.source(item.expression)
    if query.is_variable(item.expression):
        return f"{source} AS {item.alias}" if item.alias else source
    name = item.alias or named(source)
    return f"{columns.rewritten(item.expression)} AS {name}"
