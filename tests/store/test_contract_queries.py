"""Contract, on each engine: queries, what they refuse and what they give back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from graph.errors import QueryRefused
from graph.store import Store
from tests.store.samples import (
    article,
    batch,
    column,
    dump,
    one,
    says,
)

READING = [
    "MATCH (n:Actor) RETURN n.id AS id",
    "RETURN 'CREATE (n) LOAD CSV' AS words // LOAD CSV",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (a:Actor) CALL (a) { MATCH (a)<-[:ALIAS_OF]-(k:Alias) RETURN count(k) AS names } RETURN names",
]


@pytest.mark.parametrize("query", READING)
def test_reading_is_allowed(store: Store, query: str) -> None:
    store.write(batch())
    assert store.run(query)


WRITING = [
    "CREATE (n:Actor {id: 'x'})",
    "MERGE (n:Actor {id: 'x'}) RETURN n",
    "MATCH (n:Actor) SET n.name = 'x'",
    "MATCH (n:Actor) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "UNWIND [1, 2] AS i FOREACH (x IN [i] | CREATE (:Actor {id: x}))",
    "MATCH (a:Actor) CALL (a) { CREATE (b:Actor {id: 'x'}) RETURN b } RETURN b",
    "CREATE INDEX other IF NOT EXISTS FOR (n:Actor) ON (n.kind)",
    "DROP CONSTRAINT actor_id IF EXISTS",
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "load /* x */ csv FROM 'file:///etc/hostname' AS line CREATE (:Actor {id: line[0]})",
    "CALL db.index.fulltext.createNodeIndex('x', ['Actor'], ['name'])",
    "CALL db.createLabel('Other')",
    "CALL apoc.create.node(['Actor'], {id: 'x'})",
    "TERMINATE TRANSACTION 'neo4j-transaction-1'",
]


@pytest.mark.parametrize("query", WRITING)
def test_writing_is_refused_where_only_reading_is_allowed(store: Store, query: str) -> None:
    store.write(batch())
    before = dump(store)
    with pytest.raises(QueryRefused) as caught:
        store.run(query)
    assert "\n" not in str(caught.value)
    assert str(caught.value)
    assert dump(store) == before


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:Actor RETURN n",
        "",
        "RETURN $nobody AS x",
        "RETURN nobody",
        "RETURN 1; RETURN 2",
        "RETURN 1 / 0",
    ],
)
def test_a_wrong_query_is_one_clear_line(store: Store, query: str) -> None:
    for run in (store.run, store.run_write):
        with pytest.raises(QueryRefused) as caught:
            run(query)
        message = str(caught.value)
        assert message
        assert "\n" not in message
        assert "com.arcadedb" not in message
        assert "Neo.ClientError" not in message


def test_writing_where_it_is_allowed(store: Store) -> None:
    rows = store.run_write("CREATE (n:Actor {id: $id}) RETURN n.id AS id", {"id": "x"})
    assert rows == [{"id": "x"}]
    assert column(store, "MATCH (n:Actor) RETURN n.id") == ["x"]


def test_parameters_are_values_and_never_text(store: Store) -> None:
    given = {
        "text": "'} ) DETACH DELETE n //",
        "number": 2**62,
        "real": 0.1,
        "yes": True,
        "none": None,
        "list": [1, [2.5, "x"], {"k": None}],
        "tuple": ("a", "b"),
        "map": {"a b": {"c": [1]}},
    }
    assert store.run(
        "RETURN $text AS text, $number AS number, $real AS real, $yes AS yes, $none AS none", given
    ) == [{name: given[name] for name in ("text", "number", "real", "yes", "none")}]
    row = one(store, "RETURN $list AS list, $tuple AS tuple, $map AS map", **given)
    assert row == {"list": given["list"], "tuple": ["a", "b"], "map": given["map"]}


@pytest.mark.parametrize("value", [2**70, object(), {1, 2}, b"x"])
def test_what_is_no_value_is_refused(store: Store, value: object) -> None:
    with pytest.raises(QueryRefused, match="'odd'"):
        store.run("RETURN $odd AS x", {"odd": value})


def test_times_come_back_as_iso_text(store: Store) -> None:
    row = one(
        store,
        "RETURN date($d) AS day, datetime($t) AS instant, $d AS d, $t AS t, duration('P1D') AS span,"
        " [date('2024-02-29')] AS days, localdatetime('2024-01-02T03:04:05') AS clock",
        d=date(2024, 1, 2),
        t=datetime.fromisoformat("2024-01-02T03:04:05+00:00"),
    )
    assert row["day"] == row["d"] == "2024-01-02"
    assert row["days"] == ["2024-02-29"]
    assert row["span"] == "P1D"
    assert row["t"] == "2024-01-02T03:04:05+00:00"
    for name in ("instant", "clock"):
        assert datetime.fromisoformat(str(row[name])).replace(tzinfo=None) == datetime(2024, 1, 2, 3, 4, 5)
    store.run_write(
        "CREATE (:Event {id: 'e', day: date('2024-01-02'), at: datetime('2024-01-02T03:04:05Z')})"
    )
    event = one(store, "MATCH (e:Event) RETURN e, e.day AS day")
    assert event["day"] == "2024-01-02"
    assert isinstance(event["e"], dict)
    assert event["e"]["day"] == "2024-01-02"
    assert str(event["e"]["at"]).startswith("2024-01-02T03:04:05")


def test_nodes_relationships_and_paths_are_plain(store: Store) -> None:
    store.write(batch(article("a1", says())))
    korea = {"@type": "Actor", "id": "north-korea", "kind": "state", "name": "North Korea"}
    place = {"lat": 58.2, "lon": 44.7}
    russia = {"@type": "Actor", "id": "russia", "kind": "state", **place, "name": "Russia"}
    query = "MATCH p = (a:Actor)-[s:SUPPLIES]->(b:Actor) RETURN a, s, p, nodes(p) AS nodes, {who: b} AS map"
    row = one(store, query)
    assert row["a"] == korea
    assert list(row["a"]) == list(korea), "the order of properties is the same everywhere"
    assert isinstance(row["s"], dict)
    assert row["s"]["@type"] == "SUPPLIES"
    assert row["p"] == [korea, row["s"], russia]
    assert row["nodes"] == [korea, russia]
    assert row["map"] == {"who": russia}


def test_columns_keep_their_order(store: Store) -> None:
    assert list(one(store, "RETURN 1 AS z, 2 AS a, 3 AS m")) == ["z", "a", "m"]
