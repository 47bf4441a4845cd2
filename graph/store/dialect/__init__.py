"""A Cypher query as the embedded engine has to be asked it, so that it answers what Neo4j answers.

Only what that engine is known to answer wrongly, or not at all, is written otherwise, each in a module
of its own; every other query is left as it is, to the letter. Which these are was found by asking both
engines the same; tests/query/statements.cypher asks them again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from graph.store.dialect import (
    columns,
    components,
    fields,
    functions,
    longer,
    mistakes,
    nulls,
    ordering,
    paths,
    patterns,
    selectors,
    types,
    unions,
    uses,
)
from graph.store.dialect.aggregates import lift
from graph.store.dialect.clauses import Query

_Value = TypeVar("_Value")

_MOST = 100  # of the changes to one query; each takes away what it is for
_VERSION = re.compile(r"\s*CYPHER(?:\s+\d+)?(?:\s+\w+\s*=\s*\w+)*\s+", re.IGNORECASE)
_NEWER = re.compile(r"\s*CYPHER\s+25\b", re.IGNORECASE)  # which knows more functions
_OWN = re.compile(r"_(?:end|path)\d+$")  # names of ours, which a "*" does not stand for


def _plain_numbers(query: Query) -> str | None:
    """`1_000` as `1000`."""
    for token in query.tokens:
        if token.kind == "number" and "_" in token.text:
            return f"{query.text[: token.start]}{token.text.replace('_', '')}{query.text[token.end :]}"
    return None


_CHANGES: tuple[Callable[[Query], str | None], ...] = (
    _plain_numbers,
    fields.as_spelled,
    components.plain_quarters,
    components.lower_systems,
    uses.hand_all_over,
    columns.beside_star,
    columns.name_star,
    columns.name_maps,
    columns.align_union,
    unions.distinct,
    types.plain_integers,
    types.part_unions,
    selectors.call_by_function,
    paths.name_relationships,
    longer.look,
    patterns.quantify,
    patterns.collect,
    patterns.exists,
    patterns.match,
    nulls.only_where_known,
    nulls.look_for_another,
    uses.part_from_unwind,
    uses.keep_relationships,
    lift,
    ordering.keep,
    ordering.filter_after,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it is asked, and what is done with it beside.

    Attributes:
        written: the query without `CYPHER 5`.
        text: what the engine is asked.
        explains: only whether the query is right is asked; Neo4j gives no rows.
        behind_star: the columns that the query names behind a "*", None where it has no "*".
        expressions: regular expressions as they stand in it: the engine takes wrong ones for such
            as nothing matches.
    """

    written: str
    text: str
    explains: bool
    behind_star: tuple[str, ...] | None
    expressions: tuple[str, ...]

    def ordered(self, row: dict[str, _Value]) -> dict[str, _Value]:
        """A row with its columns in Neo4j's order: what a "*" stands for by the alphabet."""
        if self.behind_star is None:
            return row
        names = sorted(name for name in row if name not in self.behind_star and not _OWN.match(name))
        return {name: row[name] for name in (*names, *self.behind_star) if name in row}


@lru_cache(maxsize=256)
def read(text: str) -> Asked:
    """A whole query for the embedded engine.

    Raises:
        QueryRefused: Neo4j would refuse it; or as `for_embedded`.
    """
    newer = _NEWER.match(text)
    text = _plain(text)
    query = Query.read(text)
    if query is None or query.tokens[0].word == "SHOW":  # which is no query
        return Asked(text, text, explains=False, behind_star=None, expressions=())
    mistakes.refuse(query)
    fields.refuse(query)
    if not newer:
        functions.refuse(query)
    patterns.refuse_computed_types(query)
    tokens = query.tokens
    expressions = tuple(
        tokens[at + 1].text
        for at in range(len(tokens) - 1)
        if tokens[at].text == "=~"
        and tokens[at + 1].kind in ("string", "parameter")
        and query.text_at(at + 2) not in ("+", "|", "[", ".")
    )
    explains = any(token.word == "EXPLAIN" for token in tokens[: _first_clause(query)])
    return Asked(text, for_embedded(text), explains, columns.behind_star(query), expressions)


def _plain(text: str) -> str:
    """The text without `CYPHER 5`."""
    return _VERSION.sub("", text, count=1) if text.lstrip()[:6].upper() == "CYPHER" else text


def _first_clause(query: Query) -> int:
    return next((clause.whole.first for clause in query.clauses()), 0)


@lru_cache(maxsize=256)
def for_embedded(text: str) -> str:
    """The query, or a part of one, as the embedded engine has to be asked it.

    Raises:
        QueryRefused: that engine would answer wrongly, and there is no other way to ask.

    >>> for_embedded("MATCH (a) RETURN a.kind AS kind, count(*) > 2 AS many")
    'MATCH (a) WITH a.kind AS _lifted1, count(*) AS _lifted2 RETURN _lifted1 AS kind, _lifted2 > 2 AS many'
    """
    text = _plain(text)
    for _ in range(_MOST):
        query = Query.read(text)
        changed = None if query is None else next(filter(None, (change(query) for change in _CHANGES)), None)
        if changed is None:
            break
        text = changed
    return text
