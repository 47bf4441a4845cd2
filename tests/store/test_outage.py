"""Neo4j dies, in mid-load or before an answer, and comes back: who asks waits, nothing is missing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import neo4j
import pytest

from graph import inputs
from graph.errors import StoreUnavailable
from graph.pipeline import load as load_from
from graph.resolve.resolver import Resolver
from graph.store import open_store
from graph.store.contents import content_hash
from graph.store.copying import PATIENCE, copy, finish
from tests.loading import SentenceExtractor
from tests.store.extracts import lines, told
from tests.store.loading import load
from tests.store.samples import CATALOGUE, dump
from tests.store.test_killed import assert_whole
from tests.support.backends import empty
from tests.support.neo4j_server import LONG_TERM, Process, Server, Unavailable, prepared

ROOT = Path(__file__).resolve().parents[2]
AWAY = 10.0  # seconds


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Process]:
    try:
        process = prepared(LONG_TERM, tmp_path / "home")
    except Unavailable as missing:
        if os.environ.get("ARMSGRAPH_REQUIRE_ALL") == "1":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    process.start()
    monkeypatch.setenv("NEO4J_USERNAME", process.server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", process.server.password)
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)
    yield process
    process.stop()


@pytest.mark.timeout(400)
def test_killed_in_mid_load_and_started_again(database: Process) -> None:
    place = database.server.uri
    load(place)
    with open_store(place) as store:
        expected = dump(store)
    empty(database.server)

    command = [sys.executable, "-m", "tests.store.loading", place]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as loading:
        assert loading.stdout is not None
        for _ in range(5):
            loading.stdout.readline()
        database.kill()
        time.sleep(AWAY)
        assert loading.poll() is None, "it waits"
        database.start()
        _, said = loading.communicate(timeout=300)
    assert loading.returncode == 0
    assert said.splitlines() == [f"{place} does not answer; waiting for it, up to 600 s"]
    with open_store(place) as store:
        assert_whole(store)
        assert dump(store) == expected


def wait_for_an_open_batch(server: Server) -> None:
    """Until somebody's transaction holds so many locks that part of a batch must be written in it."""
    holding = "SHOW TRANSACTIONS YIELD activeLockCount AS locks WHERE locks > 1000 RETURN locks"
    auth = (server.username, server.password)
    with neo4j.GraphDatabase.driver(server.uri, auth=auth, notifications_min_severity="OFF") as driver:
        while not driver.execute_query(holding).records:
            time.sleep(0.1)
        found = driver.execute_query("MATCH (a:Article) RETURN count(a) AS number").records
        assert found[0]["number"] == 0, "nobody sees it yet"


@pytest.mark.timeout(400)
def test_killed_while_the_first_batch_grows_and_started_again(
    database: Process, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Publishers, entities and articles of its first part are written, and the rest is still being read."""
    monkeypatch.setattr(inputs, "_SECONDS", 3600.0)  # however slow the machine, it goes on growing
    given, place, waited = told(600), database.server.uri, threading.Event()
    pipe, end = os.pipe()

    def print_and_kill() -> None:
        with open(end, "w", encoding="utf-8") as said:
            print(lines(given[:200]), end="", file=said, flush=True)
            wait_for_an_open_batch(database.server)
            database.kill()
            print(lines(given[200:400]), end="", file=said, flush=True)  # its end finds no server
            time.sleep(AWAY)
            waited.set()
            database.start()
            print(lines(given[400:]), end="", file=said)

    with ThreadPoolExecutor() as beside, open_store(place, create=True) as store, open(pipe, "rb") as stdin:
        printed = beside.submit(print_and_kill)
        events = load_from("-", store, SentenceExtractor(), Resolver(CATALOGUE), stdin=stdin)
        first = next(events)
        assert waited.is_set()
        assert [event.kind for event in (first, *events)] == ["new"] * len(given)
        printed.result()
        assert caplog.messages == [f"{place} does not answer; waiting for it, up to 600 s"]
        (tmp_path / "said.jsonl").write_text(lines(given), encoding="utf-8")
        with open_store(str(tmp_path / "calm"), create=True) as calm:
            list(load_from(str(tmp_path / "said.jsonl"), calm, SentenceExtractor(), Resolver(CATALOGUE)))
            assert dump(store) == dump(calm)
        assert_whole(store)


@pytest.mark.timeout(400)
def test_rows_are_waited_for_until_there_are_some(database: Process) -> None:
    numbers = "UNWIND range(1, 1000000) AS number RETURN number"
    with open_store(database.server.uri, create=True) as store:
        assert next(iter(store.stream(numbers))) == {"number": 1}
        database.kill()
        with ThreadPoolExecutor() as beside:
            # It looks for a server, finds none, and goes on looking.
            rows = beside.submit(lambda: list(store.stream(numbers + " LIMIT 3")))
            database.start()
            assert rows.result() == [{"number": 1}, {"number": 2}, {"number": 3}]

        given = store.stream(numbers)
        next(given)
        database.kill()
        with pytest.raises(StoreUnavailable, match=r"lost after [\d,]+ rows, which are not all: ask again"):
            list(given)


@pytest.mark.timeout(400)
@pytest.mark.parametrize("way", ["from", "to"])
def test_killed_in_mid_copy_and_started_again(database: Process, tmp_path: Path, way: str) -> None:
    """Also in the middle of the rows of one label, of which the driver has a thousand in advance."""
    filled, copied = str(tmp_path / "filled"), database.server.uri
    load(filled)
    with open_store(filled, read_only=True) as source:
        expected = content_hash(source)
        if way == "from":
            with open_store(copied, create=True, unfinished=True) as target:
                list(copy(source, target))
                finish(target)
            filled, copied = copied, str(tmp_path / "back")
    with (
        ThreadPoolExecutor() as beside,
        open_store(filled, read_only=True, patience=PATIENCE) as source,
        open_store(copied, create=True, unfinished=True) as target,
    ):
        killed_in: set[str] = set()
        for done in copy(source, target, rows=100):
            if done.what in {"Assertion", "STATES", "SUPPLIES"} - killed_in:
                killed_in.add(done.what)
                database.kill()
                beside.submit(database.start)
        assert len(killed_in) == 3
        database.kill()
        beside.submit(database.start)
        finish(target)
        assert content_hash(target) == expected
