"""load and extract on real files and a real store.

In this process where that is enough: a new one first loads the language models.
"""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.cli.main import cli
from tests.cli.conftest import COMMAND, Run, environment, heed_interrupts

GUNS = "Nordkorea liefert Haubitzen\n\nNordkorea hat 120 Haubitzen an Russland geliefert.\n"
DRONES = (
    "Iran sends drones\n\nIran delivered 40 Shahed-136 drones to Russia in 2023. "
    "The government has said that it would not answer what the newspaper had asked about them.\n"
)


class Here:
    """Runs commands in this process."""

    def __call__(self, *arguments: str) -> Result:
        return CliRunner().invoke(cli, arguments)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    monkeypatch.chdir(tmp_path)
    return Here()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "the articles"
    folder.mkdir()
    (folder / "guns.txt").write_text(GUNS, encoding="utf-8")
    (folder / "drones.txt").write_text(DRONES, encoding="utf-8")
    return folder


def lines(stderr: str) -> list[str]:
    """What was said on stderr, without the progress that a slow machine is told of."""
    return [line for line in stderr.splitlines() if not line.endswith(" articles so far")]


def summary(**counts: int) -> str:
    return ", ".join(f"{counts.get(kind, 0)} {kind}" for kind in ("new", "changed", "unchanged", "skipped"))


def test_says_what_was_new_unchanged_changed_and_skipped(here: Here, articles: Path) -> None:
    first = here("load", "--store", "s", str(articles))
    assert first.exit_code == 0, first.stderr
    assert first.stdout.startswith(summary(new=2))
    assert sorted(line.split()[0] for line in lines(first.stderr)) == ["new", "new"]

    (articles / "guns.txt").write_text(GUNS.replace("120", "370"), encoding="utf-8")
    (articles / "nothing.txt").touch()
    second = here("load", "--store", "s", str(articles), "no such file")
    assert second.exit_code == 0
    assert second.stdout.startswith(summary(changed=1, unchanged=1, skipped=2))
    assert f"changed {articles / 'guns.txt'}: " in second.stderr
    assert "skipped no such file: " in second.stderr

    shown = here("supplies", "--store", "s", "--supplier", "Nordkorea")
    assert "370" in shown.stdout
    assert "120" not in shown.stdout


def test_says_the_same_to_programs(here: Here, articles: Path) -> None:
    (articles / "nothing.txt").touch()
    whole = json.loads(here("load", "--store", "s", str(articles), "--format", "json").stdout)
    assert (whole["new"], whole["skipped"]) == (2, 1)
    events = here("load", "--store", "s", str(articles), "--format", "jsonl").stdout.splitlines()
    assert sorted(json.loads(event)["kind"] for event in events) == ["skipped", "unchanged", "unchanged"]
    table = list(
        csv.DictReader(here("load", "--store", "s", str(articles), "--format", "csv").stdout.splitlines())
    )
    assert [row["source"] for row in table] == [event["source"] for event in whole["inputs"]]


@pytest.mark.parametrize("command", ["load", "extract"])
def test_strict_makes_a_skipped_input_an_error_but_reads_the_rest(
    here: Here, articles: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARMSGRAPH_STORE", "s")
    arguments = [command, "no such file", str(articles)]
    strict = here(*arguments, "--strict")
    assert here(*arguments).exit_code == 0
    assert strict.exit_code == 1
    assert "skipped no such file" in strict.stderr
    assert "Traceback" not in strict.stderr
    if command == "load":
        assert strict.stdout.startswith(summary(new=2, skipped=1))
    else:
        assert len([line for line in strict.stdout.splitlines() if '"type": "article"' in line]) == 2


@pytest.mark.parametrize("command", [["load"], ["extract"], ["extract", "--explain"]])
def test_nothing_that_could_be_read_is_an_error(
    here: Here, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARMSGRAPH_STORE", "s")
    result = here(*command, "no such file")
    assert result.exit_code == 1
    assert result.stderr.startswith("skipped no such file")


def test_quiet_names_only_what_was_skipped(here: Here, articles: Path) -> None:
    result = here("load", "--quiet", "--store", "s", str(articles), "no such file")
    assert [line.split(":")[0] for line in lines(result.stderr)] == ["skipped no such file"]


def test_no_text_keeps_the_quotes_but_not_the_article(here: Here, articles: Path) -> None:
    here("load", "--no-text", "--store", "s", str(articles / "guns.txt"))
    query = "MATCH (t:Article)-[:STATES]->(a:Assertion) RETURN DISTINCT t.text AS text, a.quote AS quote"
    rows = json.loads(here("query", query, "--store", "s", "--format", "json").stdout)
    assert rows
    assert {row["text"] for row in rows} <= {None, ""}
    assert all(row["quote"] in GUNS for row in rows)


def test_extract_prints_each_article_and_then_what_it_says(here: Here, articles: Path) -> None:
    result = here("extract", str(articles))
    assert (result.exit_code, lines(result.stderr)) == (0, [])
    printed = [json.loads(line) for line in result.stdout.splitlines()]
    article = None
    for line in printed:
        if line["type"] == "article":
            article = line
            text = Path(line["path"]).read_text(encoding="utf-8")
        else:
            assert article is not None
            assert line["article"] == {"id": article["id"], "path": article["path"]}
            assert text[line["start"] : line["end"]] == line["evidence"]
    guns = [line for line in printed if line["type"] == "assertion" and line["quantity"] == 120]
    assert [(line["subject"]["id"], line["recipient"]["id"]) for line in guns] == [("north-korea", "russia")]


@pytest.mark.parametrize("command", ["load", "extract"])
def test_says_where_no_assertion_was_looked_for(
    here: Here, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARMSGRAPH_STORE", "s")
    text = "La Russie livre des drones\n\nLe Kremlin a livré quarante drones cette année à son voisin."
    (tmp_path / "fr.txt").write_text(text, encoding="utf-8")
    result = here(command, "fr.txt")
    assert result.exit_code == 0
    assert "fr.txt: no assertion was looked for: language fr\n" in result.stderr


def test_what_extract_prints_can_be_loaded(here: Here, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "said.jsonl").write_text(here("extract", str(articles)).stdout, encoding="utf-8")
    here("load", "--store", "direct", str(articles))
    here("load", "--store", "by way of lines", "said.jsonl")
    direct, by_lines = (
        here("export", "jsonl", "-", "--store", store).stdout for store in ("direct", "by way of lines")
    )
    assert by_lines == direct != ""


def test_what_export_writes_can_be_loaded(here: Here, articles: Path) -> None:
    here("load", "--store", "one", str(articles))
    here("export", "jsonl", "graph.jsonl", "--store", "one")
    here("load", "--store", "two", "graph.jsonl")
    first, second = (here("export", "jsonl", "-", "--store", store).stdout for store in ("one", "two"))
    assert second == first != ""


def test_extract_ends_silently_when_its_reader_does(articles: Path, tmp_path: Path) -> None:
    for number in range(50):
        (articles / f"more{number}.txt").write_text(GUNS.replace("120", str(100 + number)), encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "extract", str(articles)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(tmp_path),
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert lines(process.stderr.read()) == []
    process.stderr.close()
    assert process.wait(60) == 141


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("asked", "status", "word"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
def test_ctrl_c_and_sigterm_keep_what_was_acknowledged(
    armsgraph: Run, tmp_path: Path, asked: signal.Signals, status: int, word: str
) -> None:
    many = (
        json.dumps(
            {"title": f"Nr. {n}", "url": f"https://news.example/{n}", "text": GUNS.replace("120", str(n))}
        )
        for n in range(2, 3000)
    )
    (tmp_path / "many.jsonl").write_text("\n".join(many), encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "load", "--store", "s", "many.jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(tmp_path),
        cwd=tmp_path,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - nothing else runs in this process
    )
    assert process.stderr
    first = process.stderr.readline()
    process.send_signal(asked)
    out, rest = process.communicate(timeout=60)
    said = [first, *rest.splitlines()]
    assert process.returncode == status, rest
    assert out == ""
    assert said[-1] == f"armsgraph: {word}; what was acknowledged is kept"
    acknowledged = sum(line.startswith("new ") for line in said)
    query = "MATCH (t:Article) RETURN count(t) AS n"
    stored = json.loads(armsgraph("query", query, "--store", "s", "--format", "json").stdout)[0]["n"]
    assert 0 < acknowledged <= stored < 2998
