"""The embedded engine's batch interface makes the graph that statements make, or leaves no trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.model import Alias, Entity, EntityRef
from graph.store import Batch, Store, filling, note, open_store
from graph.store.embedded import EmbeddedStore
from graph.store.prepared import prepare
from tests.store.loading import MANY, writes
from tests.store.samples import CATALOGUE, article, batch, dump, says
from tests.store.test_killed import assert_whole, both_ways


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[EmbeddedStore]:
    with open_store(str(tmp_path / "filled"), create=True) as opened:
        assert isinstance(opened, EmbeddedStore)
        yield opened


@pytest.fixture
def beside(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "beside"), create=True) as opened:
        yield opened


def large(number: int, *more: Entity) -> Batch:
    """A batch that is worth it."""
    return Batch(list(writes(MANY))[number], (*CATALOGUE, *more))


def fits(store: EmbeddedStore, wanted: Batch) -> bool:
    return store._filling.fits(prepare(wanted))


def fill(store: Store) -> None:
    """Names known before, names that come later, spellings shared and changed, claims told again."""
    store.write(batch(article("first", says())))
    store.write(large(0))
    store.write(large(1, Entity("works", "Works", "company", (Alias("Koksan"), Alias("DVRK", "en")))))
    again = EntityRef("works", "Works", "company")
    more = tuple(
        article(f"told-again-{n}", *(says(again, start=place, when="2024-05") for place in range(10)))
        for n in range(30)
    )
    store.write(Batch(more, CATALOGUE))


def test_it_makes_the_graph_that_statements_make(
    embedded: EmbeddedStore, beside: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fits(embedded, large(0))
    fill(embedded)
    monkeypatch.setattr(filling, "_FEWEST", 10**9)
    assert not fits(embedded, large(2))
    fill(beside)
    assert dump(embedded) == dump(beside)
    assert_whole(embedded)
    assert both_ways(embedded)
    assert not note.left(Path(embedded.location))
    kinds = "MATCH (s:Assertion) WHERE s.when_start >= date($day) RETURN count(s) AS number"
    assert embedded.run(kinds, {"day": "2024-05-01"}) == beside.run(kinds, {"day": "2024-05-01"})


def test_articles_that_are_there_are_left_to_statements(embedded: EmbeddedStore) -> None:
    embedded.write(large(0))
    assert not fits(embedded, large(0))
    before = dump(embedded)
    embedded.write(large(0))
    assert dump(embedded) == before


@pytest.mark.parametrize("step", ["_connect", "settle"])
def test_what_fails_halfway_leaves_no_trace(
    embedded: EmbeddedStore, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    embedded.write(large(0))
    before = dump(embedded)
    whole = getattr(filling, step)

    def broken(*given: object) -> None:
        whole(*given)
        embedded._open_database().command("sql", "this is no statement", {})

    with monkeypatch.context() as patched:
        patched.setattr(filling, step, broken)
        with pytest.raises(StoreError, match="nothing of the batch was written"):
            embedded.write(large(1))
    assert dump(embedded) == before
    assert both_ways(embedded)
    assert not note.left(Path(embedded.location))
    embedded.write(large(1))
    assert_whole(embedded)


def test_a_note_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    place = tmp_path / "store"
    open_store(str(place), create=True).close()
    (place / note.NAME).write_text("{", encoding="utf-8")
    for read_only in (True, False):
        with pytest.raises(StoreError, match="unfinished"):
            open_store(str(place), read_only=read_only)
    (place / note.NAME).unlink()
    open_store(str(place), read_only=True).close()
