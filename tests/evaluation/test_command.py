from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation import recorded
from tests.docs.documents import ROOT
from tests.evaluation.conftest import annotate


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "evaluation", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120)


def test_both_extractors_side_by_side(folder: Path) -> None:
    done = run(folder)
    assert done.returncode == 0, done.stderr
    first, _, header, every, *lines = done.stdout.splitlines()
    assert first == f"{folder}, part all: 2 texts, 3 assertions; confidence 0.0 or more"
    assert header.split() == [
        "of",
        *("model:", "precision", "recall", "F1"),
        *("rules:", "precision", "recall", "F1"),
    ]
    assert every.split() == ["all", "3", *("1.00", "0.67", "0.80") * 2]
    table = {line.split()[0]: line.split()[1:] for line in lines if line}
    assert table["de"] == ["1", *("1.00", "1.00", "1.00") * 2]
    assert table["en"] == ["2", *("1.00", "0.50", "0.67") * 2]
    assert table["supplies"] == ["3", *("1.00", "0.67", "0.80") * 2]
    assert table["links"] == ["3", *("1.00", "0.67", "0.80") * 2]
    assert table["modality"] == ["1.00", "of", "2"] * 2
    assert table["quantity"] == ["0.50", "of", "2"] * 2
    assert done.stderr == ""


def test_for_programs(folder: Path) -> None:
    done = run(folder, "--json", "--extractor", "rules", "--prefix", "b")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["folder"], told["part"], told["texts"], told["assertions"]) == (str(folder), "all", 1, 2)
    assert list(told["extractors"]) == ["rules"]
    rules = told["extractors"]["rules"]
    assert {name: rules[name] for name in ("precision", "recall", "f1", "found", "missed", "wrong")} == {
        "precision": 1, "recall": 0.5, "f1": 0.6667, "found": 1, "missed": 1, "wrong": 0,
    }  # fmt: skip
    assert rules["attributes"]["quantity"] == {"share": 0, "right": 0, "of": 1}
    assert rules["links"]["recall"] == 0.5
    assert list(rules["languages"]) == ["en"]


def test_misses_are_listed(folder: Path) -> None:
    annotate(folder, "a", [])
    lines = run(folder, "--misses", "--extractor", "rules").stdout.splitlines()
    assert lines[0].startswith(
        "rules wrong  a.txt: supplies: North Korea -> howitzers -> Russia | Nordkorea hat"
    )
    assert lines[1].startswith("rules missed b.txt: supplies: Belarus -> drones -> Russia |")


def test_the_least_confidence_counts(folder: Path) -> None:
    told = json.loads(run(folder, "--extractor", "rules", "--min-confidence", "1", "--json").stdout)
    assert told["extractors"]["rules"]["found"] == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("gone",), "armsgraph: gone: no such folder"),
        (("seeds",), "armsgraph: seeds: no folder gold/ or frames/ "),
        (("--prefix", "zzz"), "armsgraph: {corpus}: no annotated texts of part test named zzz…"),
        (("--extractor", "model", "--model", "gone"), "armsgraph: the model's file "),
    ],
)
def test_what_is_wrong_is_told_in_one_line(arguments: tuple[str, ...], complaint: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert line.startswith(complaint.format(corpus=ROOT / "seeds" / "corpus"))


def test_only_the_shipped_state_is_recorded(folder: Path) -> None:
    before = recorded.FILE.read_bytes()
    for arguments in ([str(folder)], ["--extractor", "rules"], ["--part", "all"], ["--min-confidence", "0"]):
        done = run("--record", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert "--record is for" in done.stderr
    assert recorded.FILE.read_bytes() == before


def test_needs_neither_torch_nor_what_else_only_training_needs() -> None:
    code = (
        "import sys, evaluation.__main__; from evaluation.measure import extractor; extractor('model');"
        "print(sorted({'torch', 'onnx', 'wordfreq'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n", done.stderr
