"""A hub does not flood the terminal: grouped, cut short, and what is left out is counted."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from graph.cli.show import EACH
from graph.cli.supplies import SHOWN
from graph.model import EntityRef
from graph.store import open_store
from tests.cli.conftest import Run
from tests.store.samples import NORTH_KOREA, RUSSIA, article, batch, says

SUPPLIERS = 150
ITEMS = 30


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store in which Russia receives from many and operates a good deal."""
    path = str(tmp_path_factory.mktemp("hub") / "store")
    given = [says(EntityRef(f"firm-{n}", f"Firm {n}", "company"), recipient=RUSSIA) for n in range(SUPPLIERS)]
    items = [EntityRef(f"item-{n}", f"Item {n}", "weapon-system") for n in range(ITEMS)]
    used = [says(RUSSIA, item, None, relation="operates") for item in items]
    twice = says(NORTH_KOREA, recipient=RUSSIA)
    said = [replace(one, start=n) for n, one in enumerate([*given, *used, twice])]
    with open_store(path, create=True) as store:
        store.write(batch(article("a1", *said), article("a2", twice, publisher=None)))
    return path


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


def test_a_limit_is_a_number_above_nothing(armsgraph: Run, hub: str) -> None:
    for command in (("show", "Russia"), ("supplies",)):
        for limit in ("0", "-1", "many"):
            assert armsgraph(*command, "--store", hub, "--limit", limit).returncode == 2
