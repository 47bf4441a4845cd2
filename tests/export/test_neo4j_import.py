"""`export neo4j-import`: the real import tool makes of the files the graph that was exported."""

from __future__ import annotations

import csv
import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import ArmsgraphError, StoreError
from graph.export.neo4j_import import ARGUMENTS, write_import
from graph.store import open_store
from graph.store.contents import content_hash, counts
from tests.store.loading import load
from tests.store.samples import article, batch, dump, says
from tests.support.backends import RELEASES
from tests.support.neo4j_server import JavaMissing, Unavailable, prepared

HOSTILE = (
    'A "quote", a comma; a\\backslash\\", a\r\nline\nand another\r, \u2028 \x85 \U0001f4a3 \t=1+1 \x1f end'
)


def fill(path: str) -> None:
    """Articles with every kind of property, and texts that are hard to write as CSV."""
    load(path)
    with open_store(path) as store:
        hard = article("hard", says(evidence=HOSTILE, quantity=0.1, when="2024-02"), text=HOSTILE)
        empty = article("empty", text="", published="2024")
        long = article("long", says(), text="ä" * 3_000_000)
        store.write(batch(hard, replace(empty, article=replace(empty.article, title="")), long))


def contents(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.mark.parametrize("name", RELEASES)
@pytest.mark.timeout(600)
def test_the_import_tool_makes_the_same_graph(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, files = str(tmp_path / "source"), tmp_path / "the files"
    fill(source)
    with open_store(source, read_only=True) as store:
        expected, digest, number = dump(store), content_hash(store), counts(store)
        assert write_import(store, str(files)) == sum(number.values())
    written = contents(files)
    try:
        process = prepared(RELEASES[name], tmp_path / "home")
    except Unavailable as missing:
        if os.environ.get("ARMSGRAPH_REQUIRE_ALL") == "1" and not isinstance(missing, JavaMissing):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    process.admin("database", "import", "full", "neo4j", f"@{ARGUMENTS}", folder=files)
    try:
        process.start()
        monkeypatch.setenv("NEO4J_USERNAME", process.server.username)
        monkeypatch.setenv("NEO4J_PASSWORD", process.server.password)
        monkeypatch.delenv("NEO4J_DATABASE", raising=False)
        with open_store(process.server.uri, read_only=True) as store:
            assert counts(store) == number
            assert dump(store) == expected
            assert content_hash(store) == digest
            write_import(store, str(tmp_path / "back"))
        assert contents(tmp_path / "back") == written
        with open_store(process.server.uri, create=True) as store:  # as `load` does
            names = store.run("SHOW CONSTRAINTS YIELD name RETURN name")
            assert len(names) == 9
            store.write(batch(article("new", says())))
    finally:
        process.stop()


def test_the_files(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "s"), create=True) as store:
        store.write(batch(article("a1", says(quantity=12, when="2024-02"), text='say "no"')))
        write_import(store, str(tmp_path / "out"))
    out = tmp_path / "out"
    [header] = csv.reader((out / "Article.header.csv").open(encoding="utf-8"))
    [row] = csv.reader((out / "Article.csv").open(encoding="utf-8", newline=""))
    read = dict(zip(header, row, strict=True))
    assert read["id:ID(Article)"] == "a1"
    assert read["text:string"] == 'say "no"'
    assert read["published_on:date"] == "2025-06-11"
    assert "loaded_at:datetime" in read
    arguments = (out / ARGUMENTS).read_text(encoding="utf-8").splitlines()
    named = {
        file.removeprefix("./")
        for line in arguments
        if ".csv" in line
        for file in line.rpartition("=")[2].split(",")
    }
    assert named == {file.name for file in out.glob("*.csv")}


def test_every_line_has_all_cells(tmp_path: Path) -> None:
    """Where the last is empty and more are in the header, the tool would read on into the next line."""
    fill(str(tmp_path / "s"))
    with open_store(str(tmp_path / "s"), read_only=True) as store:
        write_import(store, str(tmp_path / "out"))
    csv.field_size_limit(10_000_000)
    for header in (tmp_path / "out").glob("*.header.csv"):
        [names] = csv.reader(header.open(encoding="utf-8"))
        data = header.with_name(header.name.replace(".header", ""))
        assert {len(row) for row in csv.reader(data.open(encoding="utf-8", newline=""))} == {len(names)}
        assert names[1:] == sorted(names[1:]) or names[0].startswith(":START_ID")


def test_equal_stores_give_equal_files(tmp_path: Path) -> None:
    first = article("a1", says(quantity=12, when="2024-02"), text="say")
    second = article("a2", says(), says(relation="produces", recipient=None))
    third = article("a3", says(quantity=3), text="")
    third = replace(third, article=replace(third.article, title=None, url=None))
    for name, written in (("ab", [first, second, third]), ("ba", [third, second, first])):
        with open_store(str(tmp_path / name), create=True) as store:
            for one in written:
                store.write(batch(one))
            write_import(store, str(tmp_path / f"{name}.out"))
    assert contents(tmp_path / "ab.out") == contents(tmp_path / "ba.out")


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("dear", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    with open_store(str(tmp_path / "s"), create=True) as store:
        for out, words in (
            (tmp_path / "full", "there already"),
            (tmp_path / "no" / "x", "no folder to stand in"),
        ):
            with pytest.raises(ArmsgraphError, match=words):
                write_import(store, str(out))
        with pytest.raises(ArmsgraphError):
            write_import(store, "")
        write_import(store, str(tmp_path / "empty"))
        assert (tmp_path / "empty" / "Meta.csv").exists()
        store.run_write("CREATE (:Actor {id: 'a', name: 'A'}), (:Actor {id: 'b', name: 7})")
        with pytest.raises(StoreError, match="name is sometimes a string and sometimes a long"):
            write_import(store, str(tmp_path / "mixed"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "full", "s"]
