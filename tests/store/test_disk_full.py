"""The embedded engine on a disk that gets full: a clear line, and the store opens again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graph.errors import StoreError, StoreUnavailable
from graph.store import Store, open_store, room
from tests.store.samples import article, batch, column, says
from tests.store.test_killed import assert_whole


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of 60 MB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only the superuser of a Linux may mount a disk")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a disk cannot be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def fill(store: Store) -> int:
    """Write until the store will not; gives the number of articles that it has taken."""
    for number in range(1000):
        said = [says(start=place, evidence="x" * 500) for place in range(100)]
        try:
            store.write(batch(article(f"a{number}", *said)))
        except StoreError:
            return number
    raise AssertionError("the disk never gets full")


def grown(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=400m", disk], check=True)


def test_it_stops_before_the_disk_is_full(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "NEEDED", 20_000_000)
    place = str(disk / "store")
    with open_store(place, create=True) as store:
        taken = fill(store)
        with pytest.raises(StoreUnavailable, match="the disk is full") as caught:
            store.write(batch(article("late", says())))
        assert place in str(caught.value)
        assert "\n" not in str(caught.value)
        assert column(store, "MATCH (a:Article) RETURN count(a)") == [taken]
    with open_store(place) as store:
        assert_whole(store)
    grown(disk)
    with open_store(place) as store:
        store.write(batch(article("late", says())))
        assert column(store, "MATCH (a:Article) RETURN count(a)") == [taken + 1]


def test_it_opens_again_though_the_engine_has_hit_the_end(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process may fill the disk while a batch is written."""
    monkeypatch.setattr(room, "NEEDED", 0)
    place = str(disk / "store")
    store = open_store(place, create=True)
    taken = fill(store)
    with suppress(Exception):  # the engine cannot write what it should
        store.close()
    grown(disk)
    with open_store(place) as store:
        assert_whole(store)
        assert column(store, "MATCH (a:Article) RETURN count(a)") in ([taken], [taken + 1])
        store.write(batch(article("late", says())))


@pytest.mark.parametrize("free", [0, 5_000_000])
def test_without_room_nothing_is_made_and_reading_goes_on(
    disk: Path, free: int, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = str(disk / "old"), str(disk / "new")
    with monkeypatch.context() as context:
        context.setattr(room, "NEEDED", 0)
        with open_store(old, create=True) as store:
            store.write(batch(article("a", says())))
    with (disk / "rest").open("wb", buffering=0) as rest, suppress(OSError):
        while shutil.disk_usage(disk).free > free:
            rest.write(bytes(min(1_000_000, shutil.disk_usage(disk).free - free)))
    for place in (old, new):
        with pytest.raises(StoreUnavailable, match="the disk is full"):
            open_store(place, create=True)
    with open_store(old, read_only=True) as store:
        assert column(store, "MATCH (a:Article) RETURN count(a)") == [1]
    assert capfd.readouterr().err == ""  # of the engine
