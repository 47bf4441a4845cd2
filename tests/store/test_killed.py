"""A loading process is killed at any moment: the graph is whole, and loading again completes it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.resolve.aggregate import Statement, aggregate
from graph.store import Store, note, open_store
from graph.store.shape import RELATIONSHIPS
from tests.store.loading import MANY, load
from tests.store.samples import dump
from tests.support.backends import Backend, empty, settled

KILLS = 20
ROOT = Path(__file__).resolve().parents[2]


def assert_whole(store: Store) -> None:
    """Every claim says what its assertions say, and nothing hangs in the air."""
    loose = (
        "MATCH (s:Assertion) WHERE NOT (s)<-[:STATES]-(:Article) OR NOT (s)-[:ABOUT]->(:Claim) RETURN s.id",
        "MATCH (c:Claim) WHERE NOT (c)<-[:ABOUT]-(:Assertion) RETURN c.id",
        "MATCH (c:Claim) WHERE NOT (c)-[:SUBJECT]->() RETURN c.id",
    )
    for query in loose:
        assert store.run(query) == []
    rows = store.run(
        "MATCH (c:Claim)<-[:ABOUT]-(s:Assertion)<-[:STATES]-(a:Article)"
        " OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(p:Publisher) OPTIONAL MATCH (s)-[:ATTRIBUTED_TO]->(w:Actor)"
        " RETURN c.id AS claim, s.modality AS modality, a.id AS article, p.id AS publisher, w.id AS speaker,"
        " a.published AS published"
    )
    said: dict[object, list[Statement]] = {}
    for row in rows:
        claim = row.pop("claim")
        said.setdefault(claim, []).append(Statement(**row))  # type: ignore[arg-type]
    stored = store.run("MATCH (c:Claim) RETURN c")
    edges = store.run("MATCH (:Actor)-[s:SUPPLIES]->(:Actor) RETURN s")
    assert len(stored) == len(said) == len(edges)
    for row in [*stored, *edges]:
        (properties,) = row.values()
        assert isinstance(properties, dict)
        totals = aggregate(said[properties.get("claim") or properties["id"]])
        assert properties["origins"] == totals.origins
        assert properties["assertions"] == totals.assertions
        assert {name: properties[name] for name, _ in totals.modalities} == dict(totals.modalities)
        assert properties["first_reported"] == totals.first_reported
        assert properties["last_reported"] == totals.last_reported


def killed(location: str, batches: int, more: float) -> int:
    """Start loading, kill it `more` seconds after so many batches; returns the exit status."""
    command = [sys.executable, "-m", "tests.store.loading", location]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(batches):
            process.stdout.readline()
        time.sleep(more)
        process.kill()
        return process.wait()


def nothing_yet(location: str) -> bool:
    """Whether the process was killed before there was a store."""
    try:
        open_store(location, read_only=True).close()
    except StoreError as error:
        return "armsgraph load" in str(error)
    return False


@pytest.mark.timeout(600)
def test_killing_the_load_at_any_moment(backend: Backend, place: str, tmp_path: Path) -> None:
    calm = str(tmp_path / "calm") if backend.server is None else place
    load(calm)
    with open_store(calm, read_only=True) as store:
        expected = dump(store)
        assert_whole(store)
    if backend.server is not None:
        empty(backend.server)

    seed = time.time_ns()
    print(f"seed {seed}")
    dice = random.Random(seed)
    statuses = []
    for number in range(KILLS):
        # The first ones hit the making of the store, the others a batch or the moment between two.
        batches = 0 if number < 2 else dice.randint(1, 4)
        statuses.append(killed(place, batches, dice.uniform(0.0, 0.6 if number < 2 else 0.15)))
        if backend.server is not None:
            settled(backend.server)  # a batch may be committed behind the kill, but not between two looks
        if not (number < 2 and nothing_yet(place)):
            with open_store(place, read_only=True) as store:
                assert_whole(store)
    assert statuses.count(-9) >= 15
    load(place)
    with open_store(place, read_only=True) as store:
        assert_whole(store)
        assert dump(store) == expected


def killed_halfway(place: Path, more: float) -> bool:
    """Start loading large batches, kill it `more` seconds after one was begun; whether it was not done."""
    command = [sys.executable, "-m", "tests.store.loading", str(place), str(MANY)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and not note.left(place):
            time.sleep(0.001)
        time.sleep(more)
        process.kill()
    return note.left(place)


@pytest.mark.timeout(600)
def test_killing_it_halfway_through_a_batch_that_is_made_piece_by_piece(tmp_path: Path) -> None:
    load(str(tmp_path / "calm"), MANY)
    with open_store(str(tmp_path / "calm"), read_only=True) as store:
        expected = dump(store)
        assert_whole(store)

    seed = time.time_ns()
    print(f"seed {seed}")
    dice = random.Random(seed)
    place = tmp_path / "killed"
    halfway = 0
    for _ in range(KILLS):
        halfway += killed_halfway(place, dice.choice((0.0, dice.uniform(0.0, 0.4))))
        with open_store(str(place), read_only=dice.random() < 0.7) as store:
            assert_whole(store)
            assert both_ways(store)
        assert not note.left(place)
    assert halfway >= 3
    load(str(place), MANY)
    with open_store(str(place), read_only=True) as store:
        assert_whole(store)
        assert dump(store) == expected


def both_ways(store: Store) -> bool:
    """Whether every relationship is seen from both of its ends, and no other is there."""
    for shape in RELATIONSHIPS:
        ends = "|".join(shape.ends)
        numbers = {
            one["number"]
            for query in (
                f"MATCH (:{shape.start})-[r:{shape.type}]->(:{ends}) RETURN count(r) AS number",
                f"MATCH (:{ends})<-[r:{shape.type}]-(:{shape.start}) RETURN count(r) AS number",
                f"MATCH ()-[r:{shape.type}]->() RETURN count(r) AS number",
            )
            for one in store.run(query)
        }
        if len(numbers) != 1:
            return False
    return True
