"""Copying between stores: everything arrives as it was, whatever stops it in between."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store import Store, open_store
from graph.store.contents import content_hash, counts
from graph.store.copying import begin, copy, finish
from graph.store.shape import KEYS, RELATIONSHIPS
from tests.store.loading import load
from tests.store.samples import article, batch, dump, says
from tests.support.backends import Backend, empty
from tests.support.neo4j_server import Server

ROOT = Path(__file__).resolve().parents[2]
PROCESS = (
    "import sys; from graph.store import open_store; from graph.store.copying import copy, finish\n"
    "a = open_store(sys.argv[1], read_only=True)\n"
    "with a, open_store(sys.argv[2], create=True, unfinished=True) as b:\n"
    "    for done in copy(a, b, rows=100): print(done, flush=True)\n"
    "    finish(b)"
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An embedded store with 1,400 assertions."""
    path = str(tmp_path_factory.mktemp("copy") / "filled")
    load(path)
    return path


def copied(source: Store, target: Store, rows: int = 500) -> int:
    """Copy all; gives how much was written."""
    written = sum(done.written for done in copy(source, target, rows))
    finish(target)
    return written


def test_there_and_back(filled: str, place: str, tmp_path: Path) -> None:
    with open_store(filled, read_only=True) as source:
        expected, digest, number = dump(source), content_hash(source), counts(source)
        with open_store(place, create=True, unfinished=True) as target:
            assert copied(source, target) == sum(number.values())
            assert dump(target) == expected
            assert content_hash(target) == digest
            assert counts(target) == number
    back = str(tmp_path / "back")
    with open_store(place, read_only=True) as source, open_store(back, create=True) as target:
        copied(source, target)
        assert dump(target) == expected
        assert content_hash(target) == digest
    with open_store(back) as store:  # nothing tells it from one that was loaded
        store.write(batch(article("new", says())))
        assert content_hash(store) != digest


def test_every_label_and_type_is_copied(filled: str) -> None:
    with open_store(filled, read_only=True) as store:
        labels = {row["l"] for row in store.run("MATCH (n) UNWIND labels(n) AS l RETURN DISTINCT l")}
        types = {row["t"] for row in store.run("MATCH ()-[r]->() RETURN DISTINCT type(r) AS t")}
    assert labels == {*KEYS, "Meta"}
    assert types == {shape.type for shape in RELATIONSHIPS} - {"REPRINTS"}


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (a:Article {id: 'a1'}) SET a.title = 'another'",
        "MATCH (s:Assertion) SET s.confidence = 0.25",
        "MATCH (c:Claim) SET c.origins = c.origins + 1",
        "MATCH (c:Claim)-[r:SUBJECT]->() DELETE r",
        "MATCH ()-[r:SUPPLIES]->() SET r.item = 'x'",
        "MATCH (k:Alias) WHERE k.text = 'Moskau' DETACH DELETE k",
        "MATCH (a:Actor {id: 'russia'}), (b:Actor {id: 'ukraine'}) CREATE (a)-[:PART_OF]->(b)",
    ],
)
def test_any_difference_shows_in_the_hash(tmp_path: Path, change: str) -> None:
    with open_store(str(tmp_path / "s"), create=True) as store:
        store.write(batch(article("a1", says())))
        before = content_hash(store)
        assert content_hash(store) == before
        store.run_write(change)
        assert content_hash(store) != before


@pytest.mark.timeout(300)
def test_killed_at_any_moment_it_goes_on(filled: str, place: str) -> None:
    seed = time.time_ns()
    print(f"seed {seed}")
    dice = random.Random(seed)
    command = [sys.executable, "-c", PROCESS, filled, place]
    seen = []
    for _ in range(5):
        with subprocess.Popen(command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            lines = dice.randint(1, 60)
            seen.append(sum(1 for _ in zip(range(lines), process.stdout, strict=False)))
            time.sleep(dice.uniform(0, 0.05))
            process.kill()
            if process.wait() == 0:
                break
        try:
            open_store(place).close()
        except StoreError as error:
            told = str(error)
        else:
            break  # killed when all was there already; what follows sees whether it was
        assert re.search(r"unfinished copy of .*armsgraph copy", told)
    assert any(seen), "none came to write"
    with open_store(filled, read_only=True) as source, open_store(place, unfinished=True) as target:
        if target.run("MATCH (m:Meta {key: 'copy'}) RETURN m.source AS source"):
            assert copied(source, target) < sum(counts(source).values()), (
                "what was there is not written again"
            )
        assert dump(target) == dump(source)
        assert content_hash(target) == content_hash(source)
    open_store(place, read_only=True).close()


def test_a_store_with_a_graph_is_left_alone(filled: str, place: str) -> None:
    with open_store(filled, read_only=True) as source, open_store(place, create=True) as target:
        target.write(batch(article("a1", says())))
        before = dump(target)
        with pytest.raises(StoreError, match=r"has a graph already \(.*1 Article.*empty store"):
            next(copy(source, target))
        assert dump(target) == before


def test_half_a_copy_of_another_store_is_left_alone(filled: str, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "other"), create=True) as other:
        other.write(batch(article("a1", says())))
        with open_store(str(tmp_path / "half"), create=True) as target:
            begin(other, target)
            with (
                open_store(filled, read_only=True) as source,
                pytest.raises(StoreError, match=r"unfinished copy of .*other, not of .*filled"),
            ):
                next(copy(source, target))


def test_an_article_longer_than_a_piece(tmp_path: Path) -> None:
    long = [article(f"a{n}", says(), text="Wort " * 500_000) for n in range(3)]
    with (
        open_store(str(tmp_path / "a"), create=True) as source,
        open_store(str(tmp_path / "b"), create=True) as target,
    ):
        source.write(batch(*long))
        assert [done.number for done in copy(source, target) if done.what == "Article"] == [2, 1]
        assert content_hash(target) == content_hash(source)


def test_the_server_drops_every_connection(
    backend: Backend, neo4j_server: Server, filled: str, place: str
) -> None:
    """What was being written is written again, and not twice."""
    empty(neo4j_server)
    kill = (
        "CALL dbms.listConnections() YIELD connectionId WITH collect(connectionId) AS ids"
        " CALL dbms.killConnections(ids) YIELD message RETURN message"
    )
    with (
        open_store(filled, read_only=True) as source,
        open_store(place, create=True, unfinished=True) as target,
        open_store(place, unfinished=True) as other,
    ):
        for number, _ in enumerate(copy(source, target, rows=100)):
            if number % 20 == 5:
                with pytest.raises(StoreError):
                    other.run_write(kill)
        finish(target)
        assert content_hash(target) == content_hash(source)
        assert counts(target) == counts(source)
