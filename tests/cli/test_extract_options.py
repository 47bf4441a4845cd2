"""--explain, --min-confidence and --workers of extract and load."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli.main import cli
from tests.cli.conftest import COMMAND, environment, heed_interrupts

# the first is told outright, the second only by a noun and its light verb
SURE = "Nordkorea hat 120 Haubitzen an Russland geliefert."
UNSURE = "Die russische Lieferung von 40 Panzern nach Syrien ist abgeschlossen."


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=text)


def many(folder: Path, count: int) -> None:
    for number in range(count):
        text = SURE.replace("120", str(1300 + number))
        (folder / f"c{number:03}.txt").write_text(f"{text}\n", encoding="utf-8")


def assertions(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    return [line for line in found if line["type"] == "assertion"]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{SURE}\n", encoding="utf-8")
    (folder / "b.txt").write_text(f"{UNSURE}\n", encoding="utf-8")
    return folder


def test_a_sentence_explained() -> None:
    result = run("extract", "--extractor", "rules", "--explain", "-", text=SURE)
    assert result.exit_code == 0, result.stderr
    first, *lines = result.stdout.splitlines()
    assert first.endswith(" (de)")
    assert lines == [
        "",
        "sentence 1: body, 0-50",
        f'  "{SURE}"',
        '  mention: "Nordkorea" -> North Korea (state, north-korea); name',
        '  mention: "Haubitzen" -> howitzers (weapon-system, howitzers); noun',
        '  mention: "Russland" -> Russia (state, russia); name',
        '  clause 1: "Nordkorea hat 120 Haubitzen an Russland geliefert ."; subject North Korea',
        '    argument: "Nordkorea" (North Korea): bare',
        '    argument: "Haubitzen" (howitzers): bare',
        '    argument: "Russland" (Russia): an',
        '    trigger: "geliefert" (liefern), pattern give, active',
        "      roles: subject North Korea; recipient Russia; item howitzers",
        "      frame: supplies: subject North Korea, object howitzers, recipient Russia; "
        "reported; confidence 0.80",
        "  assertion: supplies: subject North Korea, object howitzers, recipient Russia; "
        "quantity 120; reported; confidence 0.80",
        "",
    ]


def test_tokens_only_where_they_are_asked_for() -> None:
    plain, verbose = (run("extract", "--explain", *v, "-", text=SURE).stdout for v in ((), ("-v",)))
    assert "token: " not in plain
    assert '  token: "geliefert", verb (part), liefern\n' in verbose
    without = [line for line in verbose.splitlines() if "token: " not in line]
    assert without == plain.splitlines()


def test_explained_for_programs() -> None:
    result = run("extract", "--explain", "--format", "jsonl", "--min-confidence", "1", "-", text=SURE)
    [row] = map(json.loads, result.stdout.splitlines())
    assert row["type"] == "sentence"
    assert [token["lemma"] for token in row["tokens"]][-2] == "liefern"
    assert row["clauses"][0]["triggers"][0]["pattern"] == "give"
    assert [a["quantity"] for a in row["assertions"]] == [120]
    assert row["left_out"] == 1


def test_explained_assertions_that_are_left_out_say_so() -> None:
    told = run("extract", "--explain", "--min-confidence", "1", "-", text=SURE).stdout
    assert "  left out: supplies: " in told
    assert "  assertion: " not in told


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--format", "jsonl"], "--format needs --explain"),
        (["-v"], "--verbose needs --explain"),
        (["--explain", "--workers", "2"], "in one process"),
        (["--min-confidence", "1.1"], "not a number from 0 to 1"),
        (["--min-confidence", "nan"], "not a number from 0 to 1"),
        (["--min-confidence", "-0.1"], "not a number from 0 to 1"),
        (["--workers", "-1"], "--workers"),
    ],
)
def test_wrong_use(arguments: list[str], complaint: str) -> None:
    result = run("extract", *arguments, "-", text=SURE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert complaint in result.stderr


def test_extract_leaves_out_what_is_less_sure(news: Path) -> None:
    every = assertions(run("extract", "--extractor", "rules", str(news)))
    confidences = sorted(float(str(a["confidence"])) for a in every)
    assert confidences == [0.7, 0.8]
    assert [
        a["confidence"]
        for a in assertions(run("extract", "--extractor", "rules", "--min-confidence", "0.8", str(news)))
    ] == [0.8]
    assert assertions(run("extract", "--min-confidence", "1", str(news))) == []


def test_load_stores_only_what_is_sure_enough_and_leaves_known_articles_alone(news: Path) -> None:
    def load(*arguments: str) -> str:
        result = run("load", "--extractor", "rules", "--store", "s", str(news), *arguments)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    def stored() -> list[float]:
        query = "MATCH (a:Assertion) RETURN a.confidence AS c ORDER BY c"
        rows = json.loads(run("query", query, "--store", "s", "--format", "json").stdout)
        return [row["c"] for row in rows]

    assert load("--min-confidence", "0.75").startswith("2 new")
    assert stored() == [0.8]
    assert load("--min-confidence", "0").startswith("0 new, 0 changed, 2 unchanged")
    assert stored() == [0.8]
    assert load("--again").startswith("0 new, 1 changed, 1 unchanged")
    assert stored() == [0.7, 0.8]
    assert load("--again", "--min-confidence", "0.75").startswith("0 new, 1 changed, 1 unchanged")
    assert stored() == [0.8]


def test_load_leaves_out_the_less_sure_of_extracted_lines(news: Path) -> None:
    Path("all.jsonl").write_text(run("extract", "--extractor", "rules", str(news)).stdout, encoding="utf-8")
    assert run("load", "--store", "s", "--min-confidence", "0.75", "all.jsonl").stdout.startswith("2 new")
    query = "MATCH (a:Assertion) RETURN count(a) AS n"
    assert json.loads(run("query", query, "--store", "s", "--format", "json").stdout) == [{"n": 1}]


def test_several_processes_give_the_same(news: Path) -> None:
    many(news, 12)
    alone, together = (run("extract", "--workers", n, str(news)).stdout for n in "12")
    assert together == alone
    assert alone.count('"type": "assertion"') == 14
    for n in "12":
        assert run("load", "--store", n, "--workers", n, str(news)).exit_code == 0
    first, second = (run("export", "jsonl", "-", "--store", n).stdout for n in "12")
    assert second == first


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("how", ["interrupted", "reader gone"])
def test_several_processes_end_with_the_first(tmp_path: Path, news: Path, how: str) -> None:
    many(news, 400)
    process = subprocess.Popen(
        [*COMMAND, "extract", "--workers", "2", str(news)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(tmp_path),
        start_new_session=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - nothing else runs in this process
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline()
    if how == "interrupted":
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        process.stdout.read()
    else:
        process.stdout.close()
    said = [line for line in process.stderr.read().splitlines() if not line.endswith(" articles so far")]
    process.stderr.close()
    if how == "interrupted":
        process.stdout.close()
        assert (process.wait(60), said) == (130, ["armsgraph: interrupted; what was acknowledged is kept"])
    else:
        assert (process.wait(60), said) == (141, [])
    assert gone(process.pid)


def gone(group: int) -> bool:
    """Whether no process of the group is left."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
