"""A Neo4j that has too little memory for what is loaded at once: it goes in by smaller transactions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from graph import inputs
from graph.pipeline import LoadEvent, load
from graph.resolve.resolver import Resolver
from graph.store import Store, open_store
from tests.loading import SentenceExtractor
from tests.store.extracts import EACH, Said, lines, placed, told
from tests.store.samples import CATALOGUE, article, dump, says
from tests.store.test_killed import assert_whole
from tests.support.backends import empty, server
from tests.support.neo4j_server import LONG_TERM, Server

SETTINGS = "db.memory.transaction.max=8m\n"  # for a third of what the smallest batch holds
ARTICLES = 300


@pytest.fixture(scope="module")
def tight(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with server(LONG_TERM, tmp_path_factory.mktemp("tight") / "home", SETTINGS) as started:
        yield started


@pytest.fixture
def store(tight: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("NEO4J_USERNAME", tight.username)
    monkeypatch.setenv("NEO4J_PASSWORD", tight.password)
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)
    empty(tight)
    with open_store(tight.uri, create=True) as opened:
        yield opened


def again(said: Said) -> Said:
    """The same article with another text, which says something else of each."""
    changed = replace(said[0], content_hash="b" * 64)
    return changed, tuple(replace(one, quantity=2.0) for one in said[1][:-3])


def loaded(store: Store, said: list[Said], folder: Path) -> list[LoadEvent]:
    """What became of these."""
    return list(loading(store, said, folder))


def loading(store: Store, said: list[Said], folder: Path) -> Generator[LoadEvent]:
    """What `extract` would have printed of these is loaded."""
    source = folder / "said.jsonl"
    source.write_text(lines(said), encoding="utf-8")
    yield from load([str(source)], store, SentenceExtractor(), Resolver(CATALOGUE))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("first", [100, 1_000])
def test_a_load_goes_on_in_smaller_transactions(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    """Whether the first batch is too large while it grows, or at once."""
    monkeypatch.setattr(inputs, "_PART", first)
    wanted = store.at_once
    assert Counter(event.kind for event in loaded(store, told(ARTICLES), tmp_path)) == {
        "new": len(told(ARTICLES))
    }
    assert store.at_once < wanted, "it has been too large"
    with open_store(str(tmp_path / "calm"), create=True) as calm:
        loaded(calm, told(ARTICLES), tmp_path)
        assert dump(store) == dump(calm)
        loaded(calm, list(map(again, told(ARTICLES))), tmp_path)
        changed = loaded(store, list(map(again, told(ARTICLES))), tmp_path)
        assert {event.kind for event in changed} == {"changed"}
        assert dump(store) == dump(calm)
    assert_whole(store)


@pytest.mark.timeout(300)
def test_what_is_left_in_between_is_whole(store: Store, tight: Server, tmp_path: Path) -> None:
    loaded(store, told(ARTICLES), tmp_path)
    with open_store(tight.uri) as another:  # which does not know yet how little fits
        wanted = another.at_once
        changing = loading(another, list(map(again, told(ARTICLES))), tmp_path)
        assert [event.kind for event in islice(changing, 50)] == ["changed"] * 50
        changing.close()
        assert another.at_once < wanted, "a batch has been parted"
    query = (
        "MATCH (a:Article)-[:STATES]->(s:Assertion)"
        " WITH a, collect(DISTINCT s.quantity) AS quantities, count(s) AS said"
        " RETURN DISTINCT a.content_hash = $hash AS changed, quantities, said ORDER BY changed"
    )
    assert store.run(query, {"hash": "b" * 64}) == [
        {"changed": False, "quantities": [], "said": EACH},
        {"changed": True, "quantities": [2.0], "said": EACH - 3},
    ]
    assert_whole(store)


@pytest.mark.timeout(300)
def test_an_article_that_is_too_large_alone_is_told(store: Store, tmp_path: Path) -> None:
    said = told(40)
    large = article("large", *(placed(says(start=place, evidence="x" * 500)) for place in range(5_000)))
    given = [*said[:20], (replace(large.article, text=""), large.assertions), *said[20:]]
    events = loaded(store, given, tmp_path)
    assert Counter(event.kind for event in events) == {"new": 40, "skipped": 1}
    assert [event.article for event in events] == [head.id for head, _ in given]
    reason = events[20].reason or ""
    assert "raise db.memory.transaction.max" in reason
    assert "\n" not in reason
    with open_store(str(tmp_path / "calm"), create=True) as calm:
        loaded(calm, said, tmp_path)
        assert dump(store) == dump(calm)
