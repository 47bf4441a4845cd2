"""Constraints, indexes and the schema version of a store."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.errors import SchemaMismatch, StoreError
from graph.store.protocol import Row
from graph.store.queries import text

VERSION = 2  # 2: days and moments are real dates and times
_KEY = "armsgraph"
_COPY = "copy"  # key of the mark of an unfinished copy

# The constraints stand before the first MERGE: without them every MERGE scans its label.
STATEMENTS = (
    "CREATE CONSTRAINT armsgraph_meta_key IF NOT EXISTS FOR (n:Meta) REQUIRE n.key IS UNIQUE",
    "CREATE CONSTRAINT armsgraph_article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT armsgraph_publisher_id IF NOT EXISTS FOR (n:Publisher) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT armsgraph_actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT armsgraph_item_id IF NOT EXISTS FOR (n:Item) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT armsgraph_place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT armsgraph_alias_key IF NOT EXISTS FOR (n:Alias) REQUIRE n.key IS UNIQUE",
    "CREATE CONSTRAINT armsgraph_assertion_id IF NOT EXISTS FOR (n:Assertion) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT armsgraph_claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX armsgraph_claim_relation IF NOT EXISTS FOR (n:Claim) ON (n.relation)",
    "CREATE INDEX armsgraph_supplies_claim IF NOT EXISTS FOR ()-[r:SUPPLIES]-() ON (r.claim)",
    "CREATE INDEX armsgraph_article_file IF NOT EXISTS FOR (n:Article) ON (n.file_hash)",
    "CREATE INDEX armsgraph_article_published IF NOT EXISTS FOR (n:Article) ON (n.published)",
    "CREATE INDEX armsgraph_actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name)",
    "CREATE INDEX armsgraph_item_name IF NOT EXISTS FOR (n:Item) ON (n.name)",
    "CREATE INDEX armsgraph_place_name IF NOT EXISTS FOR (n:Place) ON (n.name)",
)

Execute = Callable[[str, Mapping[str, object]], list[Row]]
"""Runs one statement in a transaction of its own and returns its rows."""


def found(execute: Execute) -> int | None:
    """The schema version of the store, None where there is no armsgraph graph yet."""
    rows = execute(text("meta_read"), {"key": _KEY})
    version = rows[0]["schema"] if rows else None
    return version if isinstance(version, int) else None


def unfinished(execute: Execute) -> str | None:
    """Of which store this one is a copy that is not finished; None where it is none."""
    rows = execute(text("copy_read"), {"mark": _COPY})
    return str(rows[0]["source"]) if rows else None


def refuse_unfinished(execute: Execute, location: str) -> None:
    """Refuse half a copy, which would answer with half of the graph.

    Raises:
        StoreError: it is one.
    """
    source = unfinished(execute)
    if source is not None:
        raise StoreError(
            f"{location}: has an unfinished copy of {source};"
            f" `armsgraph copy {source} {location}` goes on with it"
        )


def mark_unfinished(execute: Execute, source: str) -> None:
    """Mark a store as a copy that is not finished."""
    execute(text("copy_write"), {"mark": _COPY, "source": source})


def unmark_unfinished(execute: Execute) -> None:
    """Take that mark away."""
    execute(text("copy_remove"), {"mark": _COPY})


def take_turn(begin: Callable[[str, Mapping[str, object]], object]) -> None:
    """Let nobody else write to the graph until this transaction ends; reading goes on."""
    begin(text("turn"), {"key": _KEY})


def make(execute: Execute) -> None:
    """Make constraints, indexes and, last, the mark that they stand; again does no harm."""
    for statement in STATEMENTS:
        execute(statement, {})
    execute(text("meta_write"), {"key": _KEY, "schema": VERSION})


def check(version: int, location: str) -> None:
    """Refuse another version than ours.

    Raises:
        SchemaMismatch: always with what to do.
    """
    if version > VERSION:
        raise SchemaMismatch(
            f"{location} was made by a newer armsgraph (schema {version}, this one writes {VERSION}):"
            " upgrade armsgraph"
        )
    if version < VERSION:
        raise SchemaMismatch(
            f"{location} was made by an older armsgraph (schema {version}, this one writes {VERSION}):"
            " load the articles into a new store"
        )
