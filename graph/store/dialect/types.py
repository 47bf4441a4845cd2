"""Types behind `IS ::`: the embedded engine takes `INT` for a type that nothing has, and refuses
`x IS :: INTEGER | FLOAT`, which is `(x IS :: INTEGER OR x IS :: FLOAT)`.
"""

from __future__ import annotations

from graph.errors import QueryRefused
from graph.store.dialect.clauses import Query, Span
from graph.store.dialect.tokens import word_set

_WORDS = word_set(
    "ANY ARRAY BOOL BOOLEAN DATE DATETIME DURATION EDGE FLOAT INT INTEGER LIST LOCAL MAP NODE NOTHING NULL"
    " PATH POINT PROPERTY RELATIONSHIP SIGNED STRING TIME TIMESTAMP TIMEZONE TYPED VALUE VARCHAR VERTEX"
    " ZONE ZONED"
)
_PAIRS = {
    ("NOT", "NULL"),
    ("WITH", "TIME"),
    ("WITHOUT", "TIME"),
    ("WITH", "TIMEZONE"),
    ("WITHOUT", "TIMEZONE"),
}
_BEFORE = word_set(", = <> < > <= >= | :")  # what an operand of IS ends at, going back
_BEFORE_WORDS = word_set("AND OR XOR NOT WHERE WHEN THEN ELSE CASE RETURN WITH DISTINCT BY UNWIND")


def plain_integers(query: Query) -> str | None:
    """The query with one `INT` in a type as `INTEGER`; None where there is none."""
    for position in range(len(query.tokens)):
        begin = _type_begin(query, position)
        for at in range(begin or 0, _type_end(query, begin) if begin else 0):
            if query.tokens[at].word == "INT":
                return query.with_replaced(Span(at, at + 1), "INTEGER")
    return None


def part_unions(query: Query) -> str | None:
    """The query with one `x IS :: A | B` as two of its kind; None where there is none.

    Raises:
        QueryRefused: of these types one may be null, and another may not.
    """
    for position in range(len(query.tokens)):
        begin = _type_begin(query, position)
        if begin is None:
            continue
        types = [Span(begin, _type_end(query, begin))]
        while query.text_at(types[-1].last) == "|":
            following = types[-1].last + 1
            types.append(Span(following, _type_end(query, following)))
            if not types[-1]:  # "[x IN list WHERE x IS :: STRING | x]"
                types.pop()
                break
        if len({query.tokens[one.last - 1].word == "NULL" for one in types}) > 1:
            raise QueryRefused(
                f"{query.source(Span(begin, types[-1].last))}: NOT NULL stands behind each type or none"
            )
        operand = _operand(query, position) if len(types) > 1 else None
        if operand:
            negated = query.tokens[position + 1].word == "NOT"
            head = f"{query.source(operand)} {query.source(Span(position, begin))}"
            parts = (" AND " if negated else " OR ").join(f"{head} {query.source(one)}" for one in types)
            return query.with_replaced(Span(operand.first, types[-1].last), f"({parts})")
    return None


def _type_begin(query: Query, position: int) -> int | None:
    """Where the type begins that an IS here asks for, None where it asks for none."""
    if query.tokens[position].word != "IS" or query.text_at(position - 1) == ".":
        return None
    sign = position + 1 + (query.text_at(position + 1).upper() == "NOT")
    return sign + 1 if query.text_at(sign).upper() in ("::", "TYPED") else None


def _type_end(query: Query, position: int) -> int:
    at, depth = position, 0
    while at < len(query.tokens):
        token, following = query.tokens[at], query.text_at(at + 1)
        if token.text in ("<", ">"):
            depth += 1 if token.text == "<" else -1
            if depth < 0:
                break
        elif (token.word, following.upper()) in _PAIRS:
            at += 1
        elif token.word not in _WORDS and not (depth and token.text == "|"):
            break
        at += 1
    return at


def _operand(query: Query, position: int) -> Span | None:
    """What stands before an IS, None where that cannot be told."""
    begin = query.enclosing(position) + 1
    inside = list(query.top(Span(begin, position)))
    for at in reversed(inside):
        token = query.tokens[at]
        if query.text_at(at - 1) == ".":
            continue
        if token.word == "END":
            return None
        told = token.word == "WITH" and query.text_at(at - 1).upper() in ("STARTS", "ENDS")
        if (token.word in _BEFORE_WORDS and not told) or token.text in _BEFORE:
            begin = at + 1
            break
    return Span(begin, position) or None
