"""ARCHITECTURE.md says what the code does: its table the contracts, its walk the calls."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import environment
from tests.docs.documents import ROOT, block, blocks, codes, document, table

TEXT = document("ARCHITECTURE.md")
_STEP = re.compile(r"`(?P<name>\w[\w.]*)`\s+in\s+`(?P<file>[\w/]+\.py)`")


def module(part: str) -> str:
    return part.removesuffix(".py").replace("/", ".")


def rows() -> dict[str, tuple[str, str]]:
    """Part (as a module) -> the cells on what it may import, and what it alone may."""
    return {module(codes(part)[0]): (may, alone) for part, _, may, alone in table(TEXT, "part")}


def inside(part: str) -> bool:
    """Whether a row is about a piece of another row's part, in the layer of which it lies."""
    return any(part.startswith(f"{other}.") for other in rows())


def contracts(kind: str) -> list[dict[str, Any]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        linter = tomllib.load(file)["tool"]["importlinter"]
    return [contract for contract in linter["contracts"] if contract["type"] == kind]


def allowed_by_contract() -> dict[str, set[str]]:
    """What each part may import: the layers below, and siblings that are not held apart by a bar."""
    [contract] = contracts("layers")
    allowed: dict[str, set[str]] = {}
    below: set[str] = set()
    for layer in reversed(contract["layers"]):
        parts = set(re.split(r"\s*[|:]\s*", layer))
        for part in parts:
            allowed[part] = below | (parts - {part} if ":" in layer else set())
        below = below | parts
    return allowed


def allowed_by_table() -> dict[str, set[str]]:
    parts = [part for part in rows() if not inside(part)]
    allowed: dict[str, set[str]] = {}
    for i, part in enumerate(parts):
        may, _ = rows()[part]
        named = {module(code) for code in codes(may)}
        if may == "nothing":
            allowed[part] = set()
        elif may.startswith("all below but"):
            allowed[part] = set(parts[i + 1 :]) - named
        else:
            assert may.startswith("all below"), may
            allowed[part] = set(parts[i + 1 :]) | named
    return allowed


def test_the_table_has_every_part_once() -> None:
    parts = [codes(part)[0] for part, *_ in table(TEXT, "part")]
    parts = [part for part in parts if not inside(module(part))]
    folders = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "graph").iterdir()
        if (path / "__init__.py").is_file() or (path.suffix == ".py" and path.name != "__init__.py")
    ]
    assert sorted(parts) == sorted([*folders, "loaders", "seeds"])


def test_the_table_allows_what_the_layers_allow() -> None:
    assert allowed_by_table() == allowed_by_contract()


def test_the_table_names_who_alone_may_import_what() -> None:
    by_table = {part: set(codes(alone)) for part, (_, alone) in rows().items() if alone}
    by_contract: dict[str, set[str]] = {}
    roots = {"graph", "loaders", "seeds"}
    for contract in contracts("forbidden"):
        exempt = {
            ignored.partition(" -> ")[0].removesuffix(".**") for ignored in contract.get("ignore_imports", ())
        }
        [part] = exempt or roots - set(contract["source_modules"])
        by_contract.setdefault(part, set()).update(contract["forbidden_modules"])
    assert by_table == by_contract


def steps(heading: str) -> list[tuple[str, str]]:
    """The functions that a section of the walk names: (file, qualified name), in their order."""
    section = TEXT.partition(f"### `armsgraph {heading}`")[2].partition("\n##")[0]
    return [(match["file"], match["name"]) for match in _STEP.finditer(section)]


def traced(arguments: list[str], folder: Path) -> tuple[list[str], str]:
    """The functions called, in order, and what was printed."""
    out = folder / "calls.txt"
    command = [sys.executable, str(ROOT / "tests/docs/traced.py"), str(out), *arguments]
    result = subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=folder, env=environment(folder), check=True
    )
    return out.read_text(encoding="utf-8").splitlines(), result.stdout + result.stderr


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[str], str]]:
    """Both commands of the walk, run on its article."""
    folder = tmp_path_factory.mktemp("walk")
    (folder / "tanks.txt").write_text(block(TEXT, "text", "tanks.txt"), encoding="utf-8")
    arguments = {
        "load tanks.txt": ["load", "--store", "s", "tanks.txt"],
        "supplies": ["supplies", "--store", "s"],
    }
    return {heading: traced(given, folder) for heading, given in arguments.items()}


@pytest.mark.parametrize("heading", ["load tanks.txt", "supplies"])
def test_the_walk_names_the_functions_in_the_order_of_their_calls(
    walked: dict[str, tuple[list[str], str]], heading: str
) -> None:
    calls, _ = walked[heading]
    named = list(dict.fromkeys(f"{file} {name}" for file, name in steps(heading)))
    assert named
    assert [step for step in named if step not in calls] == []
    too_late = [after for before, after in pairwise(named) if calls.index(after) < calls.index(before)]
    assert too_late == []


def test_the_walk_shows_what_is_printed(walked: dict[str, tuple[list[str], str]]) -> None:
    assert "`new tanks.txt: 1 assertion`" in TEXT
    assert "new tanks.txt: 1 assertion\n" in walked["load tanks.txt"][1]
    assert walked["supplies"][1] == blocks(TEXT, "text")[-1].body
