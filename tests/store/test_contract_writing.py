"""Contract, on each engine: what a batch leaves in the graph."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

import pytest

from graph.errors import StoreError
from graph.model import Alias, Entity, EntityRef
from graph.model.ids import claim_of
from graph.query.known import Known, known
from graph.store import Batch, Store
from tests.store.samples import (
    BUDANOV,
    CATALOGUE,
    CRIMEA,
    HERALD,
    KOKSAN,
    NORTH_KOREA,
    RUSSIA,
    TIMES,
    article,
    batch,
    column,
    dump,
    one,
    says,
)

SUPPLY = claim_of(says()).id


def test_an_article_stands_with_all_that_belongs_to_it(store: Store) -> None:
    said = says(
        place=CRIMEA,
        attributed_to=BUDANOV,
        quantity=120.0,
        quantity_max=150.0,
        quantity_qualifier="about",
        unit="piece",
        when="2023-06/2025-04",
        confidence=0.75,
    )
    store.write(batch(article("a1", said)))
    row = one(
        store,
        "MATCH (p:Publisher)<-[:PUBLISHED_BY]-(a:Article)-[:STATES]->(s:Assertion)-[:ABOUT]->(c:Claim),"
        " (s)-[:ATTRIBUTED_TO]->(w:Actor), (c)-[:SUBJECT]->(x:Actor), (c)-[:OBJECT]->(o:Item),"
        " (c)-[:RECIPIENT]->(r:Actor), (c)-[:LOCATION]->(l:Place)"
        " RETURN properties(p) AS publisher, properties(a) AS article, properties(s) AS assertion,"
        " properties(c) AS claim, [x.id, o.id, r.id, l.id, w.id] AS roles",
    )
    assert row["publisher"] == {"id": "the-times", "name": "The Times", "reliability": "B"}
    assert row["article"] == {
        "id": "a1",
        "content_hash": article("a1").article.content_hash,
        "title": "Title of a1",
        "path": "a1.txt",
        "published": "2025-06-11",
        "published_on": "2025-06-11",
        "language": "de",
        "text": "Nordkorea liefert.",
        "loaded_at": "2026-01-01T00:00:00Z",
    }
    assert row["assertion"] == {
        "id": article("a1", said).assertions[0].id,
        "relation": "supplies",
        "modality": "reported",
        "quantity": 120.0,
        "quantity_max": 150.0,
        "quantity_qualifier": "about",
        "unit": "piece",
        "when": "2023-06/2025-04",
        "when_start": "2023-06-01",
        "when_end": "2025-04-30",
        "quote": "Nordkorea liefert.",
        "start": 0,
        "end": 18,
        "confidence": 0.75,
        "extractor": "rules/1",
    }
    assert row["claim"] == {
        "id": claim_of(said).id,
        "relation": "supplies",
        "origins": 1,
        "assertions": 1,
        "reported": 1,
        "planned": 0,
        "suspected": 0,
        "requested": 0,
        "denied": 0,
        "first_reported": "2025-06-11",
        "last_reported": "2025-06-11",
        "origin_ids": ["kyrylo-budanov"],
    }
    assert row["roles"] == ["north-korea", "m1989-koksan", "russia", "crimea", "kyrylo-budanov"]


def test_entities_stand_with_their_names_and_parents(store: Store) -> None:
    store.write(batch())
    gun = one(
        store, "MATCH (i:Item {id: 'm1989-koksan'})-[:KIND_OF]->(k:Item) RETURN properties(i) AS p, k.id AS k"
    )
    assert gun == {
        "p": {
            "id": "m1989-koksan",
            "name": "M1989 Koksan",
            "kind": "weapon-system",
            "category": "Artillery",
            "calibre_mm": 170.0,
            "generic": False,
        },
        "k": "howitzer",
    }
    assert column(store, "MATCH (:Actor {id: 'hur'})-[:PART_OF]->(a:Actor) RETURN a.id") == ["ukraine"]
    assert column(store, "MATCH (l:Place {id: 'crimea'}) RETURN [l.lat, l.lon]") == [[45.3, 34.4]]
    assert column(store, "MATCH (a:Actor {id: 'russia'}) RETURN [a.lat, a.lon]") == [[58.2, 44.7]]
    names = (
        "MATCH (k:Alias)-[r:ALIAS_OF]->(n:Actor {id: $id})"
        " RETURN k.key AS k, r.text AS t, r.language AS l ORDER BY k"
    )
    assert store.run(names, {"id": "russia"}) == [
        {"k": "moskau", "t": "Moskau", "l": "de"},
        {"k": "russia", "t": "Russia", "l": "mul"},
        {"k": "russland", "t": "Russland", "l": "de"},
    ]


def test_one_name_may_belong_to_several(store: Store) -> None:
    georgia = Entity("georgia", "Georgia", "state", (Alias("Georgien", "de"),))
    state = Entity("georgia-usa", "Georgia (USA)", "place", (Alias("GEORGIA", "en"),))
    store.write(batch(entities=(georgia,)))
    store.write(batch(entities=(state,)))
    found = column(
        store,
        "MATCH (:Alias {key: 'georgia'})-[:ALIAS_OF]->(n:Actor|Item|Place) RETURN n.id AS id ORDER BY id",
    )
    assert found == ["georgia", "georgia-usa"]
    # The spelling of the key itself does not hang on which came first.
    assert column(store, "MATCH (k:Alias {key: 'georgia'}) RETURN k.text") == ["GEORGIA"]


def test_a_corrected_catalogue_replaces_names_and_parents(store: Store) -> None:
    store.write(batch())
    koksan = next(entity for entity in CATALOGUE if entity.id == "m1989-koksan")
    corrected = replace(koksan, aliases=(Alias("Koksan"),), kind_of=(), category=None)
    store.write(batch(entities=(corrected,)))
    keys = column(
        store, "MATCH (k:Alias)-[:ALIAS_OF]->(:Item {id: 'm1989-koksan'}) RETURN k.key AS k ORDER BY k"
    )
    assert keys == ["koksan", "m1989 koksan"]
    assert store.run("MATCH (k:Alias {key: 'm 1989'}) RETURN k") == []
    assert store.run("MATCH (:Item {id: 'm1989-koksan'})-[r:KIND_OF]->() RETURN r") == []
    assert column(store, "MATCH (i:Item {id: 'm1989-koksan'}) RETURN i.category") == [None]


def test_what_only_a_text_names_never_replaces_the_catalogue(store: Store) -> None:
    guess = Entity("russia", "russia?", "organisation", (Alias("RF"),), provisional=True)
    store.write(batch(entities=(guess,)))
    assert column(store, "MATCH (n:Actor {id: 'russia'}) RETURN [n.name, n.provisional]") == [
        ["russia?", True]
    ]
    store.write(batch())
    store.write(batch(article("a1", says(subject=EntityRef("russia", "stub", "state"))), entities=(guess,)))
    row = one(
        store, "MATCH (n:Actor {id: 'russia'}) RETURN n.name AS name, n.kind AS kind, n.provisional AS p"
    )
    assert row == {"name": "Russia", "kind": "state", "p": None}
    # but its spellings are kept
    assert "rf" in column(store, "MATCH (k:Alias)-[:ALIAS_OF]->(:Actor {id: 'russia'}) RETURN k.key")


@pytest.mark.parametrize("names", [("ACME works", "Acme Works"), ("Acme Works", "ACME works")])
def test_how_texts_spell_a_name_counts_the_same_in_whatever_order_they_come(
    store: Store, names: tuple[str, str]
) -> None:
    for name in names:
        store.write(batch(entities=(Entity("acme-works", name, "company", provisional=True),)))
    query = "MATCH (k:Alias)-[r:ALIAS_OF]->(n:Actor {id: 'acme-works'}) RETURN n.name AS name, r.text AS text"
    assert one(store, query) == {"name": "ACME works", "text": "ACME works"}


def test_an_entity_that_only_an_assertion_names_is_made(store: Store) -> None:
    store.write(batch(article("a1", says()), entities=()))
    rows = store.run(
        "MATCH (k:Alias)-[:ALIAS_OF]->(n:Actor|Item|Place)"
        " RETURN n.id AS id, n.kind AS kind, n.provisional AS p, k.key AS k ORDER BY id"
    )
    assert rows == [
        {"id": "m1989-koksan", "kind": "weapon-system", "p": True, "k": "m1989 koksan"},
        {"id": "north-korea", "kind": "state", "p": True, "k": "north korea"},
        {"id": "russia", "kind": "state", "p": True, "k": "russia"},
    ]
    assert column(store, "MATCH (:Actor)-[s:SUPPLIES]->(:Actor) RETURN s.item") == ["m1989-koksan"]


def test_repetitions_by_one_origin_count_once(store: Store) -> None:
    interview = says(attributed_to=BUDANOV)
    store.write(
        batch(
            article("a1", interview, published="2025-06-11"),
            article("a2", interview, publisher=HERALD, published="2025-06-09"),
            article("a3", says(), says(start=20, end=38), publisher=HERALD, published="2025-07"),
            article("a4", says(modality="denied"), publisher=None, published=None),
        )
    )
    expected = {
        "origins": 3,
        "assertions": 5,
        "reported": 4,
        "planned": 0,
        "suspected": 0,
        "requested": 0,
        "denied": 1,
        "first_reported": "2025-06-09",
        "last_reported": "2025-07",
    }
    claim = one(store, "MATCH (c:Claim {id: $id}) RETURN properties(c) AS c", id=SUPPLY)["c"]
    origins = ["a4", "kyrylo-budanov", "the-herald"]
    assert claim == {"id": SUPPLY, "relation": "supplies", **expected, "origin_ids": origins}
    edge = one(
        store,
        "MATCH (:Actor {id: 'north-korea'})-[s:SUPPLIES]->(:Actor {id: 'russia'}) RETURN properties(s) AS s",
    )["s"]
    assert edge == {"claim": SUPPLY, "item": "m1989-koksan", "modality": "reported", **expected}


@pytest.mark.parametrize(
    "said",
    [
        says(recipient=None),
        says(subject=None),
        says(relation="supports"),
        says(recipient=CRIMEA),
    ],
)
def test_supplies_needs_a_supplier_and_a_recipient(store: Store, said: object) -> None:
    assert isinstance(said, type(says()))
    store.write(batch(article("a1", said)))
    assert column(store, "MATCH (c:Claim) RETURN c.assertions") == [1]
    assert store.run("MATCH ()-[s:SUPPLIES]->() RETURN s") == []


def test_two_items_are_two_edges(store: Store) -> None:
    store.write(batch(article("a1", says(), says(object=None))))
    items = column(store, "MATCH (:Actor)-[s:SUPPLIES]->(:Actor) RETURN s.item AS item ORDER BY item")
    assert items == ["m1989-koksan", None]


def test_writing_again_changes_nothing(store: Store) -> None:
    written = batch(
        article("a1", says(attributed_to=BUDANOV), says(modality="planned")), article("a2", says())
    )
    store.write(written)
    before = dump(store)
    store.write(written)
    assert dump(store) == before
    assert known(store, ["a1", "a2", "a3"]) == {
        name: Known(one.content_hash, count, path=one.path, published=one.published)
        for name, count in (("a1", 2), ("a2", 1))
        for one in (article(name).article,)
    }


def test_a_changed_article_leaves_nothing_of_the_old_one(store: Store) -> None:
    other = says(subject=RUSSIA, recipient=NORTH_KOREA)
    store.write(
        batch(article("a1", says(), other, attributed := says(attributed_to=BUDANOV)), article("a2", says()))
    )
    assert attributed
    store.write(
        batch(
            article(
                "a1", says(start=5, end=23), publisher=HERALD, text="Neu. Nordkorea liefert.", stored=False
            )
        )
    )

    fresh = [
        article("a1", says(start=5, end=23), publisher=HERALD, text="Neu. Nordkorea liefert.", stored=False),
        article("a2", says()),
    ]
    assert column(store, "MATCH (s:Assertion) RETURN s.id AS id ORDER BY id") == sorted(
        assertion.id for write in fresh for assertion in write.assertions
    )
    assert column(store, "MATCH (c:Claim) RETURN [c.id, c.assertions, c.origins]") == [[SUPPLY, 2, 2]]
    assert column(store, "MATCH ()-[s:SUPPLIES]->() RETURN [s.claim, s.assertions]") == [[SUPPLY, 2]]
    assert column(store, "MATCH (:Article {id: 'a1'})-[:PUBLISHED_BY]->(p) RETURN p.id") == ["the-herald"]
    assert column(store, "MATCH (a:Article {id: 'a1'}) RETURN a.text") == [None]


def test_what_only_the_old_text_named_goes_with_it(store: Store) -> None:
    works = EntityRef("works-7", "Works 7", "company")
    maker = Entity("works-7", "Works 7", "company", (Alias("Werk 7"),), part_of=("holding",))
    holding = Entity("holding", "Holding", "company", (Alias("The Holding"),))
    kept = article("a1", says())
    store.write(batch(kept, article("a2", says(), publisher=HERALD)))
    before = dump(store)
    other = article("a2", says(), says(subject=works, attributed_to=BUDANOV), publisher=HERALD)
    store.write(batch(other, entities=(maker, holding)))
    assert column(store, "MATCH (a:Actor {id: 'works-7'})-[:PART_OF]->(b) RETURN b.id") == ["holding"]
    store.write(batch(article("a2", says(), publisher=HERALD), entities=()))
    assert dump(store) == before

    # The same process knows that they are gone, and what else led to what has gone.
    second = replace(maker, id="works-8", name="Works 8", aliases=())
    store.write(batch(article("a3", says(subject=second.ref)), entities=(second, holding)))
    assert column(store, "MATCH (a:Actor {id: 'works-8'})-[:PART_OF]->(b) RETURN b.id") == ["holding"]


def test_a_publisher_without_articles_goes(store: Store) -> None:
    store.write(batch(article("a1", says()), article("a2", says(), publisher=HERALD)))
    store.write(batch(article("a2", says(), publisher=TIMES)))
    assert column(store, "MATCH (p:Publisher) RETURN p.id") == ["the-times"]
    store.write(batch(article("a3", says(), publisher=HERALD), article("a1", says(), publisher=None)))
    assert column(store, "MATCH (p:Publisher) RETURN p.id AS id ORDER BY id") == ["the-herald", "the-times"]


def test_what_another_article_names_stays(store: Store) -> None:
    works = EntityRef("works-7", "Works 7", "company")
    store.write(batch(article("a1", says(subject=works)), article("a2", says(attributed_to=works))))
    store.write(batch(article("a1", says())))
    assert column(store, "MATCH (a:Actor {id: 'works-7'}) RETURN a.name") == ["Works 7"]
    store.write(batch(article("a2", says()), article("a3", says(attributed_to=works))))
    assert column(store, "MATCH (a:Actor {id: 'works-7'}) RETURN a.name") == ["Works 7"]
    store.write(batch(article("a3", says())))
    assert column(store, "MATCH (a:Actor {id: 'works-7'}) RETURN a.name") == []


def test_a_new_publisher_changes_the_origins(store: Store) -> None:
    store.write(batch(article("a1", says()), article("a2", says(), publisher=HERALD)))
    assert column(store, "MATCH (c:Claim) RETURN c.origins") == [2]
    store.write(batch(article("a2", says(), publisher=TIMES)))
    assert column(store, "MATCH (c:Claim) RETURN c.origins") == [1]
    assert column(store, "MATCH ()-[s:SUPPLIES]->() RETURN s.origins") == [1]


def test_an_article_that_says_nothing_any_more(store: Store) -> None:
    store.write(batch(article("a1", says())))
    store.write(batch(article("a1")))
    assert store.run("MATCH (n:Claim) RETURN n") == store.run("MATCH (n:Assertion) RETURN n") == []
    assert store.run("MATCH ()-[s:SUPPLIES]->() RETURN s") == []
    assert column(store, "MATCH (a:Article) RETURN a.id") == ["a1"]


def test_the_order_of_loading_does_not_matter(store: Store, place: str) -> None:
    writes = [
        article("a1", says(), says(attributed_to=BUDANOV)),
        article("a2", says(modality="planned"), publisher=HERALD, published="2024-11"),
        article("a3", says(relation="produces", recipient=None), publisher=None),
    ]
    for write in writes:
        store.write(batch(write))
    forwards = dump(store)
    store.run_write("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    store.write(batch(*reversed(writes)))
    assert dump(store) == forwards


def refused(store: Store, before: list[str], written: Batch) -> str:
    with pytest.raises(StoreError) as caught:
        store.write(written)
    assert dump(store) == before
    return str(caught.value)


def test_a_batch_that_cannot_be_whole_is_not_written(store: Store) -> None:
    store.write(batch(article("a1", says())))
    before = dump(store)
    broken = article("a2", says())
    without = replace(broken, assertions=(replace(broken.assertions[0], id=""),))
    assert "no id" in refused(store, before, batch(without))
    foreign = replace(broken, assertions=article("a3", says()).assertions)
    assert "a3" in refused(store, before, batch(foreign))
    assert "twice" in refused(store, before, batch(broken, broken))
    # what only the engine finds out, halfway through
    huge = replace(broken, assertions=(replace(broken.assertions[0], start=2**70),))
    refused(store, before, batch(article("a9", says(modality="denied")), huge))


HOSTILE = [
    "Quote ' \" \\ ` ; // /* */ {x: $y} \u2028 \x00 ü 🚀",
    "a" * 300_000,
    "",
    "half a pair \ud83d and more",
]


@pytest.mark.parametrize("text", HOSTILE, ids=["signs", "long", "empty", "surrogate"])
def test_texts_come_back_as_they_were(store: Store, text: str) -> None:
    write = article("a1", says(evidence=text[:100]), text=text)
    store.write(batch(write))
    row = one(store, "MATCH (a:Article)-[:STATES]->(s:Assertion) RETURN a.text AS text, s.quote AS quote")
    expected = text.replace("\ud83d", "\ufffd")
    assert row == {"text": expected, "quote": expected[:100]}


def many(number: int) -> Iterable[Batch]:
    """Assertions around two hubs: a supplier of everything and a claim that everybody repeats."""
    for start in range(0, number, 5000):
        articles = [
            article(
                f"a{index}",
                *(
                    says(
                        object=EntityRef(f"item-{(index * 10 + k) % 500}", f"Item {k}", "component"),
                        start=k,
                        evidence="x" * 200,
                    )
                    if k % 2
                    else says(start=k, attributed_to=BUDANOV)
                    for k in range(10)
                ),
            )
            for index in range(start // 10, (start + 5000) // 10)
        ]
        yield batch(*articles)


def test_five_thousand_assertions_at_once(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    for round_ in ("new", "again"):
        for written in many(5000):
            started = time.perf_counter()
            store.write(written)
            seconds = time.perf_counter() - started
            with capsys.disabled():
                print(
                    f"\n  {store.engine} {store.engine_version}: {5000 / seconds:.0f} assertions/s ({round_})"
                )
    assert column(store, "MATCH (s:Assertion) RETURN count(s)") == [5000]
    assert column(store, "MATCH (c:Claim {id: $id}) RETURN c.assertions", id=SUPPLY) == [2500]
    assert column(store, "MATCH (c:Claim) RETURN sum(c.assertions)") == [5000]
    assert column(store, "MATCH ()-[s:SUPPLIES]->() RETURN count(s)") == [251]
    assert KOKSAN.id in column(store, "MATCH ()-[s:SUPPLIES]->() RETURN s.item")


def test_times_are_times_and_numbers_numbers(store: Store) -> None:
    """So that a person can count days, and Neo4j Browser shows dates."""
    said = says(quantity=12, when="2024-02", confidence=1)
    store.write(batch(article("a1", said), article("a2", published="2025-06")))
    row = one(
        store,
        "MATCH (a:Article {id: 'a1'})-[:STATES]->(s:Assertion)"
        " RETURN s.when_start.month AS month, s.when_end < date('2024-03-01') AS before,"
        " a.loaded_at > datetime('2025-12-31T23:00:00Z') AS after, a.published_on.year AS year,"
        " s.quantity / 5 AS fifth, s.confidence / 2 AS half, s.end - s.start AS length",
    )
    assert row == {
        "month": 2,
        "before": True,
        "after": True,
        "year": 2025,
        "fifth": 2.4,
        "half": 0.5,
        "length": 18,
    }
    assert one(store, "MATCH (a:Article {id: 'a2'}) RETURN a.published_on AS day") == {"day": None}
    store.write(batch(article("a1", says(quantity=12, when="2023", confidence=1))))
    assert one(store, "MATCH (s:Assertion) RETURN s.when_start.year AS year") == {"year": 2023}
