"""The scripts that `make` calls: in a folder with a space, twice, and with no Python that fits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _sh(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ARMSGRAPH_", "NEO4J_", "PYTHON"))}
    return subprocess.run(
        ["/bin/sh", *command],
        cwd=cwd,
        env=kept | variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=280,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the scripts, two articles, and the command as it is installed here."""
    folder = tmp_path / "a check out"
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "armsgraph").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -P -m graph.cli.main "$@"\n'
    )
    (folder / ".venv" / "bin" / "armsgraph").chmod(0o755)
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    (folder / "seeds" / "articles").mkdir(parents=True)
    for article in sorted((ROOT / "seeds" / "articles").glob("elbtal*.txt")):
        shutil.copy(article, folder / "seeds" / "articles")
    return folder


def test_the_demo_runs_twice_and_touches_no_other_store(checkout: Path) -> None:
    other = str(checkout / "other.store")
    for _ in range(2):
        done = _sh(
            "requirements/demo.sh", cwd=checkout, ARMSGRAPH_STORE=other, NEO4J_URI="bolt://127.0.0.1:1"
        )
        assert done.returncode == 0, done.stderr
        assert "2 new, 0 changed, 0 unchanged, 0 skipped" in done.stdout, "a fresh store each time"
        assert (checkout / "demo.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert not Path(other).exists()
    assert _sh("requirements/demo.sh", "clean", cwd=checkout).returncode == 0
    assert not (checkout / "demo.store").exists()


def test_the_demo_removes_nothing_that_is_no_store(checkout: Path) -> None:
    precious = checkout / "demo.store" / "thesis.txt"
    precious.parent.mkdir()
    precious.write_text("mine")
    for arguments in ((), ("clean",)):
        done = _sh("requirements/demo.sh", *arguments, cwd=checkout)
        assert done.returncode == 1
        assert done.stderr == "armsgraph: demo.store is no armsgraph store; move it away and try again\n"
    assert precious.read_text() == "mine"


@pytest.mark.parametrize(
    ("pythons", "said"),
    [
        ({}, "needs Python 3.11, 3.12 or 3.13 (PYTHON=/path/to/python names one); found: none"),
        (
            {"python3": 'case "$2" in *exit*) exit 1;; *) echo 3.9;; esac'},
            "needs Python 3.11, 3.12 or 3.13 (PYTHON=/path/to/python names one); found: python3 is 3.9",
        ),
        (
            {"python3.12": 'case "$2" in *ensurepip*) exit 1;; esac'},
            "python3.12 has no venv module: install it (Debian, Ubuntu: apt install python3-venv)",
        ),
    ],
    ids=["none", "too old", "no venv"],
)
def test_without_a_python_that_fits_one_line_says_so(
    checkout: Path, tmp_path: Path, pythons: dict[str, str], said: str
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("cat", "cksum", "grep", "rm"):
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)
    for name, body in pythons.items():
        (programs / name).write_text(f"#!/bin/sh\n{body}\n")
        (programs / name).chmod(0o755)
    done = _sh("requirements/install.sh", "demo", cwd=checkout, PATH=str(programs))
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"armsgraph: {said}\n")
