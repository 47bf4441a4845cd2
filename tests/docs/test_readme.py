"""README.md: its commands print what is shown, its graph is the store's, its picture is current."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from graph.cli.export import FORMATS
from graph.cli.main import COMMANDS
from graph.model import ACTOR_KINDS, ITEM_KINDS, MODALITIES, RELATIONS, Label
from graph.store import Store, open_store, schema
from graph.store.shape import RELATIONSHIPS
from tests.cli.conftest import environment
from tests.docs.documents import ROOT, blocks, codes, document, prose, table
from tests.docs.shell import Shell, Shown, shown

TEXT = document("README.md")
[STORE] = re.findall(r"`export ARMSGRAPH_STORE=(.+)`", TEXT)
TOUR = [command for found in blocks(TEXT, "console") for command in shown(found.body)]

_EDGE = re.compile(r"^ *(\w+) -->\|([\w, ]+)\| (\w+)$", re.MULTILINE)
_LABEL = re.compile(r"FOR \(n:(\w+)\) REQUIRE n\.(\w+) IS UNIQUE")


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A shell in a folder that has the example articles where the repository has them."""
    folder = tmp_path_factory.mktemp("tour")
    shutil.copytree(ROOT / "seeds/articles", folder / "seeds/articles")
    return Shell(folder, variables={"ARMSGRAPH_STORE": STORE})


@pytest.fixture(scope="module")
def toured(shell: Shell) -> Shell:
    """The same after the tour's first command, `load`."""
    assert TOUR[0].command == "armsgraph load seeds/articles"
    shell.check(TOUR[0])
    return shell


@pytest.mark.parametrize("command", TOUR[1:], ids=str)
def test_the_tour(toured: Shell, command: Shown) -> None:
    toured.check(command)


def test_the_tour_visits_every_command_and_export_format() -> None:
    commands = [command.command for command in TOUR]
    commands += [line for found in blocks(TEXT, "sh") for line in found.body.splitlines()]  # serve has no end
    assert [name for name in COMMANDS if not any(f"armsgraph {name} " in f"{c} " for c in commands)] == []
    assert [name for name in FORMATS if not any(f"armsgraph export {name} " in c for c in commands)] == []


@pytest.fixture(scope="module")
def store(toured: Shell) -> Iterator[Store]:
    with open_store(str(toured.folder / STORE), read_only=True) as opened:
        yield opened


def pictured() -> set[tuple[str, str, str]]:
    """Source, type and target of every edge in the picture; an arrow may stand for several."""
    [picture] = blocks(TEXT, "mermaid")
    inside = picture.body.partition("subgraph entity")[2].partition("end\n")[0].split()
    assert sorted(inside) == sorted(get_args(Label))
    return {
        (source, kind, target)
        for source, kinds, end in _EDGE.findall(picture.body)
        for kind in kinds.split(", ")
        for target in (inside if end == "entity" else [end])
    }


def test_the_picture_has_every_edge_that_is_stored(store: Store) -> None:
    rows = store.run(
        "MATCH (a)-[r]->(b) RETURN DISTINCT labels(a)[0] AS source, type(r) AS kind, labels(b)[0] AS target"
    )
    stored = {(str(row["source"]), str(row["kind"]), str(row["target"])) for row in rows}
    assert stored <= pictured()


def test_the_table_of_edges_has_those_that_the_store_writes() -> None:
    written = {shape.type for shape in RELATIONSHIPS} - {"REPRINTS"}  # which nothing writes yet
    assert {codes(edge)[0] for edge, _ in table(TEXT, "edge")} == written
    assert {kind for _, kind, _ in pictured()} == written


def test_the_table_of_nodes_has_the_labels_and_keys_of_the_schema() -> None:
    unique = {match.groups() for text in schema.STATEMENTS if (match := _LABEL.search(text))}
    assert {(codes(node)[0], codes(key)[0]) for node, key, _ in table(TEXT, "node")} == unique


def test_the_table_of_nodes_has_the_properties_that_are_stored(store: Store) -> None:
    for node, key, others in table(TEXT, "node"):
        rows = store.run(f"MATCH (n:{codes(node)[0]}) UNWIND keys(n) AS name RETURN DISTINCT name")
        stored = {str(row["name"]) for row in rows}
        assert stored <= {*codes(key), *codes(others)}, node


def test_every_property_in_the_table_is_one_that_the_store_writes() -> None:
    sources = [*(ROOT / "graph/store").glob("*.py"), *(ROOT / "graph/store/queries").glob("*.cypher")]
    code = "\n".join(file.read_text(encoding="utf-8") for file in sources)
    named = {name for _, key, others in table(TEXT, "node") for name in (*codes(key), *codes(others))}
    missing = {name for name in named if not re.search(rf'"{name}"|\.{name}\b', code)}
    assert missing <= set(MODALITIES)  # written from the enumeration


def test_the_words_of_the_model_are_all_named() -> None:
    words = [", ".join(ACTOR_KINDS), ", ".join(ITEM_KINDS), ", ".join(RELATIONS), ", ".join(MODALITIES)]
    text = " ".join(TEXT.split())
    assert [line for line in words if line not in text] == []


def test_the_environment_variables_are_those_that_the_code_reads() -> None:
    named = set(re.findall(r"\b(?:ARMSGRAPH|NEO4J)_[A-Z]+\b", TEXT))
    sources = "\n".join(
        file.read_text(encoding="utf-8")
        for file in (*ROOT.glob("graph/store/*.py"), ROOT / "docker-compose.yml")
    )
    assert named
    assert [name for name in named if name not in sources] == []


def test_make_has_the_targets() -> None:
    makefile = document("Makefile")
    targets = set(re.findall(r"^make (\w+)", "\n".join(b.body for b in blocks(TEXT, "sh")), re.MULTILINE))
    assert targets == {"demo", "test"}
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_the_python_versions_are_those_that_it_installs_on() -> None:
    project = document("pyproject.toml")
    assert 'requires-python = ">=3.11,<3.14"' in project
    assert "Python 3.11, 3.12 or 3.13" in prose(TEXT)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_the_picture_of_the_terminal_is_what_the_commands_print(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    committed, made = ROOT / "docs/img/terminal.svg", tmp_path / "terminal.svg"
    subprocess.run(
        [sys.executable, str(ROOT / "docs/img/terminal.py"), str(made)],
        env=environment(tmp_path),
        check=True,
    )
    if request.config.getoption("--update-golden"):
        shutil.copyfile(made, committed)
    assert lines(committed) == lines(made)
    assert not re.search(r"url\(\"?https?:|href=\"https?:", committed.read_text(encoding="utf-8"))


def lines(svg: Path) -> list[str]:
    """The text of a picture of a terminal, by line; its style may differ from one rich to the next."""
    spans = re.findall(r'<text [^>]*\by="([\d.]+)"[^>]*>([^<]*)</text>', svg.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    for y, text in spans:
        found.setdefault(y, []).append(html.unescape(text).replace("\xa0", " "))
    return ["".join(parts).rstrip() for parts in found.values()]
