"""A hub does not flood the terminal: grouped, cut short, and what is left out is counted."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from click.testing import CliRunner

from graph.cli import evidence, path, query
from graph.cli.main import cli
from graph.cli.show import EACH
from graph.cli.supplies import SHOWN
from graph.model import EntityRef
from graph.store import open_store
from tests.cli.conftest import Run
from tests.store.samples import NORTH_KOREA, RUSSIA, article, batch, says
from tests.support.backends import Backend
from tests.support.seeded import location

SUPPLIERS = 150
ITEMS = 30
STATED = 60  # assertions of what North Korea supplies


@pytest.fixture
def armsgraph(armsgraph: Run, backend: Backend) -> Run:
    """Run the command as a user of that engine would."""
    if (server := backend.server) is None:
        return armsgraph
    return partial(armsgraph, NEO4J_USERNAME=server.username, NEO4J_PASSWORD=server.password)


@pytest.fixture(scope="module")
def hub(backend: Backend, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A store in which Russia receives from many and operates a good deal."""
    given = [says(EntityRef(f"firm-{n}", f"Firm {n}", "company"), recipient=RUSSIA) for n in range(SUPPLIERS)]
    items = [EntityRef(f"item-{n}", f"Item {n}", "weapon-system") for n in range(ITEMS)]
    used = [says(RUSSIA, item, None, relation="operates") for item in items]
    twice = says(NORTH_KOREA, recipient=RUSSIA)
    often = [twice] * (STATED - 1)
    said = [replace(one, start=n) for n, one in enumerate([*given, *used, *often])]
    with location(backend, tmp_path_factory.mktemp("hub")) as place:
        with open_store(place, create=True) as store:
            store.write(batch(article("a1", *said), article("a2", twice, publisher=None)))
        yield place


def test_show_groups_and_counts(armsgraph: Run, hub: str) -> None:
    done = armsgraph("show", "--store", hub, "Russia")
    lines = done.stdout.splitlines()
    assert f"and {SUPPLIERS + 1 - EACH:,} more (--limit)" in lines
    assert f"and {ITEMS - EACH:,} more (--limit)" in lines
    assert len(lines) < 2 * EACH + 15
    assert lines[lines.index("receives") + 2].startswith("North Korea"), "the best corroborated comes first"
    few = armsgraph("show", "--store", hub, "Russia", "--limit", "2").stdout
    assert f"and {SUPPLIERS + 1 - 2:,} more (--limit)" in few
    assert len(few.splitlines()) < 20
    all_of_them = armsgraph("show", "--store", hub, "Russia", "--limit", "1000").stdout
    assert "more (--limit)" not in all_of_them
    assert sum("Firm" in line for line in all_of_them.splitlines()) == SUPPLIERS


def test_programs_get_all_unless_they_ask_for_less(armsgraph: Run, hub: str) -> None:
    done = armsgraph("show", "--store", hub, "Russia", "--format", "jsonl")
    assert len(done.stdout.splitlines()) == SUPPLIERS + ITEMS + 1
    assert done.stderr == ""
    done = armsgraph("show", "--store", hub, "Russia", "--format", "json", "--limit", "3")
    assert len(json.loads(done.stdout)["claims"]) == 6
    assert json.loads(done.stdout)["counts"]["supplies as recipient"] == SUPPLIERS + 1
    assert done.stderr == f"{SUPPLIERS + ITEMS + 1 - 6:,} more (--limit)\n"


def test_supplies_says_how_many_more(armsgraph: Run, hub: str) -> None:
    lines = armsgraph("supplies", "--store", hub).stdout.splitlines()
    assert len(lines) == SHOWN + 2
    assert lines[-1] == f"and {SUPPLIERS + 1 - SHOWN:,} more (--limit)"
    lines = armsgraph("supplies", "--store", hub, "--limit", str(SUPPLIERS + 1)).stdout.splitlines()
    assert len(lines) == SUPPLIERS + 2, "all of them, and no line about others"
    done = armsgraph("supplies", "--store", hub, "--limit", "5", "--format", "csv", "--since", "2025")
    assert len(done.stdout.splitlines()) == 6
    assert done.stderr == f"{SUPPLIERS + 1 - 5:,} more (--limit)\n"
    done = armsgraph("supplies", "--store", hub, "--format", "jsonl")
    assert len(done.stdout.splitlines()) == SUPPLIERS + 1
    assert done.stderr == ""
    done = armsgraph("supplies", "--store", hub, "--supplier", "Firm 7", "--limit", "1", "--format", "json")
    assert len(json.loads(done.stdout)) == 1
    assert done.stderr == ""


def test_evidence_says_how_many_more(armsgraph: Run, hub: str) -> None:
    found = armsgraph("supplies", "--store", hub, "--supplier", "North Korea", "--format", "json").stdout
    asked = ("evidence", "--store", hub, json.loads(found)[0]["claim"])
    lines = armsgraph(*asked).stdout.splitlines()
    assert lines[1].startswith(f"2 origins | {STATED} assertions | claim "), "of the whole claim"
    assert sum(line.startswith('"') for line in lines) == evidence.SHOWN
    assert lines[-1] == f"and {STATED - evidence.SHOWN:,} more (--limit)"
    assert "more (--limit)" not in armsgraph(*asked, "--limit", str(STATED)).stdout
    done = armsgraph(*asked, "--format", "jsonl")
    everything = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(everything) == STATED
    assert done.stderr == ""
    for form in ("json", "csv"):
        done = armsgraph(*asked, "--format", form, "--limit", "5")
        rows = json.loads(done.stdout) if form == "json" else list(csv.DictReader(done.stdout.splitlines()))
        assert [row["assertion"] for row in rows] == [row["assertion"] for row in everything[:5]]
        assert done.stderr == f"{STATED - 5:,} more (--limit)\n"


def test_a_path_says_how_much_more_evidence_a_step_has(armsgraph: Run, hub: str) -> None:
    asked = ("path", "--store", hub, "North Korea", "Russia")
    lines = armsgraph(*asked).stdout.splitlines()
    assert sum(line.startswith('   "') for line in lines) == path.EACH
    assert lines[-1] == f"   and {STATED - path.EACH:,} more (--limit)"
    done = armsgraph(*asked, "--format", "jsonl", "--limit", "3")
    assert len(json.loads(done.stdout)["evidence"]) == 3
    assert done.stderr == f"{STATED - 3:,} more (--limit)\n"
    done = armsgraph(*asked, "--format", "json")
    assert len(json.loads(done.stdout)[0]["evidence"]) == STATED
    assert done.stderr == ""
    done = armsgraph(*asked, "--format", "csv", "--limit", "3")
    assert (len(done.stdout.splitlines()), done.stderr) == (2, ""), "it has no evidence in it"


def test_a_query_says_that_there_are_more(armsgraph: Run, hub: str) -> None:
    numbers = ("query", "--store", hub, "UNWIND range(1, 3000) AS n RETURN n")
    lines = armsgraph(*numbers).stdout.splitlines()
    assert len(lines) == 1 + query.SHOWN + 1
    assert lines[-1] == "and more (--limit)"
    for form, few in (("jsonl", '{"n": 1}\n{"n": 2}\n'), ("csv", "n\n1\n2\n")):
        done = armsgraph(*numbers, "--format", form, "--limit", "2")
        assert (done.stdout, done.stderr) == (few, "more (--limit)\n")
    done = armsgraph(*numbers, "--format", "json", "--limit", "3000")
    assert (len(json.loads(done.stdout)), done.stderr) == (3000, ""), "there are no others"
    done = armsgraph(*numbers, "--format", "csv")
    assert (len(done.stdout.splitlines()), done.stderr) == (3001, "")


def test_a_query_is_not_run_to_its_end_for_two_rows(armsgraph: Run, hub: str) -> None:
    actors = ", ".join(f"(a{n}:Actor)" for n in range(6))  # a million million rows
    done = armsgraph(
        "query", "--store", hub, f"MATCH {actors} RETURN a0.id AS id", "--limit", "2", "--format", "jsonl"
    )
    assert (len(done.stdout.splitlines()), done.stderr) == (2, "more (--limit)\n")


def test_what_writes_is_written_whole_whatever_is_shown(armsgraph: Run, hub: str) -> None:
    changed = "MATCH (a:Actor) WHERE a.id STARTS WITH 'firm-' SET a.checked = true RETURN a.id AS id"
    done = armsgraph("query", "--store", hub, changed, "--write", "--limit", "1", "--format", "jsonl")
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "more (--limit)\n")
    count = "MATCH (a:Actor {checked: true}) RETURN count(a) AS n"
    assert armsgraph("query", "--store", hub, count, "--format", "csv").stdout == f"n\n{SUPPLIERS}\n"


@pytest.mark.parametrize(
    "command",
    [
        ("show", "Russia"),
        ("supplies",),
        ("evidence", "1f"),
        ("path", "Iran", "Russia"),
        ("query", "RETURN 1"),
    ],
)
@pytest.mark.parametrize("limit", ["0", "-1", "many"])
def test_a_limit_is_a_number_above_nothing(command: tuple[str, ...], limit: str) -> None:
    assert CliRunner().invoke(cli, [*command, "--limit", limit]).exit_code == 2
