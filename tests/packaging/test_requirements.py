"""The pinned requirements: complete, with hashes, and silent about where they come from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LISTS = {
    "demo": PROJECT["dependencies"],
    "test": [
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["dev"],
        *PROJECT["optional-dependencies"]["llm"],
    ],
}
_PIN = re.compile(
    r"^([\w.-]+)==(\S+)(?: ; .+?)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+$",
    re.MULTILINE,
)


def _text(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LISTS)
def test_every_line_is_a_pin_with_hashes(name: str) -> None:
    assert _PIN.sub("", _text(name)).strip() == "", "neither an option nor an address"


@pytest.mark.parametrize("name", LISTS)
def test_what_the_project_asks_for_is_pinned(name: str) -> None:
    pinned = {canonicalize_name(match[1]): match[2] for match in _PIN.finditer(_text(name))}
    for line in [*LISTS[name], "setuptools>=77"]:
        wanted = Requirement(line)
        version = pinned.get(canonicalize_name(wanted.name))
        assert version, f"{line}: not pinned; `make pin`"
        assert wanted.specifier.contains(version, prereleases=True), f"{line}: pinned {version}; `make pin`"


def test_the_tests_run_with_the_demos_versions() -> None:
    demo, test = ({match[1]: match[2] for match in _PIN.finditer(_text(name))} for name in LISTS)
    assert {name: test.get(name) for name in demo} == demo
