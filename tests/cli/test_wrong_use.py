"""Wrong input: one clear line, the exit status, and nothing done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.cli.main import cli


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("show", "Iran", "--store", "{here}/nowhere"), 1, "there is no store here"),
        (("show", "Iran", "--store", "{here}/letter.txt"), 1, "is a file, a store is a folder"),
        (("show", "Iran", "--store", "{here}"), 1, "the folder is no store"),
        (("load", "{here}/letter.txt", "--store", "{here}"), 1, "has other files in it (letter.txt)"),
        (("load", "{here}/letter.txt", "--store", ""), 2, "names no store"),
        (("load", "{here}/letter.txt", "--store", "http://localhost:7474"), 1, "unknown store scheme 'http'"),
        (("show", "Iran", "--store", "bolt://localhost:1"), 1, "Couldn't connect to localhost:1)\n"),
        (("supplies", "--since", "2025", "--until", "2024-12"), 2, "--since 2025 lies after --until 2024-12"),
        (("supplies", "--since", "yesterday"), 2, "'yesterday' is not a date such as"),
        (("supplies", "--min-origins", "-1"), 2, "not in the range"),
        (("supplies", "--item", "Russia"), 1, "Russia (state) cannot be an item"),
        (("supplies", "--supplier", "Shahed-136"), 1, "Shahed-136 (weapon-system) cannot be a supplier"),
        (("show", "x" * 100_000), 1, f"no entity named '{'x' * 79}…'\n"),
        (("shw", "Iran"), 2, "No such command 'shw'. Did you mean show?\n"),
        (("Export",), 2, "No such command 'Export'. Did you mean export?\n"),
        (("narnia",), 2, "No such command 'narnia'.\n"),
        (("evidence", "zzz"), 1, "no claim 'zzz'"),
        (("query", "MATCH (n"), 1, "Syntax error"),
        (("query", "RETURN nosuch(1) AS x"), 1, "armsgraph: Unknown function 'nosuch'"),
        (("query", "CREATE (:X)"), 1, "only reading is allowed"),
        (("query", "RETURN 1 AS a", "--param", "=5"), 2, "not of the form name=value"),
        (("export", "csv", ""), 1, "the file to write has no name"),
        (("export", "csv", "{here}"), 1, "is a folder"),
        (("export", "csv", "{here}/none/a.csv"), 1, "does not exist"),
        (("export", "csv", "-", "--lang", "de"), 2, "--lang is for html"),
        (("export", "html", "-", "--lang", "fr"), 2, "'fr' is not one of"),
        (("export", "html", "-", "--limit", "0"), 2, "not in the range"),
        (("export", "html", "-", "--item", "Russia"), 1, "Russia (state) cannot be an item"),
        (
            ("export", "csv", "-", "--item", "drones", "--relation", "deploys"),
            2,
            "about the relation supplies",
        ),
        (("export", "csv", "-", "--since", "2025-02", "--until", "2025-01"), 2, "lies after"),
    ],
)
def test_wrong_use(
    arguments: tuple[str, ...],
    status: int,
    said: str,
    store: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ARMSGRAPH_STORE", store)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,", encoding="utf-8")
    result = CliRunner().invoke(cli, [argument.format(here=tmp_path) for argument in arguments])
    assert result.exit_code == status
    assert said in result.stderr
    assert result.stdout == ""
    assert status == 2 or result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == [letter]


def test_what_is_no_json_is_a_text(store: str) -> None:
    result = CliRunner().invoke(
        cli, ["query", "RETURN $x AS x", "--store", store, "--param", "x=NaN", "--format", "json"]
    )
    assert '"NaN"' in result.stdout


def test_numbers_that_json_does_not_have_are_told_by_name(store: str) -> None:
    query = "RETURN 0.0 / 0.0 AS a, [1.0 / 0, {x: -1.0 / 0}] AS b, 12.0 AS c"
    told = {
        form: CliRunner().invoke(cli, ["query", query, "--store", store, "--format", form]).stdout
        for form in ("json", "csv")
    }
    [row] = json.loads(told["json"])
    assert row == {"a": "NaN", "b": ["Infinity", {"x": "-Infinity"}], "c": 12}
    assert '""-Infinity""' in told["csv"]
