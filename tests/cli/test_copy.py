"""`armsgraph copy`, on embedded stores; tests/store/test_copying.py has the engines."""

from __future__ import annotations

import json
from pathlib import Path

from graph.store import open_store
from tests.cli.conftest import Run


def test_both_are_counted_and_hashed(armsgraph: Run, store: str, tmp_path: Path) -> None:
    done = armsgraph("copy", store, "copied", "--format", "json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    assert rows["Article"] == {"from": 3, "to": 3}
    assert rows["content hash"]["from"] == rows["content hash"]["to"]
    assert len(rows["content hash"]["to"]) == 64
    shown = [
        armsgraph("show", "--store", name, "Russia", "--format", "json").stdout for name in (store, "copied")
    ]
    assert shown[0] == shown[1] != ""


def test_the_table_is_for_people(armsgraph: Run, store: str) -> None:
    lines = armsgraph("copy", store, "copied").stdout.splitlines()
    assert lines[0].split() == ["what", "from", "to"]
    assert lines[-1].startswith("content hash")


def test_what_cannot_be_copied_is_one_line(armsgraph: Run, store: str, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("dear", encoding="utf-8")
    for arguments, status, words in (
        ((store, store), 2, "the same store"),
        ((store, f"embedded:{store}"), 2, "the same store"),
        (("none", "new"), 1, "none: there is no store here"),
        ((store, "papers"), 1, "other files in it"),
        ((store, "bolt://127.0.0.1:1"), 1, "no connection to a Neo4j"),
        ((store, "ftp://x"), 1, "unknown store scheme"),
    ):
        done = armsgraph("copy", *arguments)
        assert done.returncode == status, done.stderr
        assert words in done.stderr
        assert "Traceback" not in done.stderr
        if status == 1:
            assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "new").exists()


def test_a_second_copy_changes_nothing(armsgraph: Run, store: str, tmp_path: Path) -> None:
    assert armsgraph("copy", store, "copied").returncode == 0
    done = armsgraph("copy", store, "copied")
    assert done.returncode == 1
    assert "has a graph already" in done.stderr


def test_a_source_changed_meanwhile_is_told(armsgraph: Run, store: str, tmp_path: Path) -> None:
    """Half a copy of what the source was: the labels are complete by number, and not the same."""
    assert armsgraph("copy", store, "copied").returncode == 0
    with open_store(str(tmp_path / "copied")) as half:
        half.run_write("CREATE (:Meta {key: 'copy', source: $source})", {"source": store})
        half.run_write("MATCH (a:Article) SET a.title = 'another'")
    done = armsgraph("copy", store, "copied")
    assert done.returncode == 1
    assert "was changed during the copy" in done.stderr
    assert armsgraph("show", "--store", "copied", "Russia").returncode == 1, (
        "it is still marked as unfinished"
    )
