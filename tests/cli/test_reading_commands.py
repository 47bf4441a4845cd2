"""The commands that read, on a real embedded store, in this process."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner, Result

from graph import serial
from graph.cli.main import COMMANDS, cli
from graph.model import Article, Assertion
from tests.cli.conftest import Golden

Cli = Callable[..., Result]


@pytest.fixture
def run(store: str, monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.setenv("ARMSGRAPH_STORE", store)

    def invoke(*arguments: str, status: int = 0, **options: Any) -> Result:
        result = CliRunner().invoke(cli, arguments, **options)
        assert result.exit_code == status, result.output
        return result

    return invoke


def json_of(result: Result) -> Any:
    return json.loads(result.stdout)


def csv_of(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(run: Cli, command: str) -> None:
    help_text = run(command, "--help").stdout
    assert "Example:\n  armsgraph " + command in help_text.replace("    ", "  ")
    assert help_text.startswith(f"Usage: cli {command} ")


def test_help_lists_every_command(run: Cli) -> None:
    assert [line.split()[0] for line in run("--help").stdout.split("Commands:")[1].splitlines()[1:]] == list(
        COMMANDS
    )


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("supplies", ["supplies"]),
        ("show", ["show", "russia"]),
        ("path", ["path", "iran", "north-korea"]),
        ("query", ["query", "MATCH (a:Actor) RETURN a.id AS id, a.name AS name ORDER BY id"]),
    ],
)
def test_what_a_pipe_gets(run: Cli, golden: Golden, name: str, arguments: list[str]) -> None:
    golden(f"store.{name}.txt", run(*arguments).stdout)


@pytest.mark.parametrize(
    "name", ["pjöngjang", "DVRK", "kndr", "NORTH KOREA", "north-korea", "Pjo\u0308ngjang"]
)
def test_every_name_finds_the_same_entity(run: Cli, name: str) -> None:
    assert json_of(run("show", name, "--format", "json"))["entity"]["id"] == "north-korea"


def test_a_typing_error_suggests(run: Cli) -> None:
    result = run("show", "Pjöngjan", status=1)
    assert result.stdout == ""
    assert result.stderr.startswith("armsgraph: no entity named 'Pjöngjan'; did you mean Pjöngjang")
    assert result.stderr.count("\n") == 1


def test_show_as_json_has_names_and_claims(run: Cli) -> None:
    shown = json_of(run("show", "Russland", "--format", "json"))
    assert shown["aliases"] == ["Moskau", "Russland"]
    assert shown["counts"] == {"produces as subject": 1, "supplies as recipient": 2}
    guns = shown["claims"][0]
    assert guns["subject"] == {"id": "north-korea", "name": "North Korea", "kind": "state"}
    assert guns["modalities"] == {"reported": 2}
    assert guns["origins"] == 2


@pytest.mark.parametrize(
    ("filters", "suppliers"),
    [
        ([], ["North Korea", "=Acme \x1b[31m<b>", "Iran"]),
        (["--recipient", "Moskau"], ["North Korea", "Iran"]),
        (["--supplier", "iran"], ["Iran"]),
        (["--item", "artillery"], ["North Korea", "=Acme \x1b[31m<b>"]),
        (["--item", "Geran-2"], ["Iran"]),
        (["--since", "2025"], ["North Korea"]),
        (["--until", "2023"], ["=Acme \x1b[31m<b>"]),
        (["--since", "2024-11-01", "--until", "2024-11-30"], ["North Korea", "Iran"]),
        (["--modality", "denied"], ["=Acme \x1b[31m<b>"]),
        (["--min-origins", "2"], ["North Korea"]),
        (["--supplier", "alabuga"], []),
    ],
)
def test_filters_of_supplies(run: Cli, filters: list[str], suppliers: list[str]) -> None:
    rows = json_of(run("supplies", *filters, "--format", "json"))
    assert [row["subject"]["name"] for row in rows] == suppliers


def test_nothing_found_is_no_error(run: Cli) -> None:
    result = run("supplies", "--supplier", "alabuga")
    assert (result.stdout, result.stderr) == ("", "no supplies found\n")


@pytest.mark.parametrize(
    "command", [["supplies"], ["show", "iran"], ["path", "iran", "acme"], ["evidence", "CLAIM"]]
)
def test_formats_agree(run: Cli, command: list[str]) -> None:
    claim = json_of(run("supplies", "--supplier", "iran", "--format", "json"))[0]["claim"]
    command = [claim if word == "CLAIM" else word for word in command]
    whole = json_of(run(*command, "--format", "json"))
    rows = whole["claims"] if isinstance(whole, dict) else whole
    lines = run(*command, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == rows
    table = csv_of(run(*command, "--format", "csv"))
    assert [row["claim"] for row in table] == [
        row["claim"] if isinstance(row["claim"], str) else row["claim"]["claim"] for row in rows
    ]


def test_evidence_takes_the_beginning_of_an_id_as_the_table_prints_it(run: Cli) -> None:
    printed = run("supplies", "--supplier", "north-korea").stdout.splitlines()[1].split()[-1]
    rows = json_of(run("evidence", printed, "--format", "json"))
    assert [row["publisher"] for row in rows] == ["The Wire", "Neue Rundschau"]
    assert [row["quantity"] for row in rows] == [100, 120]
    text = run("evidence", printed).stdout
    assert '"Rund 120 Geschütze gingen nach Russland."' in text
    assert "said by Kyrylo Budanov | Neue Rundschau | Was Pjöngjang liefert | 2025-06-11" in text


def test_nothing_from_an_article_steers_the_terminal(run: Cli) -> None:
    for arguments in (
        ["supplies"],
        ["show", "acme"],
        ["path", "acme", "iran"],
        ["query", "MATCH (a:Actor) RETURN a"],
    ):
        for form in ("table", "json", "jsonl"):
            if arguments[0] == "query" and form == "table":
                continue
            shown = run(*arguments, "--format", form).stdout
            assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(shown)


def test_csv_is_no_formula(run: Cli) -> None:
    rows = csv_of(run("supplies", "--supplier", "acme", "--format", "csv"))
    assert rows[0]["subject"] == "'=Acme \x1b[31m<b>"


def test_path_without_a_connection(run: Cli) -> None:
    result = run("path", "iran", "north-korea", "--max-hops", "1")
    assert (result.stdout, result.stderr) == (
        "",
        "no connection of at most 1 claims between Iran and North Korea\n",
    )


class TestQuery:
    def test_parameters_are_json_or_text(self, run: Cli) -> None:
        rows = json_of(
            run(
                *("query", "RETURN $n AS n, $t AS t, $l AS l"),
                *("--param", "n=5", "-p", "t=five=5", "--param", "l=[1, 2]", "--format", "json"),
            )
        )
        assert rows == [{"n": 5, "t": "five=5", "l": [1, 2]}]

    def test_reads_the_query_from_standard_input(self, run: Cli) -> None:
        assert run("query", "-", "--format", "csv", input="RETURN 1 AS a, 'x' AS b").stdout == "a,b\n1,x\n"

    def test_refuses_to_write(self, run: Cli) -> None:
        result = run("query", "CREATE (x:Publisher {id: 'p'})", status=1)
        assert result.stderr.startswith("armsgraph: ")
        assert result.stderr.count("\n") == 1
        counted = run("query", "MATCH (x:Publisher {id: 'p'}) RETURN count(x) AS n", "--format", "csv")
        assert counted.stdout == "n\n0\n"

    def test_an_error_in_the_query_is_one_line(self, run: Cli) -> None:
        result = run("query", "MATCH (", status=1)
        assert result.stderr.startswith("armsgraph: ")
        assert result.stderr.count("\n") == 1

    def test_a_label_that_there_is_not_is_told_beside_the_rows(self, run: Cli) -> None:
        result = run("query", "MATCH (x:Actors) RETURN count(x) AS n", "--format", "csv")
        assert (result.stdout, result.stderr) == ("n\n0\n", "the graph has no label Actors: Actor?\n")

    @pytest.mark.parametrize("arguments", [[""], ["RETURN 1", "--param", "x"], ["RETURN 1", "--param", "=1"]])
    def test_wrong_usage(self, run: Cli, arguments: list[str]) -> None:
        run("query", *arguments, status=2)

    def test_nodes_lists_and_nothing_in_a_table(self, run: Cli) -> None:
        shown = run("query", "RETURN ['a', 1] AS list, null AS nothing, true AS yes, 2 AS n").stdout
        assert shown.splitlines()[1].split("  ")[0] == '["a", 1]'
        assert run("query", "MATCH (x:Place {id: 'none'}) RETURN x.id").stderr == "no rows\n"


class TestExport:
    def test_html(self, run: Cli, tmp_path: Path) -> None:
        out = tmp_path / "graph.html"
        assert run("export", "html", str(out), "--around", "russia").stderr == f"{out}: 3 claims\n"
        text = out.read_text(encoding="utf-8")
        assert text.startswith("<!doctype html>")
        assert "Rund 120 Gesch" in text

    def test_html_has_what_the_store_knows_of_entities_and_publishers(self, run: Cli, tmp_path: Path) -> None:
        out = tmp_path / "graph.html"
        run("export", "html", str(out), "--lang", "de")
        data = json.loads(out.read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0])
        assert data["lang"] == "de"
        [shahed] = [entity for entity in data["entities"] if entity["id"] == "shahed-136"]
        assert "Geran-2" in shahed["aliases"]
        assert all(entry["items"] for entry in data["evidence"])
        assert len(data["evidence"]) == len(data["claims"])

    def test_only_these_supplies(self, run: Cli) -> None:
        everything = csv_of(run("export", "csv", "-"))
        supplied = [row for row in everything if row["relation"] == "supplies"]
        korean = csv_of(run("export", "csv", "-", "--supplier", "DPRK"))
        assert korean == [row for row in supplied if row["subject"] == "North Korea"]
        to_russia = csv_of(run("export", "csv", "-", "--recipient", "Russia", "--around", "Iran"))
        assert to_russia == [
            row for row in supplied if (row["subject"], row["recipient"]) == ("Iran", "Russia")
        ]
        assert csv_of(run("export", "csv", "-", "--limit", "2")) == everything[:2]

    @pytest.mark.parametrize("form", ["graphml", "gexf"])
    def test_network_files(self, run: Cli, tmp_path: Path, form: str) -> None:
        out = tmp_path / "graph"
        run("export", form, str(out))
        graph = getattr(networkx, f"read_{form}")(out)
        assert set(graph) == {"north-korea", "russia", "iran", "acme", "shahed-136"}

    def test_csv_to_standard_output(self, run: Cli) -> None:
        result = run("export", "csv", "-", "--min-origins", "2")
        assert [row["subject"] for row in csv_of(result)] == ["North Korea"]
        assert result.stderr == ""

    def test_jsonl_has_every_assertion_and_its_article(self, run: Cli) -> None:
        values = list(serial.read(run("export", "jsonl", "-").stdout.splitlines()))
        assert [v.id for v in values if isinstance(v, Article)] == ["guns", "hostile", "was"]
        assert len([v for v in values if isinstance(v, Assertion)]) == 5

    @pytest.mark.parametrize(
        ("part", "relations"),
        [
            (["--around", "alabuga"], ["produces"]),
            (["--around", "alabuga", "--hops", "2"], ["produces", "supplies", "supplies"]),
            (["--relation", "produces"], ["produces"]),
            (["--modality", "denied"], ["supplies"]),
        ],
    )
    def test_a_part(self, run: Cli, part: list[str], relations: list[str]) -> None:
        rows = csv_of(run("export", "csv", "-", *part))
        assert sorted(row["relation"] for row in rows) == relations
        said = list(serial.read(run("export", "jsonl", "-", *part).stdout.splitlines()))
        assert {v.relation for v in said if isinstance(v, Assertion)} == {row["relation"] for row in rows}

    def test_refuses_a_folder_and_an_unknown_format(self, run: Cli, tmp_path: Path) -> None:
        assert "is a folder" in run("export", "csv", str(tmp_path), status=1).stderr
        run("export", "xlsx", str(tmp_path / "x"), status=2)
        run("export", "csv", str(tmp_path / "x"), "--hops", "2", status=2)
        assert list(tmp_path.iterdir()) == []

    def test_an_unknown_entity_leaves_the_old_file(self, run: Cli, tmp_path: Path) -> None:
        out = tmp_path / "old.csv"
        out.write_text("old")
        run("export", "csv", str(out), "--around", "nowhere land", status=1)
        assert out.read_text() == "old"


def test_an_item_that_has_no_claims_itself_leads_to_those_of_its_kinds(run: Cli) -> None:
    shown = run("show", "artillery").stdout
    assert (
        "no claims in this store\n2 claims about kinds of it: armsgraph supplies --item artillery\n" in shown
    )
    assert len(csv_of(run("supplies", "--item", "artillery", "--format", "csv"))) == 2
    assert "kinds of it" not in run("show", "Leopard 2").stdout


@pytest.mark.parametrize("value", ["2024-13", "2024-02-30", "yesterday", "24", "2024-1"])
def test_a_wrong_date_is_wrong_usage(run: Cli, value: str) -> None:
    run("supplies", "--since", value, status=2)


def test_info(run: Cli, store: str) -> None:
    facts = json_of(run("info", "--format", "json"))
    assert facts["location"] == store
    assert facts["claims"] == 4
    assert run("info", "--format", "csv").stdout.startswith("name,value\nengine,")


def test_store_option_wins_over_the_environment(run: Cli, tmp_path: Path) -> None:
    result = run("info", "--store", str(tmp_path / "none"), status=1)
    assert "none" in result.stderr
