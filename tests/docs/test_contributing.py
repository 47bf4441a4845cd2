"""CONTRIBUTING.md: each recipe, followed in a copy of the code, does what it says, in one file."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from graph.extract.protocol import LANGUAGES
from tests.docs.documents import ROOT, blocks, document
from tests.docs.shell import Shell, shown

TEXT = document("CONTRIBUTING.md")


def section(heading: str) -> str:
    text = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert text
    return text


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell in an empty folder, on a copy of the code."""
    tree, folder = tmp_path / "tree", tmp_path / "folder"
    for package in ("graph", "loaders", "seeds"):
        shutil.copytree(ROOT / package, tree / package, ignore=shutil.ignore_patterns("__pycache__"))
    folder.mkdir()
    return Shell(folder, tree)


def check_commands(shell: Shell, text: str) -> None:
    commands = [command for found in blocks(text, "console") for command in shown(found.body)]
    assert commands
    for command in commands:
        shell.check(command)


def test_a_weapon_takes_one_entry(shell: Shell) -> None:
    text = section("Add a weapon")
    [entry] = blocks(text, "yaml")
    schema = yaml.safe_load((ROOT / "tests/seeds/schema.yaml").read_text(encoding="utf-8"))
    [weapon] = yaml.safe_load(entry.body)
    jsonschema.validate(weapon, {"$defs": schema["$defs"], **schema["items"]})
    (shell.tree / entry.name).write_text(entry.body, encoding="utf-8")
    check_commands(shell, text)


def test_a_verb_takes_one_word(shell: Shell) -> None:
    text = section("Add a verb")
    for language, word in (("en", "funnel"), ("de", "zu|spielen")):
        assert f"`{word}`" in text
        file = shell.tree / f"seeds/lexicon/{language}/frames.yaml"
        before = file.read_text(encoding="utf-8")
        assert word not in before
        file.write_text(before.replace("  give: [", f"  give: [{word}, ", 1), encoding="utf-8")
    check_commands(shell, text)


def test_a_loader_takes_one_file(shell: Shell) -> None:
    [loader] = blocks(section("Add a loader"), "python")
    ast.parse(loader.body)
    (shell.tree / loader.name).write_text(loader.body, encoding="utf-8")
    texts = (
        "The Iranian government sent 40 drones to Russia.",
        "Nordkorea hat Russland 120 Haubitzen geliefert.",
    )
    (shell.folder / "week.clip").write_text("\n=====\n".join(texts), encoding="utf-8")
    result = shell.run("armsgraph load --store s week.clip && armsgraph supplies --store s")
    assert result.returncode == 0, result.stdout
    assert "2 new" in result.stdout
    assert re.search(r"^Iran +drones +Russia +40 ", result.stdout, re.MULTILINE)
    assert re.search(r"^North Korea +howitzers +Russia +120 ", result.stdout, re.MULTILINE)


def test_what_lists_the_stages_that_ask_for_the_language(shell: Shell) -> None:
    check_commands(Shell(shell.tree, shell.tree), section("Add a language"))


def test_every_language_that_is_understood_has_the_word_lists_of_english() -> None:
    lists = {
        language: {file.name for file in (ROOT / "seeds/lexicon" / language).iterdir()}
        for language in LANGUAGES
    }
    assert [language for language, files in lists.items() if not lists["en"] <= files] == []
