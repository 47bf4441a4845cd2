"""What only a Neo4j needs: indexes that the embedded engine has not, and care for what others keep there."""

from __future__ import annotations

import re
from contextlib import suppress

from graph.errors import QueryRefused, StoreError
from graph.store.schema import STATEMENTS, Execute, found
from graph.store.shape import KEYS, RELATIONSHIPS

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
_SHOWN = "YIELD name, type, labelsOrTypes, properties"

_On = tuple[frozenset[str], frozenset[str]]
"""The labels or types that a constraint or an index is on, and the properties."""


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


def refuse_others_schema(read: Execute, location: str) -> None:
    """Refuse constraints and indexes of somebody else's that ours cannot stand beside.

    That is a constraint on labels or types of ours, which a load would break half-way; an index where
    ours needs a constraint; and something else under a name of ours, which would be taken for it.

    Raises:
        StoreError: there is one; nothing has been changed.
    """
    try:
        constraints = read(f"SHOW CONSTRAINTS {_SHOWN}", {})
        indexes = read(f"SHOW INDEXES {_SHOWN}, owningConstraint", {})
    except QueryRefused:  # a user who may write need not be one who may look at them
        return
    ours = dict(map(_stands_for, (*STATEMENTS, *SEARCHES)))
    keys = [_stands_for(statement)[1] for statement in STATEMENTS if "CONSTRAINT" in statement]
    names = {*_LABELS, *(shape.type for shape in RELATIONSHIPS)}
    for row in (*constraints, *indexes):
        name, kind, on = str(row["name"]), str(row["type"]), _on(row["labelsOrTypes"], row["properties"])
        if row.get("owningConstraint"):
            continue  # it is the constraint's
        key = on in keys
        if "owningConstraint" in row:
            harm = kind == "RANGE" and key
        else:
            harm = bool(names & on[0]) and not (key and ("UNIQUENESS" in kind or "KEY" in kind))
        harm = harm or ours.get(name, on) != on
        if harm:
            what = "an index" if "owningConstraint" in row else "a constraint"
            raise StoreError(
                f"{location}: the database has {what} {name} on {', '.join(sorted(on[0]))}"
                f" ({', '.join(sorted(on[1]))}) that armsgraph did not make and cannot live with;"
                " nothing was changed: drop it, or give armsgraph a database (NEO4J_DATABASE) of its own"
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


def _stands_for(statement: str) -> tuple[str, _On]:
    """The name of what a statement makes, and what that is on.

    >>> _stands_for("CREATE INDEX x FOR (n:A|B) ON EACH [n.c]") == ("x", (frozenset("AB"), frozenset("c")))
    True
    """
    name, labels = _NAME.search(statement), re.search(r"[(\[][nr]:([\w|]+)[)\]]", statement)
    if name is None or labels is None:
        raise ValueError(statement)
    return name[1], _on(labels[1].split("|"), re.findall(r"\b[nr]\.(\w+)", statement))


def _on(labels: object, properties: object) -> _On:
    """Two lists of a row as sets; an index of all labels has neither."""
    return tuple(  # type: ignore[return-value]
        frozenset(str(one) for one in listed) if isinstance(listed, list) else frozenset()
        for listed in (labels, properties)
    )
