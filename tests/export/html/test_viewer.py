"""The viewer's JavaScript: its unit tests, its types, its style."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import playwright
import pytest

ROOT = Path(__file__).resolve().parents[3]


def missing(reason: str) -> None:
    if os.environ.get("ARMSGRAPH_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def node() -> str:
    """A node of the machine, else the one that playwright brings."""
    return shutil.which("node") or str(Path(playwright.__file__).parent / "driver" / "node")


def _run(*arguments: str) -> None:
    done = subprocess.run(
        [node(), *arguments], cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _tool(*parts: str) -> str:
    path = ROOT.joinpath("node_modules", *parts)
    if not path.exists():
        missing("no node_modules: install Node and npm, then `sh requirements/node.sh`")
    return str(path)


def test_units() -> None:
    _run("--test", *(str(path) for path in sorted((ROOT / "tests" / "viewer").glob("*.test.js"))))


def test_types() -> None:
    _run(_tool("typescript", "bin", "tsc"), "--project", "tests/viewer")


def test_style() -> None:
    _run(_tool("eslint", "bin", "eslint.js"), "graph/export/viewer", "tests/viewer")
