"""Neo4j dies, in mid-load or before an answer, and comes back: who asks waits, nothing is missing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.store import open_store
from graph.store.contents import content_hash
from graph.store.copying import PATIENCE, copy, finish
from tests.store.loading import load
from tests.store.samples import dump
from tests.store.test_killed import assert_whole
from tests.support.backends import empty
from tests.support.neo4j_server import LONG_TERM, Process, Unavailable, prepared

ROOT = Path(__file__).resolve().parents[2]
AWAY = 10.0  # seconds


@pytest.fixture
def neo4j(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Process]:
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
def test_killed_in_mid_load_and_started_again(neo4j: Process) -> None:
    place = neo4j.server.uri
    load(place)
    with open_store(place) as store:
        expected = dump(store)
    empty(neo4j.server)

    command = [sys.executable, "-m", "tests.store.loading", place]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True) as loading:
        assert loading.stdout is not None
        for _ in range(5):
            loading.stdout.readline()
        neo4j.kill()
        time.sleep(AWAY)
        assert loading.poll() is None, "it waits"
        neo4j.start()
        _, said = loading.communicate(timeout=300)
    assert loading.returncode == 0
    assert said.splitlines() == [f"{place} does not answer; waiting for it, up to 600 s"]
    with open_store(place) as store:
        assert_whole(store)
        assert dump(store) == expected


@pytest.mark.timeout(400)
def test_rows_are_waited_for_until_there_are_some(neo4j: Process) -> None:
    numbers = "UNWIND range(1, 1000000) AS number RETURN number"
    with open_store(neo4j.server.uri, create=True) as store:
        assert next(iter(store.stream(numbers))) == {"number": 1}
        neo4j.kill()
        with ThreadPoolExecutor() as beside:
            # It looks for a server, finds none, and goes on looking.
            rows = beside.submit(lambda: list(store.stream(numbers + " LIMIT 3")))
            neo4j.start()
            assert rows.result() == [{"number": 1}, {"number": 2}, {"number": 3}]

        given = store.stream(numbers)
        next(given)
        neo4j.kill()
        with pytest.raises(StoreUnavailable, match=r"lost after [\d,]+ rows, which are not all: ask again"):
            list(given)


@pytest.mark.timeout(400)
@pytest.mark.parametrize("way", ["from", "to"])
def test_killed_in_mid_copy_and_started_again(neo4j: Process, tmp_path: Path, way: str) -> None:
    """Also in the middle of the rows of one label, of which the driver has a thousand in advance."""
    filled, copied = str(tmp_path / "filled"), neo4j.server.uri
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
                neo4j.kill()
                beside.submit(neo4j.start)
        assert len(killed_in) == 3
        neo4j.kill()
        beside.submit(neo4j.start)
        finish(target)
        assert content_hash(target) == expected
