"""What somebody may ask in Cypher gets the rows that Neo4j gives, on the embedded engine too."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from graph.errors import QueryRefused
from graph.store import Store
from tests.query.generated import ORDERED, query_by
from tests.support.neo4j_server import Server
from tests.support.rows import PARAMETERS, answer, statements, title

STATEMENTS = statements(Path(__file__).with_name("statements.cypher"))


@pytest.mark.parametrize("statement", STATEMENTS, ids=title)
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


REFUSED = {
    "USE other MATCH (a) RETURN a": "USE",
    "MATCH p = SHORTEST 2 GROUPS (a:Actor)-[:SUPPLIES]-+(b:Actor) RETURN p": "SHORTEST 2 GROUPS",
    "SHOW FUNCTIONS": "SHOW",
    "CALL dbms.components() YIELD name RETURN name": "no procedure dbms.components",
    "CALL db.propertyKeys()": "no procedure db.propertyKeys",
    "CALL db.index.fulltext.queryNodes('armsgraph_quotes', 'x') YIELD node RETURN node": "toLower",
    "RETURN split('a,b;c', [',', ';']) AS parts": "split",
    "RETURN datetime({epochMillis: 5, timezone: 'Europe/Berlin'}) AS time": "timezone",
    "MATCH (c:Claim) WITH *, count(*) > 1 AS many RETURN many": "beside",
    "MATCH ()-[r:$('SUPPLIES')]->() RETURN count(r)": "write :A",
    "MATCH (n:$any(['Actor', 'Item'])) RETURN count(n)": "write :A",
    "MATCH (a:Actor {id: 'iran'}) OPTIONAL MATCH p = SHORTEST 1 (a)-[:SUPPLIES]-+(b:Actor)"
    " WHERE length(p) > 1 RETURN p": "write shortestPath",
    "MATCH (a:Actor {id: 'iran'}) OPTIONAL MATCH p = shortestPath((a)-[:SUPPLIES*..3]-(b:Actor))"
    " WHERE length(p) > 1 RETURN p": "two ends before",
    "MATCH p = shortestPath((:Actor {id: 'iran'})-[*..3]-(:Actor {id: 'russia'})),"
    " q = shortestPath((:Item)-[*..3]-(:Item)) WHERE length(p) > 1 RETURN p": "a MATCH for each",
    "MATCH p = shortestPath((:Actor {id: 'iran'})-[:SUPPLIES*]-(:Actor {id: 'russia'})) WHERE length(p) = 99"
    " RETURN p": r"\[\*\.\.8\]",
}


@pytest.mark.parametrize(("query", "told"), REFUSED.items())
def test_what_the_embedded_engine_cannot_do_it_refuses(query: str, told: str, embedded: Store) -> None:
    with pytest.raises(QueryRefused, match=told) as caught:
        embedded.run(query)
    assert "\n" not in str(caught.value)
    assert "writes" not in str(caught.value)


MISTAKES = [
    "MATCH (a:Actor)",
    "MATCH (a:Actor) WITH a",
    "UNWIND [1] AS x",
    "WITH 1 + 1 RETURN 1",
    "RETURN 1, 1",
    "MATCH (a:Actor) RETURN a.name AS n, a.id AS n",
    "MATCH (a:Actor) RETURN a.name LIMIT 3 SKIP 2",
    "MATCH (a:Actor) WHERE a.kind != 'state' RETURN a.id",
    "MATCH (a:Actor) WHERE exists(a.kind) RETURN a.id",
    "MATCH (a:Actor) WHERE size((a)-[:SUPPLIES]->()) > 1 RETURN a.id",
    "MATCH (a:Actor) WHERE a.name =~ '[' RETURN a.id",
    "MATCH (a:Actor) WHERE a.name =~ $map.id RETURN [",
    "MATCH (a:Actor) RETRUN a",
    "RETURN $missing",
    "RETURN 1; RETURN 2",
    "RETURN 1 / 0",
    "EXPLAIN MATCH (a:Actor) RETURN x",
    "MATCH (a:Actor) CALL (a) { RETURN a.id } RETURN 1",
    "MATCH (a:Actor) CALL (a) { RETURN 1 AS a } RETURN a",
    "MATCH (a:Actor) CALL { WITH a RETURN a.name AS a } RETURN a",
    "MATCH (a:Actor) CALL (a) { RETURN 1 AS x UNION RETURN 2 AS a } RETURN x",
    "CALL db.labels() YIELD name RETURN name",
    "call db.labels() yield name as x return x",
    "CALL db.relationshipTypes() YIELD type AS t RETURN t",
    "CALL apoc.meta.schema() YIELD value RETURN value",
    "MATCH (a:Actor) RETURN apoc.text.join(collect(a.name), ', ') AS names",
    "MATCH (a:Actor)-[s:SUPPLIES]->() RETURN a.id, count(*) AS n ORDER BY sum(s.origins)",
    "MATCH (a:Actor)-[s:SUPPLIES]->(b) RETURN a {.id, to: collect(b.id)[..2]} AS actor",
    "MATCH (a:Actor) RETURN COUNT { (a)--() } + count(*) AS n",
    "MATCH (a:Actor) RETURN length(a.name)",
    "MATCH p = shortestPath((a:Actor {id: 'iran'})-[:SUPPLIES*2..3]-(b:Actor {id: 'russia'})) RETURN p",
    "MATCH (a:Actor) CALL { WITH a WHERE a.kind = 'state' RETURN a.name AS n } RETURN n",
    "MATCH (a:Actor) CALL { WITH a, a.name AS n RETURN n } RETURN n",
    "MATCH (a:Actor) CALL { WITH a AS b RETURN b.name AS n } RETURN n",
    "MATCH (a)-[s:SUPPLIES|:PART_OF]->(b) RETURN count(*)",
    "MATCH (a)-[:SUPPLIES|:PART_OF*1..2]->(b) RETURN count(*)",
    "MATCH (a:Actor {id: 'iran'}) CALL (*) { RETURN a } RETURN a",
    "MATCH (a:Actor {id: 'iran'}) CALL { MATCH (a:Actor {id: 'russia'}) RETURN a } RETURN a.name",
    "MATCH (a:Actor) CALL () { MATCH (a:Actor) RETURN a } RETURN a.name",
    "MATCH (a:Actor) CALL { WITH a MATCH (a)-[:SUPPLIES]->(b) RETURN * } RETURN count(b)",
    "CALL { RETURN 1 AS x } CALL { RETURN 2 AS x } RETURN x",
    "UNWIND [1] AS x UNWIND [2] AS x RETURN x",
    "MATCH (x:Actor) UNWIND [1] AS x RETURN x",
    "CALL db.labels YIELD label RETURN label",
    "MATCH (a:Actor) CALL db.labels RETURN a.id",
    "RETURN format(date('2025-06-10'), 'yyyy') AS year",
    "RETURN text.join(['a', 'b'], ',') AS text",
    "RETURN coll.sort([2, 1]) AS list",
    "RETURN distance(point({x: 1, y: 2}), point({x: 2, y: 2})) AS far",
    "RETURN [1, 2][..] AS list",
    "RETURN 1 IS :: INTEGER | FLOAT NOT NULL AS number",
    "SELECT * FROM Actor",
    "MATCH (a:Actor) WHERE a.name LIKE 'I%' RETURN a",
    "MATCH (a:Actor) WHERE a.name == 'Iran' RETURN a",
    "MATCH (a:Actor) WHERE a.name = 'Iran RETURN a",
    "MATCH (a:Actor) RETURN a.kind, count(*) GROUP BY a.kind",
    "MATCH (a:Actor) RETURN a.name AS 'name'",
    "MATCH (a:Actor) WHERE count(a) > 1 RETURN a",
    "MATCH (a:Actor) WITH count(*) AS n RETURN a.name, n",
    "MATCH (a:Actor)->(b:Actor) RETURN a.id",
    "MATCH (a:Actor {name = 'Iran'}) RETURN a",
    "MATCH (a:Actor) RETURN a.name UNION MATCH (i:Item) RETURN i.name",
    "RETURN 1 AS x UNION RETURN 2 AS x UNION ALL RETURN 2 AS x",
    "RETURN date('10.06.2025')",
    "RETURN date('2025-01-01') - date('2024-01-01')",
    "RETURN duration('3 months')",
    "RETURN date.truncate('fortnight', date('2025-01-01'))",
    "RETURN date({year: 2025, months: 6})",
    "RETURN date({month: 6})",
    "RETURN date({year: 2025, day: 6})",
    "RETURN date({year: 2025, month: 6, week: 2})",
    "RETURN date({year: 2025, timezone: 'Europe/Berlin'})",
    "RETURN datetime({year: 2025, hour: 6})",
    "RETURN datetime({year: 2025, week: 6, hour: 6})",
    "RETURN datetime({date: date('2025-06-10'), minute: 6})",
    "RETURN time({hour: 6, second: 6})",
    "RETURN duration({month: 3})",
    "RETURN duration({})",
    "RETURN date.truncate('month', date('2025-06-10'), {days: 15})",
    "RETURN 'x' IN 'xyz'",
    "SHOW NOTHING",
    ":param id => 'iran'",
    "/* nothing */",
]
WRITES = [
    "CREATE (:X)",
    "MATCH (a:Actor) SET a.x = 1",
    "FOREACH (x IN [1] | CREATE (:X))",
    "CREATE FULLTEXT INDEX x FOR (n:X) ON EACH [n.y]",
    "CREATE DATABASE x",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    " /* no */ STOP DATABASE neo4j",
    "GRANT ROLE a TO b",
    "DROP INDEX armsgraph_names",
]


@pytest.mark.parametrize("query", [*MISTAKES, *WRITES])
def test_what_every_engine_refuses_is_told_in_one_line(query: str, store: Store, embedded: Store) -> None:
    for one in (store, embedded):
        with pytest.raises(QueryRefused) as caught:
            one.run(query, PARAMETERS)
        assert "\n" not in str(caught.value)
        assert ("this query writes" in str(caught.value)) == (query in WRITES)


@pytest.mark.parametrize("begin", ["", "CYPHER 5 "])
@pytest.mark.parametrize("wrong", ["LIMMIT 5", "ORDER BY", "SKIP (1 LIMIT 2"])
def test_a_mistake_is_told_where_the_user_wrote_it(begin: str, wrong: str, embedded: Store) -> None:
    query = f"{begin}MATCH (a:Actor)\nRETURN a.kind AS kind, count(*) > 1 AS many\n{wrong}"
    with pytest.raises(QueryRefused, match="line 3") as caught:
        embedded.run(query)
    assert "EXPLAIN" not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        "MATCH p = SHORTEST 1 (:Actor {id: 'north-korea'})-[:SUPPLIES]->+(:Actor {id: 'russia'}) RETURN *",
        "MATCH p = shortestPath((:Actor {id: 'north-korea'})-[:SUPPLIES*..3]-(b:Actor {id: 'russia'}))"
        " WHERE length(p) > 0 WITH * RETURN *, length(p) AS steps",
        "MATCH shortestPath((:Actor {id: 'north-korea'})-[r:SUPPLIES*..3]-(b:Actor {id: 'russia'}))"
        " WHERE size(r) > 0 RETURN *",
    ],
)
def test_a_star_is_what_the_query_names(query: str, store: Store, embedded: Store) -> None:
    assert list(embedded.run(query)[0]) == list(store.run(query)[0])


def test_what_is_only_explained_gives_no_rows(store: Store, embedded: Store) -> None:
    for query in ("EXPLAIN MATCH (a:Actor) RETURN a", "CYPHER 5 EXPLAIN MATCH (a:Actor) RETURN a"):
        for one in (store, embedded):
            assert one.run(query) == list(one.stream(query)) == []
    assert list(embedded.stream("WITH 2 AS b, 1 AS a RETURN *")) == [{"a": 1, "b": 2}]
