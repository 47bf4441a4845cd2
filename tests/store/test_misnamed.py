"""Labels and types that a query names and the graph does not have."""

from __future__ import annotations

import pytest

from graph.store import Store
from graph.store.misnamed import misnamed

TOLD = {
    "MATCH (a:Actors)-[s:SUPLIES]->(b:Actor|Itm) RETURN a": [
        "the graph has no label Actors: Actor?",
        "the graph has no relationship type SUPLIES: SUPPLIES?",
        "the graph has no label Itm: Item?",
    ],
    "MATCH (a:actor)-[:published_by]->(:`Zebra`) WHERE EXISTS { (a)--(:actor) } RETURN a": [
        "the graph has no label actor: Actor?",
        "the graph has no relationship type published_by: PUBLISHED_BY?",
        "the graph has no label Zebra",
    ],
    "MATCH (a:Actor {id: x})-[:SUPPLIES*1..2 {item: y}]->(:!Item&!Place) RETURN a {.id, n: a}, f({y: z})": [],
    "MATCH (:Meta) RETURN reduce(m = {n: 0}, x IN [1] | m), [x IN [{a: 1}] | x], $p[a..b]": [],
    "MATCH (a:Actor": [],
}


@pytest.mark.parametrize(("query", "told"), TOLD.items())
def test_what_the_graph_does_not_have_is_told(query: str, told: list[str], store: Store) -> None:
    assert misnamed(store, query) == told


def test_what_others_keep_beside_the_graph_is_no_mistake(store: Store) -> None:
    query = "MATCH (:Cook)-[:LIKES]->(:Dishes) RETURN 1"
    store.run_write("CREATE (:Cook)-[:LIKES]->(:Dish)")
    try:
        assert misnamed(store, query) == ["the graph has no label Dishes: Dish?"]
    finally:
        store.run_write("MATCH (n) WHERE n:Cook OR n:Dish DETACH DELETE n")
