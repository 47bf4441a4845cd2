"""`CALL { ... RETURN a UNION ... RETURN a }`: the embedded engine leaves some nodes twice there. What
DISTINCT leaves is right: `CALL { CALL { ... RETURN a UNION ALL ... RETURN a } RETURN DISTINCT a }`.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.store.dialect.chains import is_call, subquery
from graph.store.dialect.clauses import Clause, Projection, Query, Span


def distinct(query: Query) -> str | None:
    """The query with one UNION of a CALL told by a DISTINCT; None where none needs to."""
    for clause in query.clauses():
        brace = subquery(query, clause)
        if brace is None:
            continue
        unions = [
            at for at in query.top(Span(brace + 1, query.partner[brace])) if query.tokens[at].word == "UNION"
        ]
        unions = [at for at in unions if query.begins_clause(at)]
        returns = [found for found in query.projections() if _is_of(query, found, brace)]
        words = {query.tokens[at + 1].word for at in unions}
        if not unions or "ALL" in words or not any(_may_be_nodes(query, found) for found in returns):
            continue
        return _told(query, clause, brace, unions, returns)
    return None


def _is_of(query: Query, projection: Projection, brace: int) -> bool:
    return projection.kind == "RETURN" and query.enclosing(projection.whole.first) == brace


def _may_be_nodes(query: Query, projection: Projection) -> bool:
    """Whether a column is no property, number or text: a variable stands alone in it."""
    for item in projection.items:
        first, last = item.expression.first, item.expression.last
        for at in range(first, last):
            alone = query.text_at(at - 1) != "." and query.text_at(at + 1) not in (".", "(", ":")
            if query.tokens[at].is_name and alone and not _counts(query, at):
                return True
    return False


def _counts(query: Query, position: int) -> bool:
    """Whether what stands here is all that a function is asked of: `count(a)`, `size(list)`."""
    outer = query.enclosing(position)
    return outer >= 0 and query.text_at(outer) == "(" and is_call(query, outer)


def _told(query: Query, clause: Clause, brace: int, unions: list[int], returns: list[Projection]) -> str:
    end, optional = query.partner[brace], clause.kind == "OPTIONAL"
    names = ", ".join(item.alias or query.source(item.expression) for item in returns[0].items)
    keywords = [(Span(at, at + 1 + (query.tokens[at + 1].word == "DISTINCT")), "UNION ALL") for at in unions]
    inner = query.replaced(Span(brace, end + 1), keywords)
    head = query.source(Span(clause.whole.first, brace))
    handed = sorted(set(_handed(query, brace, unions)))
    hands = f"WITH {', '.join(handed)} " if handed else ""
    scope = query.source(Span(clause.whole.first + 1 + optional, brace))
    asked = " ".join(filter(None, ("CALL", scope, inner)))
    whole = Span(clause.whole.first, end + 1)
    return query.with_replaced(whole, f"{head} {{ {hands}{asked} RETURN DISTINCT {names} }}")


def _handed(query: Query, brace: int, unions: list[int]) -> Iterator[str]:
    """The variables that `CALL { WITH a ... UNION WITH a ... }` hands over."""
    begins = {brace + 1} | {at + 1 + (query.tokens[at + 1].word == "DISTINCT") for at in unions}
    for projection in query.projections():
        if projection.whole.first in begins and projection.kind == "WITH":
            for item in projection.items:
                if item.alias is None and query.is_variable(item.expression):
                    yield query.source(item.expression)
