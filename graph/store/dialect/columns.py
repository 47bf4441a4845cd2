"""The columns of the rows: all that RETURN names, under the names that Neo4j gives them, in its order.

The embedded engine forgets what stands beside a `*`, gives the columns of a `*` as they come, where Neo4j
sorts them, and calls `RETURN a {.name}` by its text, where Neo4j calls it `a`.
"""

from __future__ import annotations

from graph.store.dialect.chains import subquery
from graph.store.dialect.clauses import Clause, Item, Projection, Query, Span
from graph.store.dialect.nulls import declared


def beside_star(query: Query) -> str | None:
    """The query with what one RETURN tells beside a "*" told before; None where none does."""
    for projection in query.projections():
        star = _has_star(query, projection)
        if projection.kind != "RETURN" or not star:
            continue
        distinct = "DISTINCT " if projection.distinct else ""
        if len(projection.items) > 1:
            items = ", ".join(
                query.source(item.expression)
                if item.alias is None and _is_star(query, item)
                else _named(query, item)
                for item in projection.items
            )
            before = f"WITH {items} RETURN {distinct}*"
        elif projection.distinct and projection.order:  # it forgets them for the order
            before = "WITH DISTINCT * RETURN *"
        else:
            continue
        return query.with_replaced(projection.whole, f"{before} {query.source(projection.tail)}".rstrip())
    return None


def name_star(query: Query) -> str | None:
    """The query with the `RETURN *` of one `CALL { ... }` told in words; None where there is none."""
    for clause in query.clauses():
        brace = subquery(query, clause)
        if brace is None:
            continue
        for projection in query.projections():
            if (
                projection.kind == "RETURN"
                and query.enclosing(projection.whole.first) == brace
                and [query.source(item.expression) for item in projection.items] == ["*"]
            ):
                names = sorted(declared(query, projection.whole.first) - _handed(query, clause, brace))
                if names:
                    return query.with_replaced(projection.items[0].expression, ", ".join(names))
    return None


def _handed(query: Query, clause: Clause, brace: int) -> set[str]:
    """What `CALL (a)` or `CALL (*)` hands over."""
    if query.text_at(brace - 1) != ")":
        return set()
    told = {query.text_at(at) for at in range(query.partner[brace - 1] + 1, brace - 1)}
    return declared(query, clause.whole.first) if "*" in told else told


def name_maps(query: Query) -> str | None:
    """The query with one map of a variable under the variable's name; None where all have names."""
    for projection in query.projections():
        for item in projection.items if projection.kind == "RETURN" else ():
            first, last = item.expression.first, item.expression.last
            variable = Span(first, first + 1)
            if (
                item.alias is None
                and query.is_variable(variable)
                and query.text_at(first + 1) == "{"
                and query.partner[first + 1] == last - 1
                and not query.is_subquery(first + 1)
            ):
                return query.with_replaced(
                    item.expression, f"{query.source(item.expression)} AS {query.source(variable)}"
                )
    return None


def keep_name(query: Query, position: int) -> str | None:
    """The query in which the column that this position lies in has a name; None where it has one."""
    for projection in query.projections():
        for item in projection.items if projection.kind == "RETURN" else ():
            inside = item.expression.first <= position < item.expression.last
            if inside and item.alias is None and query.enclosing(item.expression.first) < 0:
                return query.with_replaced(item.expression, _named(query, item))
    return None


def align_union(query: Query) -> str | None:
    """The query with the columns of one part of a UNION in the order of its first; None where all are."""
    told: dict[int, list[str]] = {}  # by the bracket around
    for projection in query.projections():
        if projection.kind != "RETURN" or _has_star(query, projection):
            continue
        items = {
            item.alias or query.source(item.expression): _named(query, item) for item in projection.items
        }
        first = told.setdefault(query.enclosing(projection.whole.first), list(items))
        if list(items) != first and sorted(items) == sorted(first):
            whole = Span(projection.items[0].expression.first, projection.tail.first)
            return query.with_replaced(whole, ", ".join(items[name] for name in first))
    return None


def behind_star(query: Query) -> tuple[str, ...] | None:
    """What the query's first RETURN tells behind a "*"; None where it has none."""
    for projection in query.projections():
        if projection.kind == "RETURN" and query.enclosing(projection.whole.first) < 0:
            if not _has_star(query, projection):
                return None
            items = (item for item in projection.items if not _is_star(query, item))
            return tuple((item.alias or query.source(item.expression)).strip("`") for item in items)
    return None


def _has_star(query: Query, projection: Projection) -> bool:
    return any(_is_star(query, item) for item in projection.items)


def _is_star(query: Query, item: Item) -> bool:
    return query.source(item.expression) == "*"


def _named(query: Query, item: Item) -> str:
    source = query.source(item.expression)
    if query.is_variable(item.expression) and item.alias is None:
        return source
    return f"{source} AS {item.alias or named(source)}"


def named(source: str) -> str:
    """The name of a column that nobody gave one: its text.

    >>> named("a.`x`")
    '`a.``x```'
    """
    return f"`{source.replace('`', '``')}`"
