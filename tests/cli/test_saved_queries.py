"""`armsgraph query` with saved queries, on a real embedded store, in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli.main import cli
from graph.query.saved import paths

Cli = Callable[..., Result]


@pytest.fixture
def run(store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.setenv("ARMSGRAPH_STORE", store)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("ARMSGRAPH_QUERIES", raising=False)

    def invoke(*arguments: str, status: int = 0) -> Result:
        result = CliRunner().invoke(cli, ["query", *arguments])
        assert result.exit_code == status, result.output
        return result

    return invoke


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own queries"
    folder.mkdir()
    (folder / "of.cypher").write_text(
        "// What somebody supplies.\n// $who (entity): who\n// $least = 1: origins at least\n"
        "MATCH (:Actor {id: $who})-[s:SUPPLIES]->(b) WHERE s.origins >= $least RETURN b.name AS name\n",
        encoding="utf-8",
    )
    return folder


def test_a_saved_query_takes_any_name_of_an_entity(run: Cli) -> None:
    result = run("--saved", "suppliers-of-suppliers", "--param", "recipient=Moskau", "--format", "json")
    assert json.loads(result.stdout) == []
    result = run("--saved", "of-any-kind", "-p", "item=Geran-2", "--format", "csv")
    assert result.stdout.splitlines()[1] == "Iran,Shahed-136,Russia,1,0,0"


def test_the_list_needs_no_store(run: Cli, monkeypatch: pytest.MonkeyPatch, own: Path) -> None:
    monkeypatch.setenv("ARMSGRAPH_STORE", "/nowhere")
    rows = json.loads(run("--list", "--format", "json", "--queries", str(own)).stdout)
    assert [row["name"] for row in rows] == sorted([*paths(), "of"])
    mine = next(row for row in rows if row["name"] == "of")
    assert mine["parameters"] == "who least=1"
    assert mine["answers"] == "What somebody supplies."
    assert mine["from"] == str(own / "of.cypher")
    assert mine["cypher"].startswith("MATCH")
    assert {row["from"] for row in rows if row["name"] != "of"} == {"armsgraph"}
    table = run("--list").stdout.splitlines()
    assert table[0].split() == ["name", "parameters", "answers", "from"]
    assert len(table) == len(paths()) + 1


@pytest.mark.parametrize("how", ["option", "environment", "settings"])
def test_where_a_users_own_are_found(
    run: Cli, own: Path, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ["--queries", str(own)] if how == "option" else []
    if how == "environment":
        monkeypatch.setenv("ARMSGRAPH_QUERIES", str(own))
    if how == "settings":
        (tmp_path / "settings" / "armsgraph").mkdir(parents=True)
        own.rename(tmp_path / "settings" / "armsgraph" / "queries")
    assert run("--saved", "of", "-p", "who=iran", "--format", "csv", *options).stdout == "name\nRussia\n"


def test_a_file_of_any_name(run: Cli, own: Path) -> None:
    given = ("--param", "who=Iran", "--format", "csv")
    assert run("--file", str(own / "of.cypher"), *given).stdout == "name\nRussia\n"
    assert run("--file", str(own / "of.cypher"), "-p", "least=99", "-p", "who=Iran").stderr == "no rows\n"


def test_what_writes_is_refused(run: Cli, own: Path) -> None:
    (own / "bad.cypher").write_text("CREATE (:Actor {id: 'x'})", encoding="utf-8")
    result = run("--file", str(own / "bad.cypher"), status=1)
    assert result.stderr == "armsgraph: this query writes, and only reading is allowed here\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--saved", "denial"], "no saved query 'denial'; did you mean denials"),
        (["--saved", "timeline"], "timeline: parameter missing, give --param entity=..."),
        (["--saved", "contested", "-p", "x=1"], "contested: no parameter 'x', it has none"),
        (["--saved", "timeline", "-p", "entity=Rusia"], "no entity named 'Rusia'; did you mean Russia"),
        (["--saved", "of", "--queries", "/no/where"], "/no/where: no folder of queries (No such file"),
        (["--file", "/no/where.cypher"], "/no/where.cypher: No such file or directory"),
    ],
)
def test_what_is_wrong_is_one_line(run: Cli, arguments: list[str], said: str) -> None:
    result = run(*arguments, status=1)
    assert result.stderr.startswith(f"armsgraph: {said}")
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_file_that_cannot_be_read_does_not_hide_the_others(run: Cli, own: Path) -> None:
    (own / "latin.cypher").write_bytes(b"RETURN '\xe4'")
    result = run("--list", "--queries", str(own), "--format", "jsonl")
    assert len(result.stdout.splitlines()) == len(paths()) + 1
    assert result.stderr == f"{own / 'latin.cypher'}: is no text in UTF-8\n"
    assert "UTF-8" in run("--saved", "latin", "--queries", str(own), status=1).stderr


@pytest.mark.parametrize("arguments", [[], ["RETURN 1", "--list"], ["--saved", "contested", "--file", "x"]])
def test_one_query_at_a_time(run: Cli, arguments: list[str]) -> None:
    result = run(*arguments, status=2)
    assert "give one of CYPHER, --saved, --file and --list" in result.stderr
