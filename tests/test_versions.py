"""Files with different texts of one article: which counts, and that the next load finds nothing to do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import serial
from graph.model import Article
from graph.pipeline import LoadEvent, load
from graph.query import all_claims
from graph.resolve.resolver import Resolver
from graph.store import Store, open_store
from graph.store.contents import content_hash
from loaders import load as read_articles
from tests.loading import CATALOGUE, SentenceExtractor

Loading = Callable[..., list[LoadEvent]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store"), create=True) as opened:
        yield opened


@pytest.fixture
def extractor() -> SentenceExtractor:
    return SentenceExtractor()


@pytest.fixture
def loading(store: Store, extractor: SentenceExtractor) -> Loading:
    def run(*sources: object, **options: Any) -> list[LoadEvent]:
        return list(load(map(str, sources), store, extractor, Resolver(CATALOGUE), **options))

    return run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    return folder


def write(path: Path, number: int, published: str = "2025-03-03", url: str = "") -> Path:
    """A file with an article of one imprint, which says this number."""
    front = f"---\ntitle: Drones for Russia\nsource: The Courier\ndate: {published}\n{url}---\n"
    said = f"The ministry spoke about it at length on Monday.\n\nIran supplied {number} drones to Russia.\n"
    path.write_text(front + said, encoding="utf-8")
    return path


URL = "url: https://news.example/a\n"


def kinds(events: list[LoadEvent]) -> list[str]:
    return [event.kind for event in events]


def quantities(store: Store) -> tuple[str, ...]:
    (claim,) = all_claims(store)
    return claim.quantities


@pytest.mark.parametrize("batch_size", [1, 50])
@pytest.mark.parametrize("workers", [1, 2])
def test_the_first_of_two_files_counts_and_a_second_load_finds_nothing_to_do(
    loading: Loading, store: Store, news: Path, extractor: SentenceExtractor, batch_size: int, workers: int
) -> None:
    first, second = write(news / "a.txt", 5), write(news / "b.txt", 6)
    events = loading(news, batch_size=batch_size, workers=workers)
    assert kinds(events) == ["new", "unchanged"]
    assert events[1].remark == f"another text of the article in {first}, which counts"
    assert (events[1].source, events[1].assertions) == (str(second), 0)
    assert quantities(store) == ("5",)
    before = content_hash(store)
    extractor.read.clear()
    for _ in range(2):
        assert kinds(loading(news, batch_size=batch_size)) == ["unchanged", "unchanged"]
        assert content_hash(store) == before
    assert extractor.read == []
    assert kinds(loading(news, again=True)) == ["unchanged", "unchanged"]


def test_the_later_one_counts_in_whatever_order(loading: Loading, store: Store, news: Path) -> None:
    write(news / "a.txt", 5, "2025-03-03", URL)
    later = write(news / "b.txt", 6, "2025-03-05", URL)
    write(news / "c.txt", 7, "2025-03-04", URL)
    assert kinds(loading(news)) == ["new", "changed", "unchanged"]
    for _ in range(2):
        events = loading(news)
        assert kinds(events) == ["unchanged"] * 3
        assert [event.remark for event in events] == [
            f"another text of the article in {later}, which counts",
            None,
            f"another text of the article in {later}, which counts",
        ]
        assert quantities(store) == ("6",)


def test_a_file_that_is_named_alone_replaces_what_the_store_has(
    loading: Loading, store: Store, news: Path
) -> None:
    write(news / "a.txt", 5)
    second = write(news / "b.txt", 6)
    loading(news)
    assert kinds(loading(second)) == ["changed"]
    assert quantities(store) == ("6",)
    loading(news)  # then the order counts again
    assert kinds(loading(news)) == ["unchanged", "unchanged"]
    assert quantities(store) == ("5",)


def test_a_file_may_change_and_be_moved(loading: Loading, store: Store, news: Path) -> None:
    path = write(news / "a.txt", 5, "2025-03-03", URL)
    loading(news)
    write(path, 6, "2025-03-01", URL)
    assert kinds(loading(news)) == ["changed"]
    write(path, 7, "2025-03-01", URL)
    path.rename(news / "moved.txt")
    assert kinds(loading(news)) == ["changed"]
    assert quantities(store) == ("7",)


def test_copies_of_a_file_settle(loading: Loading, store: Store, news: Path) -> None:
    write(news / "a.txt", 5)
    write(news / "b.txt", 5)
    assert kinds(loading(news)) == ["new", "unchanged"]
    before = content_hash(store)
    for _ in range(2):
        events = loading(news)
        assert [(event.kind, event.remark) for event in events] == [("unchanged", None)] * 2
        assert content_hash(store) == before


@pytest.mark.parametrize("known", [True, False])
def test_in_what_extract_printed_the_first_file_counts(
    loading: Loading, store: Store, news: Path, extractor: SentenceExtractor, tmp_path: Path, known: bool
) -> None:
    write(news / "a.txt", 5)
    write(news / "b.txt", 6)
    said = tmp_path / "said.jsonl"
    lines: list[str] = []
    for article in read_articles([str(news)]):
        assert isinstance(article, Article)
        lines += [serial.dumps(article), *map(serial.dumps, extractor.extract(article))]
    assert {json.loads(line)["type"] for line in lines} == {"article", "assertion"}
    said.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if known:
        loading(news)
    assert kinds(loading(said)) == ["unchanged" if known else "new", "unchanged"]
    assert kinds(loading(said)) == ["unchanged", "unchanged"]
    assert quantities(store) == ("5",)


@pytest.mark.parametrize("batch_size", [1, 50])
@pytest.mark.parametrize(("second", "counts"), [("2025-03-02", 5), ("2025-03-03", 5), ("2025-03-05", 6)])
def test_lines_of_one_file_follow_the_same_rule(
    loading: Loading, store: Store, news: Path, batch_size: int, second: str, counts: int
) -> None:
    path = news / "lines.jsonl"
    said = {"url": "https://news.example/a", "title": "Drones for Russia"}
    lines = [
        json.dumps({**said, "date": day, "text": f"Iran supplied {number} drones to Russia."})
        for day, number in (("2025-03-03", 5), (second, 6))
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    events = loading(news, batch_size=batch_size)
    assert kinds(events) == (["new", "unchanged"] if counts == 5 else ["new", "changed"])
    assert quantities(store) == (str(counts),)
    before = content_hash(store)
    again = loading(news, batch_size=batch_size)
    assert kinds(again) == ["unchanged", "unchanged"]
    kept = f"{path}:{1 if counts == 5 else 2}"
    assert f"another text of the article in {kept}, which counts" in [event.remark for event in again]
    assert content_hash(store) == before


def test_lines_may_change_and_move(loading: Loading, store: Store, news: Path) -> None:
    path = news / "lines.jsonl"
    said = {"url": "https://news.example/a", "date": "2025-03-03"}
    line = json.dumps({**said, "text": "Iran supplied 5 drones to Russia."})
    path.write_text(line, encoding="utf-8")
    loading(news)
    path.write_text("\n" + line.replace("5 drones", "7 drones"), encoding="utf-8")
    assert kinds(loading(news)) == ["changed"]
    assert quantities(store) == ("7",)
