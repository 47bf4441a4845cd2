"""Components of days and points that the embedded engine spells otherwise: `day.quarterDay` is its
`day.dayOfQuarter`, and `point.crs` gives `WGS-84` where Neo4j gives `wgs-84`.
"""

from __future__ import annotations

from graph.store.dialect.chains import is_call
from graph.store.dialect.clauses import Query, Span
from graph.store.dialect.columns import keep_name


def plain_quarters(query: Query) -> str | None:
    """The query with one `quarterDay` as `dayOfQuarter`; None where there is none."""
    for at, token in enumerate(query.tokens):
        if token.text == "quarterDay" and query.text_at(at - 1) == ".":
            return keep_name(query, at) or query.with_replaced(Span(at, at + 1), "dayOfQuarter")
    return None


def lower_systems(query: Query) -> str | None:
    """The query with one `.crs` in small letters; None where all are."""
    for at, token in enumerate(query.tokens):
        if token.text != "crs" or query.text_at(at - 1) != ".":
            continue
        begin = _begin(query, at - 1)
        if begin is not None and query.text_at(begin - 2) != "toLower":
            whole = Span(begin, at + 1)
            return keep_name(query, at) or query.with_replaced(whole, f"toLower({query.source(whole)})")
    return None


def _begin(query: Query, dot: int) -> int | None:
    """Where the value begins whose component is asked for; None where it is that of a map projection."""
    at = dot - 1
    while True:
        token = query.tokens[at]
        if token.text in (")", "]", "}"):
            at = query.partner[at]
            if query.text_at(at) == "(" and is_call(query, at):
                at -= 1
            elif query.text_at(at) == "[" and _is_value(query, at - 1):
                at -= 1
                continue
        elif not token.is_name and token.kind != "parameter":
            return None
        if query.text_at(at - 1) != ".":
            return at
        at -= 2


def _is_value(query: Query, position: int) -> bool:
    """Whether what ends here may have an index behind it: `points[0]`."""
    token = query.tokens[position]
    return token.text in (")", "]", "}") or token.kind in ("name", "quoted", "parameter")
