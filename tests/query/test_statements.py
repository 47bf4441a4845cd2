"""What somebody may ask in Cypher gets the rows that Neo4j gives, on the embedded engine too."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from graph.errors import QueryRefused
from graph.store import Store
from tests.query.generated import ORDERED, query_by
from tests.support.neo4j_server import Server
from tests.support.rows import answer

_FILE = Path(__file__).with_name("statements.cypher")
STATEMENTS = [
    part.strip()
    for part in re.split(r";.*$", _FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    if part.strip()
]
PARAMETERS: dict[str, object] = {
    "ids": ["iran", "russia", "nobody"],
    "limit": 3,
    "map": {"id": "north-korea", "n": [1, 2.5]},
    "name": "Iran",
    "none": None,
    "pattern": "(?i).*(korea|russ).*",
    "since": "2025-01-01",
}


def _name(statement: str) -> str:
    return re.sub(r"//.*\n", "", statement)[:60]


@pytest.mark.parametrize("statement", STATEMENTS, ids=_name)
def test_the_rows_are_those_of_neo4j(
    statement: str, store: Store, embedded: Store, neo4j_server: Server
) -> None:
    assert store.location == neo4j_server.uri
    rows = answer(store, statement, PARAMETERS)
    assert rows, "nothing is compared"
    assert answer(embedded, statement, PARAMETERS) == rows


@pytest.mark.parametrize("seed", range(10))
def test_the_rows_of_random_queries(seed: int, store: Store, embedded: Store, neo4j_server: Server) -> None:
    dice = random.Random(seed)
    for _ in range(12):
        query = query_by(dice)
        assert _close(embedded, query) == _close(store, query), query


def _close(store: Store, query: str) -> list[str]:
    """The rows with floats cut where the last digit hangs on the order of adding up."""

    def cut(value: object) -> object:
        return round(value, 9) if isinstance(value, float) else value

    rows = (json.dumps({name: cut(value) for name, value in row.items()}) for row in store.run(query))
    return list(rows) if query.endswith(ORDERED) else sorted(rows)


REFUSED = [
    "USE other MATCH (a) RETURN a",
    "MATCH p = SHORTEST 2 GROUPS (a:Actor)-[:SUPPLIES]-+(b:Actor) RETURN p",
    "SHOW FUNCTIONS",
    "CALL dbms.components() YIELD name RETURN name",
    "RETURN split('a,b;c', [',', ';']) AS parts",
    "MATCH (c:Claim) WITH *, count(*) > 1 AS many RETURN many",
]


@pytest.mark.parametrize("query", REFUSED)
def test_what_the_embedded_engine_cannot_do_it_refuses(query: str, embedded: Store) -> None:
    with pytest.raises(QueryRefused) as caught:
        embedded.run(query)
    assert "\n" not in str(caught.value)
    assert "writes" not in str(caught.value)
