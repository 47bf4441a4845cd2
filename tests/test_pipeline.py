"""Loading: what is new, known, changed and skipped; killed at any moment, nothing said is lost."""

from __future__ import annotations

import gzip
import io
import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import inputs, serial
from graph.errors import StoreError
from graph.model import Article, Assertion
from graph.model.ids import slug
from graph.pipeline import LoadEvent, load
from graph.query import all_assertions, all_claims, info, reliability
from graph.resolve.publishers import PublisherResolver
from graph.resolve.resolver import Resolver
from graph.store import Batch, Store, filling, open_store
from loaders import load as read_articles
from seeds.publishers import Publisher
from tests.loading import CATALOGUE, SentenceExtractor, write_article

TEXT = "Iran supplied 5 drones to Russia."
Loading = Callable[..., list[LoadEvent]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store"), create=True) as opened:
        yield opened


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    return folder


@pytest.fixture
def loading(store: Store) -> Loading:
    def run(*sources: object, extractor: Any = None, **options: Any) -> list[LoadEvent]:
        extractor = extractor or SentenceExtractor()
        return list(load(map(str, sources), store, extractor, Resolver(CATALOGUE), **options))

    return run


def kinds(events: Iterable[LoadEvent]) -> list[str]:
    return [event.kind for event in events]


def content(store: Store) -> tuple[list[Article | Assertion], list[Any]]:
    return list(all_assertions(store)), list(all_claims(store))


def test_new_unchanged_changed(loading: Loading, store: Store, news: Path) -> None:
    paths = [write_article(news, number) for number in range(3)]
    first = loading(news)
    assert kinds(first) == ["new"] * 3
    assert [event.source for event in first] == [str(path) for path in paths]
    assert [event.assertions for event in first] == [1, 1, 1]
    before = content(store)

    assert kinds(loading(news)) == ["unchanged"] * 3
    assert content(store) == before

    write_article(news, 1, "Iran supplied 500 drones to Russia.", "Iran supplied 7 tanks to Acme.")
    again = loading(news)
    assert kinds(again) == ["unchanged", "changed", "unchanged"]
    assert [event.assertions for event in again] == [1, 2, 1]
    drones = next(claim for claim in all_claims(store) if claim.recipient and claim.recipient.id == "russia")
    assert drones.quantities == ("0", "2", "500")


def test_what_is_known_is_not_read_for_assertions_again(loading: Loading, news: Path) -> None:
    write_article(news, 1)
    loading(news)
    extractor = SentenceExtractor()
    loading(news, extractor=extractor)
    assert extractor.read == []
    assert kinds(loading(news, extractor=extractor, again=True)) == ["unchanged"]
    assert len(extractor.read) == 1


def test_another_extractor_over_known_articles(loading: Loading, store: Store, news: Path) -> None:
    class Silent(SentenceExtractor):
        def extract(self, article: Article) -> Iterator[Assertion]:
            yield from ()

    write_article(news, 1)
    assert kinds(loading(news)) == ["new"]
    (event,) = loading(news, extractor=Silent(), again=True)
    assert (event.kind, event.assertions) == ("changed", 0)
    assert not list(all_claims(store))


@pytest.mark.parametrize("batch_size", [1, 2, 50])
def test_the_batches_make_no_difference(loading: Loading, store: Store, news: Path, batch_size: int) -> None:
    for number in range(5):
        write_article(news, number)
    write_article(news, 5, *["Iran supplied 9 drones to Russia."] * 3)
    assert kinds(loading(news, batch_size=batch_size)) == ["new"] * 6
    facts = {row.name: row.value for row in info(store)}
    assert (facts["articles"], facts["assertions"], facts["claims"]) == (6, 8, 1)


def test_what_cannot_be_read_is_skipped_and_the_rest_goes_on(loading: Loading, news: Path) -> None:
    write_article(news, 1)
    (news / "002.txt").write_bytes(b"")
    write_article(news, 3)
    events = loading(news, news / "missing.txt")
    assert kinds(events) == ["new", "skipped", "new", "skipped"]
    assert events[1].source == str(news / "002.txt")
    assert events[1].reason
    assert events[1].article is None


def test_another_language_is_stored_and_remarked(loading: Loading, store: Store, news: Path) -> None:
    (news / "fr.txt").write_text(
        "Le ministère de la Défense a annoncé lundi la livraison de chars à l'armée ukrainienne.\n"
        "Iran supplied 5 drones to Russia.\nLes négociations se poursuivent depuis plusieurs semaines.\n",
        encoding="utf-8",
    )
    (event,) = loading(news)
    assert (event.kind, event.assertions) == ("new", 0)
    assert event.remark == "no assertion was looked for: language fr"
    assert loading(news)[0].remark == event.remark
    facts = {row.name: row.value for row in info(store)}
    assert facts["articles: fr"] == 1


def test_the_text_is_kept_or_not(loading: Loading, store: Store, news: Path) -> None:
    question = "MATCH (a:Article) RETURN a.text AS text"
    path = write_article(news, 1)
    loading(news, keep_text=False)
    assert store.run(question) == [{"text": None}]
    path.write_text(path.read_text() + "\nMore of it.\n")
    loading(news)
    assert store.run(question) == [{"text": path.read_text()}]


def test_publishers_get_the_catalogues_ids(store: Store, tmp_path: Path) -> None:
    known = PublisherResolver([Publisher("evening-post", "Evening Post", reliability="B", names=("E Post",))])
    lines = [
        f'{{"url": "https://{slug(name)}.example/", "publisher": "{name}", "text": "{TEXT}"}}'
        for name in ("E-POST", "Nobody's")
    ]
    source = tmp_path / "a.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    assert kinds(load([str(source)], store, SentenceExtractor(), Resolver(CATALOGUE), publishers=known)) == [
        "new",
        "new",
    ]
    rows = store.run(
        "MATCH (p:Publisher) RETURN p.id AS id, p.name AS name, p.reliability AS mark ORDER BY id"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("evening-post", "Evening Post", "B"),
        ("nobody-s", "Nobody's", "F"),
    ]


def test_one_article_twice_in_a_batch(loading: Loading, store: Store, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    line = '{"url": "https://news.example/a", "title": "T", "text": "Iran supplied %d drones to Russia."}'
    source.write_text("\n".join(line % number for number in (5, 5, 6, 6)), encoding="utf-8")
    assert kinds(loading(source)) == ["new", "unchanged", "unchanged", "unchanged"]
    (claim,) = all_claims(store)
    assert claim.quantities == ("5",)  # of two texts without a date the first counts


class Extracts:
    """What `extract` prints for the articles of a folder."""

    def __init__(self, news: Path) -> None:
        resolver, extractor = Resolver(CATALOGUE), SentenceExtractor()
        self.articles = [article for article in read_articles([str(news)]) if isinstance(article, Article)]
        self.lines: list[str] = []
        for article in self.articles:
            said = [resolver.resolve(assertion) for assertion in extractor.extract(article)]
            self.lines += [serial.dumps(article), *map(serial.dumps, said)]

    @property
    def text(self) -> bytes:
        return ("\n".join(self.lines) + "\n").encode()


@pytest.fixture
def extracts(news: Path) -> Extracts:
    for number in range(3):
        write_article(news, number)
    return Extracts(news)


def test_what_extract_printed_is_taken_back(
    loading: Loading, store: Store, news: Path, extracts: Extracts, tmp_path: Path
) -> None:
    source = tmp_path / "said.jsonl"
    source.write_bytes(extracts.text)
    assert kinds(loading(source)) == ["new"] * 3
    taken_back = content(store)
    assert kinds(loading(source)) == ["unchanged"] * 3
    assert kinds(loading(news)) == ["unchanged"] * 3
    with open_store(str(tmp_path / "other"), create=True) as other:
        list(load([str(news)], other, SentenceExtractor(), Resolver(CATALOGUE)))
        assert content(other) == taken_back


def test_assertions_of_another_extractor_replace_those_of_a_known_article_and_its_text_stays(
    loading: Loading, store: Store, news: Path, extracts: Extracts, tmp_path: Path
) -> None:
    loading(news)
    source = tmp_path / "said.jsonl"
    source.write_text(
        "\n".join(line.replace('"reported"', '"planned"') for line in extracts.lines), encoding="utf-8"
    )
    assert kinds(loading(source)) == ["changed"] * 3
    (claim,) = all_claims(store)
    assert claim.modalities == (("planned", 3),)
    texts = {row["text"] for row in store.run("MATCH (a:Article) RETURN a.text AS text")}
    assert texts == {article.text for article in extracts.articles}


def test_extracts_come_gzipped_and_through_a_pipe(
    loading: Loading, extracts: Extracts, tmp_path: Path
) -> None:
    packed = tmp_path / "said.jsonl.gz"
    packed.write_bytes(gzip.compress(extracts.text))
    assert kinds(loading(packed)) == ["new"] * 3
    assert kinds(loading("-", stdin=io.BytesIO(extracts.text))) == ["unchanged"] * 3
    assert kinds(loading("-", stdin=io.BytesIO(gzip.compress(extracts.text)))) == ["unchanged"] * 3


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `extract` printed is written while it is read, however little it is."""
    monkeypatch.setattr(inputs, "_PART", 4)
    monkeypatch.setattr(filling, "_FEWEST", 1)


def test_what_is_written_while_it_is_read_may_be_known_or_come_twice(
    loading: Loading, store: Store, news: Path, in_parts: None, tmp_path: Path
) -> None:
    for number in range(8):
        write_article(news, number)
    both = Extracts(news)
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    old.write_text("\n".join(both.lines[10:]), encoding="utf-8")
    assert kinds(loading(old)) == ["new"] * 3
    new.write_text("\n".join([*both.lines, *both.lines[:2]]), encoding="utf-8")
    assert sorted(kinds(loading(new))) == [*["new"] * 5, *["unchanged"] * 4]
    assert store.run("MATCH (s:Assertion) WHERE NOT (s)<-[:STATES]-() RETURN s.id") == []
    (claim,) = all_claims(store)
    assert claim.assertions == 8
    with open_store(str(tmp_path / "twice"), create=True) as other:
        events = load([str(new)], other, SentenceExtractor(), Resolver(CATALOGUE))
        assert kinds(events) == [*["new"] * 8, "unchanged"]
        assert content(other) == content(store)


def test_an_empty_or_wrong_extract_says_so(loading: Loading, store: Store, tmp_path: Path) -> None:
    source = tmp_path / "said.jsonl"
    source.write_text('{"type": "assertion"}\n', encoding="utf-8")
    assert kinds(loading(source)) == ["skipped"]
    assert content(store) == ([], [])


def test_extracts_are_recognised_in_a_folder(
    loading: Loading, store: Store, news: Path, extracts: Extracts, tmp_path: Path
) -> None:
    folder = tmp_path / "both" / "below"
    folder.mkdir(parents=True)
    source = folder / "said.jsonl"
    source.write_bytes(extracts.text)
    write_article(folder, 7)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert kinds(loading(folder.parent, source)) == ["new", "skipped", *["new"] * 3]
    (claim,) = all_claims(store)
    assert claim.assertions == 4


def test_standard_input_may_be_an_article(loading: Loading) -> None:
    text = (
        b"The long talks of Monday\n\nIran supplied 5 drones to Russia. The ministry was silent about that.\n"
    )
    (event,) = loading("-", stdin=io.BytesIO(text))
    assert (event.kind, event.assertions) == ("new", 1)


def test_an_article_with_its_text_is_one_to_read(loading: Loading, tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text('{"type": "article", "title": "T", "text": "Iran supplied 5 drones to Russia."}\n')
    (event,) = loading(source)
    assert (event.kind, event.assertions) == ("new", 1)


def test_a_wrong_line_refuses_its_article_alone(loading: Loading, extracts: Extracts, tmp_path: Path) -> None:
    source = tmp_path / "said.jsonl"
    lines = list(extracts.lines)
    lines[3] = lines[3].replace('"supplies"', '"sells"')
    source.write_text("\n".join(lines), encoding="utf-8")
    events = loading(source)
    assert kinds(events) == ["new", "skipped", "new"]
    assert str(events[1].reason).startswith("line 4: 'relation' is 'sells'")
    source.write_bytes(b"\n".join([extracts.lines[1].encode(), extracts.lines[0].encode(), b"\xff\xfe"]))
    events = loading(source)
    assert kinds(events) == ["skipped", "skipped"]
    assert "whose line does not stand before it" in str(events[0].reason)
    assert "not UTF-8" in str(events[1].reason)


def test_what_was_given_is_stored_when_the_reader_stops(store: Store, news: Path) -> None:
    for number in range(7):
        write_article(news, number)
    events = load([str(news)], store, SentenceExtractor(), Resolver(CATALOGUE), batch_size=3)
    given = [next(events) for _ in range(4)]
    stored = {str(row["id"]) for row in store.run("MATCH (a:Article) RETURN a.id AS id")}
    assert {event.article for event in given} <= stored
    assert len(stored) == 6


class Refusing:
    """A store that takes everything but what names a certain article."""

    def __init__(self, store: Store, refused: str) -> None:
        self._store, self._refused = store, refused

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def write(self, batch: Batch) -> None:
        if any(self._refused in str(write.article.path) for write in batch.articles):
            raise StoreError("cannot be written")
        self._store.write(batch)


def test_an_article_that_the_store_refuses_is_skipped_alone(store: Store, news: Path) -> None:
    for number in range(4):
        write_article(news, number)
    refusing: Any = Refusing(store, "002.txt")
    events = list(load([str(news)], refusing, SentenceExtractor(), Resolver(CATALOGUE)))
    assert Counter(kinds(events)) == {"new": 3, "skipped": 1}
    assert events[2].reason == "cannot be written"


def test_a_store_that_refuses_everything_ends_the_load(store: Store, news: Path) -> None:
    for number in range(20):
        write_article(news, number)
    refusing: Any = Refusing(store, ".txt")
    with pytest.raises(StoreError, match="cannot be written"):
        list(load([str(news)], refusing, SentenceExtractor(), Resolver(CATALOGUE)))


@pytest.mark.parametrize("said_before", [0, 1, 4, 14])
def test_killed_and_run_again_gives_the_same_graph(news: Path, tmp_path: Path, said_before: int) -> None:
    for number in range(20):
        write_article(
            news, number, "Iran supplied 5 drones to Russia.", f"Acme supplied {number} tanks to Iran."
        )
    with open_store(str(tmp_path / "whole"), create=True) as whole:
        list(load([str(news)], whole, SentenceExtractor(), Resolver(CATALOGUE)))
        expected = content(whole)

    location = str(tmp_path / "killed")
    command = [sys.executable, "-m", "tests.loading", str(news), location]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = [process.stdout.readline().split() for _ in range(said_before)]
    process.send_signal(signal.SIGKILL)
    process.wait()

    with open_store(location, create=True) as killed:
        stored = {row["id"] for row in killed.run("MATCH (a:Article) RETURN a.id AS id")}
        assert {article for _, article in said} <= stored
        list(load([str(news)], killed, SentenceExtractor(), Resolver(CATALOGUE), batch_size=7))
        assert content(killed) == expected


def test_one_source_and_a_store_are_enough(store: Store, news: Path) -> None:
    said = {"text": "Iran delivered 5 drones to Russia in May 2024.", "publisher": "Nordlicht-Kurier"}
    (news / "a.jsonl").write_text(json.dumps(said), encoding="utf-8")
    assert kinds(load(str(news), store)) == ["new"]
    [claim] = all_claims(store)
    assert [ref.id for _, ref in claim.roles] == ["iran", "drones", "russia"]
    assert list(reliability(store)) == ["Nordlicht-Kurier"], "as seeds/publishers/ rates it"
