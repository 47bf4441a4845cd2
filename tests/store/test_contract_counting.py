"""Contract, on each engine: what is counted on batch by batch is what counting from the start gives."""

from __future__ import annotations

import random

import pytest

from graph.store import ArticleWrite, Store, open_store
from tests.store.samples import (
    BUDANOV,
    HERALD,
    NORTH_KOREA,
    RUSSIA,
    TIMES,
    article,
    batch,
    column,
    dump,
    says,
)


def test_an_entity_that_somebody_took_away_is_written_again(store: Store, place: str) -> None:
    if store.engine == "arcadedb":
        pytest.skip("one process writes")
    store.write(batch(article("a1", says(attributed_to=BUDANOV))))
    with open_store(place) as other:
        other.run_write("MATCH (n:Actor|Item|Publisher) DETACH DELETE n")
    store.write(batch(article("a2", says(attributed_to=BUDANOV), says(recipient=None))))
    roles = "MATCH (c:Claim)-[:SUBJECT]->(a:Actor) WHERE c.assertions = 1 RETURN a.id"
    assert column(store, roles) == ["north-korea"]
    assert column(store, "MATCH (:Article {id: 'a2'})-[:PUBLISHED_BY]->(p:Publisher) RETURN p.id") == [
        "the-times"
    ]


def test_counting_on_gives_what_counting_anew_gives(store: Store) -> None:
    """Batch by batch, with articles that change and come again, the totals are those of all at once."""
    dice = random.Random(5)

    def write(number: int) -> ArticleWrite:
        said = {
            one: says(
                recipient=dice.choice((RUSSIA, NORTH_KOREA)),
                modality=dice.choice(("reported", "denied")),
                attributed_to=dice.choice((None, BUDANOV)),
                start=one,
            )
            for one in range(dice.randint(0, 4))
        }
        when = f"2025-0{dice.randint(1, 9)}"
        return article(
            f"a{number}", *said.values(), publisher=dice.choice((TIMES, HERALD, None)), published=when
        )

    last: dict[int, ArticleWrite] = {}
    for _ in range(12):
        numbers = dice.sample(range(8), 3)
        writes = {number: write(number) for number in numbers}
        last |= writes
        store.write(batch(*writes.values()))
    one_by_one = dump(store)
    store.run_write("MATCH (n) WHERE NOT n:Meta DETACH DELETE n")
    store.write(batch(*last.values()))
    assert dump(store) == one_by_one


def test_a_store_of_an_older_release_gets_the_origins_ids(store: Store) -> None:
    store.write(batch(article("a1", says())))
    store.run_write("MATCH (c:Claim) REMOVE c.origin_ids")
    store.write(batch(article("a2", says(), publisher=HERALD)))
    assert column(store, "MATCH (c:Claim) RETURN c.origin_ids") == [["the-herald", "the-times"]]
