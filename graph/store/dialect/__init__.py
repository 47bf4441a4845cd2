"""A Cypher query as the embedded engine has to be asked it, so that it answers what Neo4j answers.

Only what that engine is known to answer wrongly, or not at all, is written otherwise, each in a module
of its own; every other query is left as it is, to the letter. Which these are was found by asking both
engines the same; tests/query/statements.cypher asks them again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from graph.store.dialect import ordering, paths
from graph.store.dialect.aggregates import lift
from graph.store.dialect.clauses import Query

_MOST = 100  # of the changes to one query; each takes away what it is for
_VERSION = re.compile(r"\s*CYPHER(?:\s+\d+)?(?:\s+\w+\s*=\s*\w+)*\s+", re.IGNORECASE)


def _plain_numbers(query: Query) -> str | None:
    """`1_000` as `1000`."""
    for token in query.tokens:
        if token.kind == "number" and "_" in token.text:
            return f"{query.text[: token.start]}{token.text.replace('_', '')}{query.text[token.end :]}"
    return None


_CHANGES: tuple[Callable[[Query], str | None], ...] = (
    _plain_numbers,
    paths.call_by_function,
    paths.name_relationships,
    paths.filter_after,
    lift,
    ordering.keep,
    ordering.filter_after,
)


@lru_cache(maxsize=256)
def for_embedded(text: str) -> str:
    """The query as the embedded engine has to be asked it.

    Raises:
        QueryRefused: that engine would answer wrongly, and there is no other way to ask.

    >>> for_embedded("MATCH (a) RETURN a.kind AS kind, count(*) > 2 AS many")
    'MATCH (a) WITH a.kind AS _lifted1, count(*) AS _lifted2 RETURN _lifted1 AS kind, _lifted2 > 2 AS many'
    """
    text = _VERSION.sub("", text, count=1) if text.lstrip()[:6].upper() == "CYPHER" else text
    for _ in range(_MOST):
        query = Query.read(text)
        changed = None if query is None else next(filter(None, (change(query) for change in _CHANGES)), None)
        if changed is None:
            break
        text = changed
    return text
