"""What the embedded engine takes, answers with something, and Cypher does not know: refused as Neo4j does."""

from __future__ import annotations

from graph.errors import QueryRefused
from graph.store.dialect.aggregates import aggregates
from graph.store.dialect.chains import is_call
from graph.store.dialect.clauses import Clause, Projection, Query, Span
from graph.store.dialect.longer import hops
from graph.store.dialect.nulls import declared
from graph.store.dialect.paths import FUNCTIONS

_UNFINISHED = ("MATCH", "WITH", "UNWIND")
_KNOWN = {"db.labels": "label", "db.relationshiptypes": "relationshipType"}
_PLUGINS = ("apoc", "gds")
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
            _refuse_told_twice(query, clause, first + 1 + (clause.kind == "OPTIONAL"))
        if kind == "UNWIND":
            name = query.text_at(clause.whole.last - 1)
            if name in declared(query, clause.whole.first):
                raise QueryRefused(
                    f"{name}: there is a variable of this name: call what UNWIND gives otherwise"
                )
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
    _refuse_order(query, projection)
    words = [query.tokens[at].word for at in query.top(projection.page)]
    if "LIMIT" in words and {"SKIP", "OFFSET"} & set(words[words.index("LIMIT") :]):
        raise QueryRefused("LIMIT stands before SKIP: write SKIP first")


def _refuse_order(query: Query, projection: Projection) -> None:
    """Refuse to order by an aggregate that is not told: the engine would order by nothing."""

    def words(span: Span) -> list[str]:
        return [token.text.lower() for token in query.tokens[span.first : span.last]]

    told = [words(call) for item in projection.items for call in aggregates(query, item.expression)]
    for call in aggregates(query, projection.order):
        if told and words(call) not in told:
            source = query.source(call)
            raise QueryRefused(f"ORDER BY {source}: it has to be among the columns: {source} AS name")


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
    if name.lower().startswith(_PLUGINS):
        _refuse_plugin(name)
    if name.lower().startswith(_FULLTEXT):
        raise QueryRefused(
            "the embedded engine has no full-text index: write WHERE toLower(a.quote) CONTAINS 'howitzer'"
        )
    if name.lower() not in _KNOWN:
        raise QueryRefused(
            f"the embedded engine has no procedure {name}, but db.labels() and db.relationshipTypes()"
        )
    if query.text_at(end) == "(":
        end = query.partner[end] + 1
    elif end < len(query.tokens) and query.text_at(end) != ";":
        raise QueryRefused(f"{name}: a procedure in a query is called with brackets: CALL {name}()")
    yielded, known = query.text_at(end + 1), _KNOWN[name.lower()]
    if query.text_at(end).upper() == "YIELD" and yielded not in (known, "*"):
        raise QueryRefused(f"{name}() yields no {yielded}: write YIELD {known}")


def _refuse_plugin(name: str) -> None:
    raise QueryRefused(f"{name}: APOC and GDS are plugins of Neo4j; a query that runs everywhere uses none")


def _refuse_told_twice(query: Query, clause: Clause, position: int) -> None:
    """Refuse a subquery that tells a variable which is known before it: `CALL (a) { RETURN 1 AS a }`."""
    brace = query.partner[position] + 1 if query.text_at(position) == "(" else position
    if query.text_at(brace) != "{":
        return
    handed = {query.text_at(at) for at in range(position + 1, brace) if query.tokens[at].is_name}
    known = declared(query, clause.whole.first)
    if brace == position and query.tokens[brace + 1].word == "WITH":
        importing = next(found for found in query.projections() if found.whole.first == brace + 1)
        handed = {query.source(item.expression) for item in importing.items}
        _refuse_more_than_handing(query, importing)
    for projection in query.projections():
        if projection.kind == "RETURN" and query.enclosing(projection.whole.first) == brace:
            for item in projection.items:
                name = item.alias or query.source(item.expression)
                if name == "*" and brace == position and handed:
                    raise QueryRefused("*: a CALL cannot return what was handed to it: name what it returns")
                if name in handed | known:
                    raise QueryRefused(
                        f"{name}: a CALL cannot return what is known before it: name it otherwise"
                    )


def _refuse_more_than_handing(query: Query, importing: Projection) -> None:
    """Refuse `CALL { WITH a WHERE a.x ... }`: the WITH that hands variables over does nothing else."""
    names = [item for item in importing.items if query.is_variable(item.expression)]
    if names and (
        importing.tail or importing.distinct or names != list(importing.items) or any(i.alias for i in names)
    ):
        source = query.source(importing.whole)
        raise QueryRefused(
            f"{source}: the first WITH of a CALL hands variables over alone: CALL (a) {{ ... }}"
        )


def _refuse_word(query: Query, position: int) -> None:
    token, following = query.tokens[position], query.tokens[position + 1]
    if token.text == "[" and following.text == ".." and query.text_at(position + 2) == "]":
        raise QueryRefused("[..]: a part of a list has a first or a last place: [1..], [..3]")
    if token.text == "!" and following.text == "=" and token.end == following.start:
        raise QueryRefused("!= is no operator of Cypher: write <>")
    if token.text.lower() in _PLUGINS and following.text == "." and query.text_at(position - 1) != ".":
        end = position + 1
        while query.text_at(end) == ".":
            end += 2
        if query.text_at(end) == "(":
            _refuse_plugin(query.source(Span(position, end)))
    if token.text == "|" and following.text == ":":
        outer = query.enclosing(position)
        told = query.tokens[outer + 1 : query.partner[outer]] if outer >= 0 else []
        if query.text_at(outer) == "[" and (told[0].is_name or {part.text for part in told} & {"*", "{"}):
            raise QueryRefused("types are told apart by | alone: [s:SUPPLIES|PART_OF]")
    closing = query.partner.get(position + 1, 0)
    if token.word in FUNCTIONS and following.text == "(":
        inside = query.top(Span(position + 2, closing))
        bracket = next((at for at in inside if query.text_at(at) == "["), None)
        if bracket is not None:
            hops(query, bracket)
    if token.word == "LENGTH" and is_call(query, position + 1) and closing == position + 5:
        if query.text_at(position + 3) == ".":
            what = query.source(Span(position + 2, closing))
            raise QueryRefused(f"length({what}): length() is of paths: write size({what})")
    if (
        token.word == "EXISTS"
        and following.text == "("
        and closing == position + 5
        and query.text_at(position + 3) == "."
    ):
        what = query.source(Span(position + 2, closing))
        raise QueryRefused(f"exists({what}) is Cypher no more: write {what} IS NOT NULL")
