"""What a query may not do, told without an engine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice

from graph.errors import QueryRefused
from graph.store.dialect.tokens import tokens, word_set

READ_ONLY = "this query writes, and only reading is allowed here"
_UNKNOWN = "this query calls what the embedded engine does not have, or takes for writing"
_WRITING = word_set("CREATE MERGE SET DELETE REMOVE FOREACH INSERT DROP ALTER")

# Strings, quoted names and comments: nothing in them is a clause.
_QUOTED = re.compile(
    r"""'(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" | `(?:[^`]|``)*` | //[^\n]* | /\*.*?\*/""",
    re.VERBOSE | re.DOTALL,
)
_LOAD = re.compile(r"\bLOAD\s+CSV\b", re.IGNORECASE)
_MANAGING = word_set(
    "CREATE DROP ALTER START STOP GRANT DENY REVOKE ENABLE DISABLE RENAME DEALLOCATE REALLOCATE DRYRUN"
)
_PLACE = re.compile(r"\bline \d+")  # of a mistake
_EXPLAINS = word_set("EXPLAIN PROFILE")
_ADMINISTRATION = re.compile(r"\bTERMINATE\s+TRANSACTIONS?\b|\bdbms\s*\.\s*kill\w*", re.IGNORECASE)


def why_refused(query: str) -> str:
    """Why the embedded engine takes a query for one that writes: a procedure that it does not know is one.

    >>> why_refused("CREATE (:Actor)") == READ_ONLY, why_refused("CALL dbms.components()") == READ_ONLY
    (True, False)
    """
    return READ_ONLY if any(token.word in _WRITING for token in tokens(query)) else _UNKNOWN


def refuse_empty(query: str) -> None:
    """Refuse a query of nothing: one engine's driver takes it for a programmer's mistake.

    Raises:
        QueryRefused: there is no statement in it.
    """
    if not query.strip():
        raise QueryRefused("the query is empty")


def refuse_other_than_reading(query: str) -> None:
    """Refuse what an engine takes for reading and is not reading the graph.

    Raises:
        QueryRefused: the query is empty, loads files, makes or changes what is no graph (users, indexes),
            or ends what others do.

    >>> refuse_other_than_reading("RETURN 'LOAD CSV' AS words // LOAD CSV")
    """
    refuse_empty(query)
    clauses = _QUOTED.sub(" '' ", query)
    if clauses.lstrip(" '\n").startswith(":"):
        raise QueryRefused(
            "what begins with a colon is a command of Neo4j Browser's and no Cypher;"
            " a parameter is given as --param NAME=VALUE"
        )
    if _LOAD.search(clauses):
        raise QueryRefused("LOAD CSV reads files and addresses, and only reading the graph is allowed here")
    if _ADMINISTRATION.search(clauses):
        raise QueryRefused("ending transactions and connections is not allowed here")
    if any(token.word in _MANAGING for token in islice(tokens(query), 1)):
        raise QueryRefused(READ_ONLY)


@contextmanager
def as_written(query: str, asked: str, ask: Callable[[str], object]) -> Iterator[None]:
    """Tell where a mistake stands in a query's own words, when it was asked in others.

    Raises:
        QueryRefused: what is done inside raises it; with the place in `query`, where that is wrong by itself.
    """
    try:
        yield
    except QueryRefused as refused:
        if asked == query or not _PLACE.search(str(refused)):
            raise
        explains = any(token.word in _EXPLAINS for token in islice(tokens(query), 1))
        try:
            ask(query if explains else f"EXPLAIN {query}")
        except QueryRefused as own:
            if _PLACE.search(str(own)):
                raise own from refused
        raise
