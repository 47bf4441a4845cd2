"""What the embedded engine takes, answers with something, and Cypher does not know: refused as Neo4j does."""

from __future__ import annotations

from graph.errors import QueryRefused
from graph.store.dialect.clauses import Projection, Query, Span

_UNFINISHED = ("MATCH", "WITH", "UNWIND")
_KNOWN = ("db.labels", "db.relationshiptypes")
_FULLTEXT = "db.index.fulltext."


def refuse(query: Query) -> None:
    """Refuse what Neo4j would.

    Raises:
        QueryRefused: there is such a thing; it says what to write instead.
    """
    for projection in query.projections():
        _refuse_columns(query, projection)
    for clause in query.clauses():
        first = clause.whole.first
        kind = clause.kind
        if kind == "OPTIONAL":
            kind = query.tokens[first + 1].word
        if clause.last_of_query and kind in _UNFINISHED and query.enclosing(first) < 0:
            raise QueryRefused(f"a query cannot end with {kind}: it ends with RETURN")
        if kind == "CALL":
            _refuse_procedure(query, first + 1 + (clause.kind == "OPTIONAL"))
    for position in range(len(query.tokens) - 1):
        _refuse_word(query, position)


def _refuse_columns(query: Query, projection: Projection) -> None:
    names = []
    for item in projection.items:
        source = query.source(item.expression)
        named = item.alias is not None or query.is_variable(item.expression) or source == "*"
        if not named and (projection.kind == "WITH" or _is_called(query, projection)):
            where = "WITH" if projection.kind == "WITH" else "the RETURN of a CALL"
            raise QueryRefused(f"{source}: an expression in {where} needs a name: {source} AS name")
        names.append((item.alias or source).strip("`"))
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is not None:
        raise QueryRefused(f"{twice}: two columns have the same name")
    words = [query.tokens[at].word for at in query.top(projection.page)]
    if "LIMIT" in words and {"SKIP", "OFFSET"} & set(words[words.index("LIMIT") :]):
        raise QueryRefused("LIMIT stands before SKIP: write SKIP first")


def _is_called(query: Query, projection: Projection) -> bool:
    """Whether the rows of this RETURN are those of a `CALL { ... }` or a `CALL (a) { ... }`."""
    brace = query.enclosing(projection.whole.first)
    before = query.partner.get(brace - 1, brace) if query.text_at(brace - 1) == ")" else brace
    return brace >= 0 and query.tokens[before - 1].word == "CALL"


def _refuse_procedure(query: Query, position: int) -> None:
    if query.text_at(position) in ("{", "("):
        return
    end = position + 1
    while query.text_at(end) == ".":
        end += 2
    name = query.source(Span(position, end))
    if name.lower().startswith(_FULLTEXT):
        raise QueryRefused(
            "the embedded engine has no full-text index: write WHERE toLower(a.quote) CONTAINS 'howitzer'"
        )
    if name.lower() not in _KNOWN:
        raise QueryRefused(
            f"the embedded engine has no procedure {name}, but db.labels() and db.relationshipTypes()"
        )


def _refuse_word(query: Query, position: int) -> None:
    token, following = query.tokens[position], query.tokens[position + 1]
    if token.text == "!" and following.text == "=" and token.end == following.start:
        raise QueryRefused("!= is no operator of Cypher: write <>")
    closing = query.partner.get(position + 1, 0)
    if (
        token.word == "EXISTS"
        and following.text == "("
        and closing == position + 5
        and query.text_at(position + 3) == "."
    ):
        what = query.source(Span(position + 2, closing))
        raise QueryRefused(f"exists({what}) is Cypher no more: write {what} IS NOT NULL")
