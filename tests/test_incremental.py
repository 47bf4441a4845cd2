"""Loading again: files that have not changed are not read, other versions of the extractor read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import inputs
from graph.model import Article, Assertion
from graph.pipeline import LoadEvent, load
from graph.query import info
from graph.resolve.resolver import Resolver
from graph.store import Store, open_store
from loaders import load as read_articles
from tests.loading import CATALOGUE, SentenceExtractor, write_article

Loading = Callable[..., list[str]]


class Newer(SentenceExtractor):
    """The next version, which finds the same and says so."""

    version = "2"

    def extract(self, article: Article) -> Iterator[Assertion]:
        for one in super().extract(article):
            yield Assertion(
                **{**{key: getattr(one, key) for key in one.__slots__}, "extractor": "sentence/2"}
            )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store"), create=True) as opened:
        yield opened


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every file that the loaders are asked for."""
    asked: list[str] = []

    def counted(sources: Any, **options: Any) -> Any:
        named = list(sources)
        asked.extend(Path(one.name).name for one in named)
        return read_articles(named, **options)

    monkeypatch.setattr(inputs, "read_articles", counted)
    return asked


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(3):
        write_article(folder, number)
    return folder


@pytest.fixture
def loading(store: Store) -> Loading:
    def run(*sources: object, extractor: Any = None, **options: Any) -> list[str]:
        events: list[LoadEvent] = list(
            load(map(str, sources), store, extractor or SentenceExtractor(), Resolver(CATALOGUE), **options)
        )
        return [event.kind for event in events]

    return run


def extractors(store: Store) -> dict[str, object]:
    return {row.name: row.value for row in info(store) if row.name.startswith("articles read by")}


def test_a_file_that_has_not_changed_is_not_read(loading: Loading, news: Path, read: list[str]) -> None:
    loading(news)
    assert read == ["000.txt", "001.txt", "002.txt"]
    read.clear()
    assert loading(news) == ["unchanged"] * 3
    assert read == []
    write_article(news, 1, "Iran supplied 9 drones to Russia.")
    assert loading(news) == ["unchanged", "changed", "unchanged"]
    assert read == ["001.txt"]
    read.clear()
    assert loading(news, again=True) == ["unchanged"] * 3
    assert len(read) == 3


def test_a_file_elsewhere_is_read_once_and_then_known(loading: Loading, news: Path, read: list[str]) -> None:
    page = news / "page.html"
    page.write_text(
        '<html lang="en"><head><link rel="canonical" href="https://news.example/a"></head><body><article>'
        "<h1>Deliveries</h1><p>Iran supplied 5 drones to Russia. The ministry spoke about it at length on"
        " Monday, and would not name any further details.</p></article></body></html>",
        encoding="utf-8",
    )
    loading(page)
    moved = page.rename(news / "moved.html")
    read.clear()
    assert loading(moved) == ["unchanged"]
    assert loading(moved) == ["unchanged"]
    assert read == ["moved.html"]


def test_a_file_of_several_articles_is_read(loading: Loading, tmp_path: Path, read: list[str]) -> None:
    source = tmp_path / "a.jsonl"
    line = '{"url": "https://news.example/%d", "text": "Iran supplied %d drones to Russia."}\n'
    source.write_text(line % (1, 1) + line % (2, 2))
    assert loading(source) == ["new", "new"]
    assert loading(source) == ["unchanged", "unchanged"]
    assert len(read) == 2


def test_the_store_says_who_has_read_what(loading: Loading, store: Store, news: Path) -> None:
    loading(news)
    assert extractors(store) == {"articles read by sentence/1": 3}
    write_article(news, 1, "Iran supplied 9 drones to Russia.")
    loading(news, extractor=Newer())
    assert extractors(store) == {"articles read by sentence/1": 2, "articles read by sentence/2": 1}


def test_refresh_reads_what_another_version_has_read(loading: Loading, store: Store, news: Path) -> None:
    loading(news)
    write_article(news, 1, "Iran supplied 9 drones to Russia.")
    loading(news, extractor=Newer())
    newer = Newer()
    assert loading(news, extractor=newer, refresh=True) == ["unchanged"] * 3
    assert len(newer.read) == 2
    assert extractors(store) == {"articles read by sentence/2": 3}
    made = store.run("MATCH (s:Assertion) RETURN DISTINCT s.extractor AS extractor")
    assert made == [{"extractor": "sentence/2"}]
    newer.read.clear()
    assert loading(news, extractor=newer, refresh=True) == ["unchanged"] * 3
    assert newer.read == []


def test_refresh_of_all_that_the_store_has(loading: Loading, store: Store, news: Path) -> None:
    class Fewer(Newer):
        def extract(self, article: Article) -> Iterator[Assertion]:
            return (one for one in super().extract(article) if one.quantity != 7)

    write_article(news, 7, "Iran supplied 7 tanks to Acme.")
    loading(news)
    for path in news.iterdir():
        path.unlink()
    assert sorted(loading(refresh=True, extractor=Fewer())) == ["changed", *["unchanged"] * 3]
    assert extractors(store) == {"articles read by sentence/2": 4}
    assert store.run("MATCH (s:Assertion) WHERE s.quantity = 7 RETURN s") == []
    assert loading(refresh=True, extractor=Fewer()) == []


def test_refresh_without_texts_says_so(loading: Loading, store: Store, news: Path) -> None:
    loading(news, keep_text=False)
    assert loading(refresh=True, extractor=Newer()) == ["skipped"] * 3
    assert extractors(store) == {"articles read by sentence/1": 3}
