from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.filled import fill

Golden = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file under golden/, or write the file (--update-golden)."""
    folder = Path(__file__).parent / "golden"

    def check(name: str, text: str) -> None:
        file = folder / name
        if request.config.getoption("--update-golden"):
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8")

    return check


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An embedded store with a few articles, for tests that only read."""
    location = str(tmp_path_factory.mktemp("cli") / "a store")
    fill(location)
    return location


@pytest.fixture
def armsgraph(tmp_path: Path) -> Run:
    """Run the command as a process of its own; nothing of the user's settings counts."""

    def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *arguments],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            env=environment(tmp_path) | variables,
            cwd=tmp_path,
        )

    return run


COMMAND = (sys.executable, "-m", "graph.cli.main")


def environment(home: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ARMSGRAPH_", "NEO4J_", "XDG_"))
    }
    kept.pop("COLUMNS", None)
    return kept | {"HOME": str(home), "PYTHONUTF8": "1"}


def heed_interrupts() -> None:
    """In a new process: Ctrl-C counts, even where the tests run in the background and ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
