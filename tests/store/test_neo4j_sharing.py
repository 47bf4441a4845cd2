"""A database that holds somebody else's graph, and the indexes that ours brings."""

from __future__ import annotations

import json
from collections.abc import Iterator

import neo4j
import pytest

from graph.errors import StoreError
from graph.store import open_store
from graph.store.neo4j_schema import SEARCHES
from graph.store.schema import STATEMENTS
from tests.store.samples import article, batch, says
from tests.support.neo4j_server import Server

OTHERS = (
    "CREATE (:Person {id: 'russia', name: 'Ann'})-[:WROTE {year: 2020}]->(:Paper {id: 'a1'}),"
    " (:Recipe {id: 'russia', name: 'borscht'})-[:SUPPLIES {claim: 'x'}]->(:Cook {id: 'north-korea'}),"
    " (:Person {key: 'armsgraph', schema: 7})"
)
TAKEN = "CREATE (:Person {name: 'Ann'})-[:WROTE]->(:Article {id: 'a1'}), (:Actor {id: 'russia', name: 'R'})"


@pytest.fixture
def driver(neo4j_server: Server, place: str) -> Iterator[neo4j.Driver]:
    auth = (neo4j_server.username, neo4j_server.password)
    with neo4j.GraphDatabase.driver(place, auth=auth, notifications_min_severity="OFF") as opened:
        yield opened


def everything(driver: neo4j.Driver) -> list[str]:
    """All nodes and relationships with the server's own ids, and all indexes and constraints."""
    queries = (
        "MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties",
        "MATCH (a)-[r]->(b) RETURN elementId(r) AS id, type(r) AS type, properties(r) AS properties,"
        " elementId(a) AS a, elementId(b) AS b",
        "SHOW INDEXES YIELD name",
        "SHOW CONSTRAINTS YIELD name",
    )
    return sorted(
        json.dumps(r.data(), sort_keys=True, default=str)
        for q in queries
        for r in driver.execute_query(q).records
    )


def drop_schema(driver: neo4j.Driver) -> None:
    for what, several in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
        listed = driver.execute_query(f"SHOW {several} YIELD name, type WHERE type <> 'LOOKUP'").records
        for record in listed:
            driver.execute_query(f"DROP {what} {record['name']} IF EXISTS")


def test_a_graph_with_labels_of_ours_is_refused_and_stays(driver: neo4j.Driver, place: str) -> None:
    drop_schema(driver)
    driver.execute_query(TAKEN)
    driver.execute_query("CREATE INDEX theirs FOR (n:Article) ON (n.id)")
    try:
        before = everything(driver)
        for options in ({"create": True}, {"create": True, "unfinished": True}, {"read_only": True}, {}):
            with pytest.raises(StoreError) as caught:
                open_store(place, **options)
            assert "\n" not in str(caught.value)
            if "create" in options:
                assert "labelled Article (1), Actor (1)" in str(caught.value)
        assert everything(driver) == before
    finally:
        driver.execute_query("DROP INDEX theirs")


def test_another_graph_beside_ours_is_not_touched(driver: neo4j.Driver, place: str) -> None:
    driver.execute_query(OTHERS)
    before = [line for line in everything(driver) if '"name": "armsgraph' not in line]
    with open_store(place, create=True) as store:
        store.write(batch(article("a1", says()), article("a2", says())))
        store.write(batch(article("a1")))
    assert set(before) <= set(everything(driver))
    with open_store(place) as store:
        store.write(batch(article("a2")))
        store.run_write("MATCH (n:Meta {key: 'armsgraph'}) DELETE n")
    assert set(before) <= set(everything(driver))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE CONSTRAINT theirs FOR (n:Article) REQUIRE n.title IS UNIQUE",
        "CREATE CONSTRAINT theirs FOR ()-[r:SUPPLIES]-() REQUIRE r.number IS UNIQUE",
        "CREATE INDEX theirs FOR (n:Article) ON (n.id)",
        "CREATE INDEX armsgraph_article_id FOR (n:Article) ON (n.id)",
        "CREATE INDEX armsgraph_quotes FOR (n:Dish) ON (n.id)",
        "CREATE CONSTRAINT armsgraph_actor_id FOR (n:Dish) REQUIRE n.id IS UNIQUE",
    ],
)
def test_rules_of_others_that_a_load_would_break_are_refused(
    driver: neo4j.Driver, place: str, statement: str
) -> None:
    drop_schema(driver)
    driver.execute_query(statement)
    before = everything(driver)
    with pytest.raises(StoreError, match=r"(theirs|armsgraph_\w+) on .* nothing was changed") as caught:
        open_store(place, create=True)
    assert "\n" not in str(caught.value)
    assert everything(driver) == before
    drop_schema(driver)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE CONSTRAINT theirs FOR (n:Article) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT theirs FOR (n:Dish) REQUIRE n.id IS UNIQUE",
        "CREATE INDEX theirs FOR (n:Actor) ON (n.name)",
        "CREATE TEXT INDEX theirs FOR (n:Article) ON (n.id)",
        "CREATE FULLTEXT INDEX theirs FOR (n:Assertion) ON EACH [n.quote]",
    ],
)
def test_rules_of_others_that_do_no_harm_stay(driver: neo4j.Driver, place: str, statement: str) -> None:
    drop_schema(driver)
    driver.execute_query(statement)
    with open_store(place, create=True) as store:
        store.write(batch(article("a1", says()), article("a2", says())))
    open_store(place, create=True).close()
    assert driver.execute_query("SHOW INDEXES YIELD name WHERE name = 'theirs'").records
    drop_schema(driver)


def test_constraints_and_indexes_are_made_once_and_what_is_missing_again(
    driver: neo4j.Driver, place: str
) -> None:
    drop_schema(driver)
    open_store(place, create=True).close()
    listed = driver.execute_query(
        "SHOW INDEXES YIELD name, type, state WHERE name STARTS WITH 'armsgraph_'"
    ).records
    assert len(listed) == len(STATEMENTS) + len(SEARCHES)
    assert {record["type"] for record in listed} == {"RANGE", "TEXT", "FULLTEXT"}
    unique = driver.execute_query("SHOW CONSTRAINTS YIELD name").records
    assert len(unique) == sum("CONSTRAINT" in statement for statement in STATEMENTS)
    before = everything(driver)
    open_store(place, create=True).close()
    assert everything(driver) == before
    driver.execute_query("DROP INDEX armsgraph_names")
    driver.execute_query("DROP CONSTRAINT armsgraph_claim_id")
    open_store(place).close()  # who does not load changes nothing
    assert len(driver.execute_query("SHOW INDEXES YIELD name").records) == len(
        listed
    )  # two lookups, less two
    open_store(place, create=True).close()
    assert everything(driver) == before


def test_full_text_search(driver: neo4j.Driver, place: str) -> None:
    with open_store(place, create=True) as store:
        store.write(batch(article("a1", says(evidence="Eisenbahngeschütze rollen nach Russland."))))
        driver.execute_query("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
        search = (
            "CALL db.index.fulltext.queryNodes($index, $words) YIELD node"
            " RETURN node.quote AS q, node.text AS t"
        )
        assert store.run(search, {"index": "armsgraph_quotes", "words": "eisenbahngesch*"})[0]["q"]
        assert {"q": None, "t": "Moskau"} in store.run(
            search, {"index": "armsgraph_names", "words": "moskau"}
        )


def test_it_is_seen_as_a_person_expects(driver: neo4j.Driver, place: str) -> None:
    """Through the driver alone, as Neo4j Browser has it: dates are dates, and numbers numbers."""
    with open_store(place, create=True) as store:
        store.write(batch(article("a1", says(quantity=12, when="2024-02"))))
    query = "MATCH (a:Article)-[:STATES]->(s:Assertion)-[:ABOUT]->(c:Claim) RETURN a, s, c"
    [record] = driver.execute_query(query).records
    assert type(record["a"]["published_on"]) is neo4j.time.Date
    assert type(record["a"]["loaded_at"]) is neo4j.time.DateTime
    assert type(record["s"]["when_start"]) is type(record["s"]["when_end"]) is neo4j.time.Date
    assert type(record["s"]["quantity"]) is type(record["s"]["confidence"]) is float
    assert type(record["c"]["origins"]) is type(record["s"]["start"]) is int
