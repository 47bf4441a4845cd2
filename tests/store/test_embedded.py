"""The embedded store's folder: who may open it, and what it is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import StoreError, StoreUnavailable
from graph.store import open_store
from graph.store.embedded import EmbeddedStore
from graph.store.lock import FolderLock
from tests.store.samples import article, batch, dump, says

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    with open_store(str(path), create=True) as store:
        store.write(batch(article("a1", says())))
    return path


@contextmanager
def other_process(path: Path, options: str) -> Iterator[int]:
    """Another process that has the store open; gives its id."""
    code = (
        "import sys; from graph.store import open_store\n"
        f"with open_store(sys.argv[1], {options}):\n    print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            yield process.pid
        finally:
            process.communicate("")
            assert process.returncode == 0


def test_a_second_process_waits_and_then_says_who_has_it(made: Path) -> None:
    with other_process(made, "create=True") as pid:
        for options in ({}, {"read_only": True}):
            with pytest.raises(StoreUnavailable, match=f"process {pid} has the store open"):
                open_store(str(made), **options)
    with open_store(str(made)) as store:
        assert dump(store)


def test_readers_share_and_keep_a_writer_out(made: Path) -> None:
    with other_process(made, "read_only=True"):
        with open_store(str(made), read_only=True) as store:
            assert dump(store)
        with pytest.raises(StoreUnavailable, match="another process has the store open"):
            open_store(str(made))


@pytest.mark.parametrize("read_only", [True, False])
def test_opening_twice_in_one_process(made: Path, read_only: bool) -> None:
    with open_store(str(made), read_only=read_only) as store:
        with pytest.raises(StoreUnavailable, match="this process has the store open already"):
            open_store(str(made), read_only=read_only)
        assert dump(store), "the first one still works"
    with open_store(str(made)) as store:
        assert dump(store)


def test_a_killed_writer_leaves_no_lock(made: Path) -> None:
    with open_store(str(made), read_only=True) as store:
        before = dump(store)
    code = (
        "import os, signal, sys; from graph.store import open_store\n"
        "store = open_store(sys.argv[1]); store.run_write('CREATE (:Late {id: 1})')\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(made)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (made / "lock").read_text() != "", "the writer had no time to clear its id"
    # What was acknowledged is there, even for one who only reads.
    with open_store(str(made), read_only=True) as store:
        assert store.run("MATCH (n:Late) RETURN n.id AS id") == [{"id": 1}]
        assert len(dump(store)) == len(before) + 1


def test_a_place_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "letter.txt").write_text("dear", encoding="utf-8")
    letter = papers / "letter.txt"
    for path, making, opening in (
        (papers, "other files in it", "is no store"),
        (letter, "is a file", "is a file"),
        (letter / "x", "cannot be made", "no store here"),
    ):
        with pytest.raises(StoreError, match=making):
            open_store(str(path), create=True)
        with pytest.raises(StoreError, match=opening):
            open_store(str(path))
    assert sorted(papers.rglob("*")) == [letter]
    assert letter.read_text(encoding="utf-8") == "dear"


@pytest.mark.parametrize("schema", ["", "garbage", "{}"])
def test_a_damaged_store_is_not_taken_for_an_empty_one(tmp_path: Path, schema: str) -> None:
    place = tmp_path / "store"
    open_store(str(place), create=True).close()
    (place / "graph" / "schema.json").write_text(schema, encoding="utf-8")
    for options in ({"create": True}, {"read_only": True}, {}):
        with pytest.raises(StoreError, match=r"damaged|no armsgraph graph"):
            open_store(str(place), **options)


def test_looking_for_a_store_makes_none(tmp_path: Path) -> None:
    for options in ({}, {"read_only": True}):
        with pytest.raises(StoreError, match="no store here"):
            open_store(str(tmp_path / "none"), **options)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    with open_store(f"embedded:{tmp_path}", create=True) as store:
        assert store.location == str(tmp_path)
    # The engine logs where the first store of the process is.
    assert {entry.name for entry in tmp_path.iterdir()} - {"log"} == {"graph", "lock"}


def test_the_store_may_be_moved(made: Path, tmp_path: Path) -> None:
    with open_store(str(made), read_only=True) as store:
        before = dump(store)
    moved = made.rename(tmp_path / "moved")
    with open_store(str(moved)) as store:
        assert dump(store) == before


def test_a_damaged_store_is_one_clear_line(made: Path) -> None:
    for file in (made / "graph").glob("*.bucket"):
        file.write_bytes(b"\x00" * 100)
    (made / "graph" / "schema.json").write_text("{", encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        open_store(str(made))
    assert str(made) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_half_a_store_of_a_killed_process_is_made_anew(tmp_path: Path) -> None:
    unfinished = tmp_path / "graph.new"
    unfinished.mkdir()
    (unfinished / "schema.json").write_text("{", encoding="utf-8")
    with open_store(str(tmp_path), create=True) as store:
        assert store.run("MATCH (n:Actor) RETURN n") == []
    assert not unfinished.exists()


def test_nothing_is_printed(made: Path) -> None:
    code = (
        "import sys; from graph.store import open_store\n"
        "with open_store(sys.argv[1], read_only=True) as s: s.run('MATCH (n:Nothing)-[:LIKE]->(t) RETURN t')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(made)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout + done.stderr == ""


def test_the_lock_is_free_again_after_a_failed_opening(made: Path) -> None:
    with open_store(str(made)) as store:
        store.run_write("MATCH (m:Meta) DETACH DELETE m")
    with pytest.raises(StoreError, match="no armsgraph graph"):
        open_store(str(made))
    FolderLock.acquire(made, shared=False, patience=0).release()


def test_a_store_that_may_only_be_read(made: Path) -> None:
    for folder in (made, made / "graph"):
        folder.chmod(0o500)
    try:
        if os.access(made, os.W_OK):
            pytest.skip("this user may write everywhere")
        with open_store(str(made), read_only=True) as store:
            assert dump(store)
        with pytest.raises(StoreUnavailable):
            EmbeddedStore.open(made, create=False, read_only=False)
    finally:
        for folder in (made, made / "graph"):
            folder.chmod(0o700)


def test_parameters_are_not_kept(made: Path) -> None:
    """A load of any size fits into memory."""
    with open_store(str(made)) as store:
        tracemalloc.start()
        try:
            for number in range(20):
                store.run_write("CREATE (n:Note {text: $text})", {"text": f"{number}" * 500_000})
            held, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert held < 5_000_000, "half a megabyte and more at a time, of which nothing is needed any more"
