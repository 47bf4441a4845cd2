"""What only a Neo4j needs: indexes that the embedded engine has not, and care for what others keep there."""

from __future__ import annotations

import re
from contextlib import suppress

from graph.errors import QueryRefused, StoreError
from graph.store.schema import STATEMENTS, Execute, found
from graph.store.shape import KEYS

# Those over words are brought up to date behind a commit, which would otherwise wait for them.
_LATER = "OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}}"
SEARCHES = (
    "CREATE TEXT INDEX armsgraph_alias_text IF NOT EXISTS FOR (n:Alias) ON (n.text)",
    "CREATE INDEX armsgraph_article_published_on IF NOT EXISTS FOR (n:Article) ON (n.published_on)",
    "CREATE FULLTEXT INDEX armsgraph_names IF NOT EXISTS FOR (n:Actor|Item|Place|Alias)"
    f" ON EACH [n.name, n.text] {_LATER}",
    f"CREATE FULLTEXT INDEX armsgraph_quotes IF NOT EXISTS FOR (n:Assertion) ON EACH [n.quote] {_LATER}",
    f"CREATE FULLTEXT INDEX armsgraph_titles IF NOT EXISTS FOR (n:Article) ON EACH [n.title] {_LATER}",
)

_NAME = re.compile(r"(?:INDEX|CONSTRAINT) (\w+) ")
_LABELS = (*KEYS, "Meta")


def refuse_foreign(read: Execute, location: str) -> None:
    """Refuse a database in which somebody else's nodes have labels of ours: we would take them for our own.

    Other labels do no harm; nothing of ours touches them.

    Raises:
        StoreError: there are such nodes; nothing has been changed.
    """
    held: list[str] = []
    for label in _LABELS:
        number = read(f"MATCH (n:{label}) RETURN count(n) AS number", {})[0]["number"]
        held += [f"{label} ({number})"] if number else []
    if held and found(read) is None:  # or another process of ours has just made the graph
        raise StoreError(
            f"{location}: the database has nodes that armsgraph did not write, labelled {', '.join(held)}"
            " as its own would be; nothing was changed: give it a database (NEO4J_DATABASE) or a server"
            " of its own"
        )


def complete(read: Execute, write: Execute) -> None:
    """Make the constraints and indexes that are missing, as after an import; again does no harm."""
    there: set[object] = set()
    with suppress(QueryRefused):  # a user who may write need not be one who may look at indexes
        there = {row["name"] for row in read("SHOW INDEXES YIELD name RETURN name", {})}
        for statement in (*STATEMENTS, *SEARCHES):
            name = _NAME.search(statement)
            if name and name[1] not in there:
                write(statement, {})
