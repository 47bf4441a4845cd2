"""Contract, on each engine: forgetting an article leaves the graph as if it had never been loaded."""

from __future__ import annotations

import pytest

from graph.errors import QueryRefused
from graph.model import Alias, Entity, EntityRef
from graph.store import Store, open_store
from tests.store.samples import BUDANOV, CRIMEA, HERALD, KOKSAN, RUSSIA, article, batch, column, dump, says

WORKS = EntityRef("works-7", "Works 7", "company")
MAKER = Entity(
    "works-7", "Works 7", "company", (Alias("Werk 7", "de"),), part_of=("holding",), provisional=True
)
HOLDING = Entity("holding", "Holding", "company", (Alias("The Holding"),))


def test_it_is_as_if_it_had_never_been_loaded(store: Store) -> None:
    kept = article("a1", says(attributed_to=BUDANOV), says(place=CRIMEA))
    store.write(batch(kept))
    before = dump(store)
    gone = article(
        "a2",
        says(attributed_to=BUDANOV),
        says(subject=WORKS, object=KOKSAN, recipient=RUSSIA, modality="denied"),
        says(relation="produces", subject=WORKS, recipient=None, start=30, end=48),
        publisher=HERALD,
        published="2020-01-01",
    )
    store.write(batch(gone, entities=(MAKER, HOLDING)))
    assert column(store, "MATCH (c:Claim) WHERE c.assertions = 2 RETURN c.first_reported") == ["2020-01-01"]
    assert store.forget(["a2", "never"]) == ["a2"]
    assert dump(store) == before
    assert store.forget(["a2"]) == []


def test_what_others_name_stays(store: Store) -> None:
    says_it = says(subject=WORKS)
    store.write(batch(article("a1", says_it), article("a2", says_it), entities=(MAKER, HOLDING)))
    store.forget(["a1"])
    assert column(store, "MATCH (a:Actor {id: 'works-7'})-[:PART_OF]->(b) RETURN b.id") == ["holding"]
    assert column(store, "MATCH (:Actor)-[s:SUPPLIES]->(:Actor) RETURN s.assertions") == [1]
    store.forget(["a2"])
    assert store.run("MATCH (n) WHERE NOT n:Meta RETURN n") == []


def test_it_can_be_loaded_again(store: Store) -> None:
    written = batch(article("a1", says(attributed_to=BUDANOV)))
    store.write(written)
    before = dump(store)
    store.forget(["a1"])
    store.write(written)
    assert dump(store) == before


def test_a_reader_may_not(store: Store, place: str) -> None:
    store.write(batch(article("a1", says())))
    store.close()
    with open_store(place, read_only=True) as reader, pytest.raises(QueryRefused, match="reading only"):
        reader.forget(["a1"])
