"""extract --explain with the model."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli.main import cli
from graph.extract.model import files

TEXT = "Die Ukraine hat von Norwegen 22 Haubitzen erhalten, sagte Boris Pistorius."
_SHARE = re.compile(r"\b[01]\.\d\d\b")


def run(*arguments: str, text: str = TEXT) -> Result:
    return CliRunner().invoke(cli, ["extract", "--explain", *arguments, "-"], input=text)


def lines(*arguments: str, text: str = TEXT) -> list[str]:
    """What is printed of the sentence, with every probability as P."""
    result = run(*arguments, text=text)
    assert result.exit_code == 0, result.stderr
    return [_SHARE.sub("P", line) for line in result.stdout.splitlines()]


def test_the_model_adds_its_stages() -> None:
    told = lines("--extractor", "model")
    rules = [line for line in lines("--extractor", "rules") if not line.startswith("  assertion: ")]
    added = [line for line in told if line not in rules]
    assert [line for line in rules if line not in told] == []
    starts = (
        '  candidate: "Haubitzen" (howitzers): supplies P',
        "    supplies: subject Norway P",
        "    modality: reported P",
        "    said by: Boris Pistorius P",
    )
    assert [line[: len(start)] for line, start in zip(added, starts, strict=False)] == list(starts)
    assert "; recipient Ukraine P" in added[1]
    assert (
        "  proposal: supplies P: subject Norway P, object howitzers, recipient Ukraine P; reported P; "
        "said by Boris Pistorius P; by the network and the rules P; confidence P; kept"
    ) in added
    assert added[-1] == (
        "  assertion: supplies: subject Norway, object howitzers, recipient Ukraine; quantity 22; reported; "
        "said by Boris Pistorius; confidence P"
    )


def test_is_what_extract_prints() -> None:
    told = json.loads(run("--extractor", "model", "--format", "jsonl").stdout)
    found = CliRunner().invoke(cli, ["extract", "--extractor", "model", "-"], input=TEXT).stdout
    [assertion] = [row for row in map(json.loads, found.splitlines()) if row["type"] == "assertion"]
    [explained] = told["assertions"]
    same = set(explained) & set(assertion) - {"article"}
    assert same >= {"relation", "subject", "object", "recipient", "quantity", "modality", "confidence"}
    assert {key: explained[key] for key in same} == {key: assertion[key] for key in same}
    assert told["candidates"][0]["relations"]["supplies"] > 0.5
    assert told["proposals"][0]["verdict"] == "likely"
    assert told["proposals"][0]["confidence"] == pytest.approx(assertion["confidence"], abs=0.006)
    assert told["left_out"] == 0


def test_nothing_of_the_model_with_the_rules() -> None:
    told = json.loads(run("--extractor", "rules", "--format", "jsonl").stdout)
    assert {"candidates", "proposals"} & set(told) == set()


def test_says_why_nothing_came_of_a_sentence() -> None:
    *_, line, _ = lines("--extractor", "model", text="Das Wetter in den Bergen ist schön.")
    assert line == "  nothing: no arms near, or nothing that is said of them"


def test_less_sure_assertions_are_left_out() -> None:
    told = lines("--extractor", "model", "--min-confidence", "1")
    assert [line for line in told if line.startswith("  left out: supplies: subject Norway")]


def test_without_the_model_the_rules_are_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(files.folder() / files.WEIGHING, tmp_path)  # and nothing else
    monkeypatch.setattr(files, "folder", lambda: tmp_path)
    result = run("--extractor", "model")
    assert result.exit_code == 0
    assert "without the model" in result.stderr
    assert result.stdout == run("--extractor", "rules").stdout


def test_a_language_model_cannot_be_looked_into() -> None:
    result = run("--extractor", "llm")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--explain looks into the extractors rules and model" in result.stderr
