"""forget on a real store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli.main import cli
from graph.store import open_store
from tests.cli.filled import fill


@pytest.fixture
def filled(tmp_path: Path) -> str:
    location = str(tmp_path / "store")
    fill(location)
    return location


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def articles(location: str) -> list[dict[str, object]]:
    with open_store(location, read_only=True) as store:
        return [
            dict(row) for row in store.run("MATCH (a:Article) RETURN a.id AS id, a.path AS path ORDER BY id")
        ]


def test_by_id_and_by_path(filled: str) -> None:
    before = articles(filled)
    by_path = next(row for row in before if row["path"])
    by_id = next(row for row in before if row is not by_path)
    done = run("forget", "--store", filled, "--format", "jsonl", str(by_path["path"]), str(by_id["id"]))
    assert done.exit_code == 0
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert {one["id"] for one in said} == {by_path["id"], by_id["id"]}
    assert articles(filled) == [row for row in before if row not in (by_path, by_id)]


def test_what_is_not_there_takes_nothing_away(filled: str) -> None:
    before = articles(filled)
    done = run("forget", "--store", filled, str(before[0]["id"]), "nowhere.txt")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "armsgraph: no article with the id, the path or the address 'nowhere.txt'"
    ]
    assert articles(filled) == before


def test_a_person_reads_a_line_for_each(filled: str) -> None:
    name = str(articles(filled)[0]["id"])
    done = run("forget", "--store", filled, name)
    assert done.stdout.startswith("forgotten ")
    assert done.stdout.rstrip().endswith(("assertion", "assertions"))


def test_one_must_be_named(filled: str) -> None:
    assert run("forget", "--store", filled).exit_code == 2
