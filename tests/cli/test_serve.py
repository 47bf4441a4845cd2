"""`armsgraph serve` as a command: its line, its port, its end, the store that it holds."""

from __future__ import annotations

import os
import signal
import socket
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.serve.conftest import serving


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_address_and_ends_when_asked(store: str, tmp_path: Path, asked: signal.Signals) -> None:
    with serving(store, tmp_path) as (address, process):
        assert address.startswith("http://127.0.0.1:")
        os.kill(process.pid, asked)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, "")
    assert err == "listening on this machine alone; Ctrl-C ends it\n"


def test_the_filters_are_what_the_page_begins_with(store: str, tmp_path: Path) -> None:
    begin = ("--around", "DVRK", "--relation", "supplies", "--relation", "produces", "--limit", "9")
    more = ("--since", "2024", "--until", "2025-06", "--modality", "denied", "--min-origins", "2")
    with serving(store, tmp_path, *begin, *more) as (address, _):
        assert address.partition("#")[2] == (
            "from=north-korea&entity=north-korea&top=9&relation=supplies,produces&modality=denied"
            "&origins=2&since=2024&until=2025-06"
        )


def test_others_may_read_meanwhile_but_not_write(armsgraph: Run, store: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Iran delivered 40 drones to Russia.", encoding="utf-8")
    with serving(store, tmp_path):
        assert armsgraph("info", "--store", store).returncode == 0
        refused = armsgraph("load", "--store", store, "a.txt")
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].endswith("has the store open; try again when it is done")


def test_a_taken_port_is_one_line(armsgraph: Run, store: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = armsgraph("serve", "--store", store, "--port", str(port))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        f"armsgraph: port {port} of this machine is taken; --port 0 takes any that is free\n"
    )


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        (("--around", "Rusia"), 1, "armsgraph: no entity named 'Rusia'; did you mean"),
        (("--limit", "0"), 2, "Error: Invalid value for '--limit'"),
        (("--limit", "1501"), 2, "Error: Invalid value for '--limit'"),
        (("--port", "65536"), 2, "Error: Invalid value for '--port'"),
        (("--since", "2025", "--until", "2024"), 2, "Error: --since 2025 lies after --until 2024"),
    ],
)
def test_wrong_use(armsgraph: Run, store: str, arguments: tuple[str, ...], status: int, line: str) -> None:
    result = armsgraph("serve", "--store", store, "--port", "0", *arguments)
    assert (result.returncode, result.stdout) == (status, "")
    assert line in result.stderr


def test_no_store_is_one_line(armsgraph: Run, tmp_path: Path) -> None:
    result = armsgraph("serve", "--store", str(tmp_path / "none"), "--port", "0")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert "there is no store here" in result.stderr
