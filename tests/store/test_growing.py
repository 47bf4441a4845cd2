"""A batch that is written while it is read: the graph of the whole, and nothing where reading fails."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from graph.errors import ArticleThere, StoreError
from graph.model import Entity, EntityRef
from graph.resolve.resolver import together
from graph.store import Batch, Store, note, open_store
from graph.store.growing import Growing
from graph.store.prepared import Part, Prepared
from tests.store.loading import MANY, writes
from tests.store.samples import BUDANOV, CATALOGUE, KOKSAN, RUSSIA, article, dump, says
from tests.store.test_killed import assert_whole, both_ways

ARTICLES = 20  # in a part, enough for the embedded engine to begin with


def large(number: int) -> Batch:
    """A batch that is worth it."""
    return Batch(list(writes(3 * MANY))[number], CATALOGUE)


def coming(store: Store, batch: Batch) -> Iterator[Part | Prepared]:
    """The batch in parts, and then the whole."""
    starts = range(0, len(batch.articles), ARTICLES)
    parts = [
        store.part(replace(batch, articles=batch.articles[start : start + ARTICLES])) for start in starts
    ]
    yield from parts
    yield store.prepare(batch, parts)


def test_it_makes_the_graph_that_the_whole_makes(store: Store, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "beside"), create=True) as beside:
        for number in range(2):
            store.write(Growing(coming(store, large(number))))
            beside.write(large(number))
        assert dump(store) == dump(beside)
    assert_whole(store)
    assert both_ways(store)


@pytest.mark.parametrize("articles", [3, 3 * ARTICLES])
def test_an_article_that_is_there_is_not_written_over(store: Store, articles: int) -> None:
    batch = replace(large(0), articles=large(0).articles[:articles])
    last = batch.articles[-1]
    store.write(replace(batch, articles=(replace(last, assertions=last.assertions[:1]),)))
    before = dump(store)
    with pytest.raises(ArticleThere, match=last.article.id):
        store.write(Growing(coming(store, batch)))
    assert dump(store) == before
    assert_whole(store)


def test_a_name_that_a_later_part_spells_otherwise(store: Store, tmp_path: Path) -> None:
    parts = []
    for number, name in enumerate(("Sokil Works", "SOKIL works", "sokil  works")):
        sokil = EntityRef("sokil-works", name, "company")
        said = article(f"article-{number}", says(sokil, KOKSAN, RUSSIA, attributed_to=BUDANOV))
        parts.append(Batch((said,), (*CATALOGUE, Entity(sokil.id, name, sokil.kind, provisional=True))))
    whole = Batch(
        tuple(write for one in parts for write in one.articles),
        together(entity for one in parts for entity in one.entities),
    )
    made = [store.part(one) for one in parts]
    with open_store(str(tmp_path / "beside"), create=True) as beside:
        store.write(Growing(iter([*made, store.prepare(whole, made)])))
        beside.write(whole)
        assert dump(store) == dump(beside)


def test_nothing_is_lost_of_articles_that_are_there_after_all(store: Store) -> None:
    store.write(large(0))
    before = dump(store)
    with suppress(StoreError):  # the embedded engine refuses it
        store.write(Growing(coming(store, large(0))))
    assert dump(store) == before
    assert_whole(store)


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_what_fails_in_the_reading_leaves_no_trace(store: Store, error: type[BaseException]) -> None:
    store.write(large(0))
    before = dump(store)

    def broken() -> Iterator[Part | Prepared]:
        yield from islice(coming(store, large(1)), 2)
        raise error

    with pytest.raises(error):
        store.write(Growing(broken()))
    assert dump(store) == before
    assert not note.left(Path(store.location))
    store.write(Growing(coming(store, large(1))))
    assert_whole(store)


def be_killed(location: str) -> None:
    """Begin to write a batch, and be killed while the rest of it is waited for."""

    def broken() -> Iterator[Part | Prepared]:
        yield from islice(coming(store, large(1)), 2)
        os.kill(os.getpid(), signal.SIGKILL)

    with open_store(location) as store:
        store.write(Growing(broken()))


@pytest.mark.parametrize("read_only", [True, False])
def test_what_a_killed_writer_has_begun_is_taken_back(tmp_path: Path, read_only: bool) -> None:
    place = tmp_path / "store"
    with open_store(str(place), create=True) as store:
        store.write(large(0))
        before = dump(store)
    process = multiprocessing.get_context("spawn").Process(target=be_killed, args=(str(place),))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert note.left(place)
    with open_store(str(place), read_only=read_only) as store:
        assert dump(store) == before
        assert_whole(store)
        assert both_ways(store)
    assert not note.left(place)
