"""The command as a process: exit status, pipes, terminals, signals."""

from __future__ import annotations

import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Run, environment

if sys.platform == "win32":
    pytest.skip("pipes and terminals of POSIX", allow_module_level=True)

import fcntl

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def test_done(armsgraph: Run, store: str) -> None:
    result = armsgraph("supplies", "--store", store)
    assert (result.returncode, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout


def test_the_width_of_the_terminal_does_not_count_in_a_pipe(armsgraph: Run, store: str) -> None:
    narrow = armsgraph("supplies", "--store", store, COLUMNS="20")
    assert narrow.stdout == armsgraph("supplies", "--store", store, COLUMNS="200").stdout


def test_an_error_is_one_line(armsgraph: Run, tmp_path: Path) -> None:
    result = armsgraph("info", "--store", str(tmp_path / "nothing here"))
    assert (result.returncode, result.stdout) == (1, "")
    assert re.fullmatch(r"armsgraph: .*nothing here.*\n", result.stderr)


def test_the_environment_names_the_store(armsgraph: Run, store: str) -> None:
    assert armsgraph("info", ARMSGRAPH_STORE=store).returncode == 0


def test_the_default_store_is_in_the_users_folder(armsgraph: Run, tmp_path: Path) -> None:
    result = armsgraph("info", XDG_DATA_HOME=str(tmp_path / "data"))
    assert result.returncode == 1
    assert str(tmp_path) in result.stderr


def test_an_unreachable_server_is_one_line(armsgraph: Run) -> None:
    result = armsgraph("info", "--store", "bolt://127.0.0.1:1")
    assert result.returncode == 1
    assert re.fullmatch(r"armsgraph: .*\n", result.stderr)


@pytest.mark.parametrize("arguments", [["nope"], ["show"], ["supplies", "--min-origins", "0"], ["--nope"]])
def test_wrong_usage(armsgraph: Run, arguments: list[str]) -> None:
    result = armsgraph(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: armsgraph")


def test_version(armsgraph: Run) -> None:
    assert re.fullmatch(r"armsgraph, version \d\S*\n", armsgraph("--version").stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["supplies"],
        ["show", "russia", "--format", "json"],
        ["query", "UNWIND range(1, 50000) AS n RETURN n"],
        ["query", "UNWIND range(1, 50000) AS n RETURN n", "--format", "csv"],
        ["export", "csv", "-"],
        ["export", "jsonl", "-"],
    ],
    ids=" ".join,
)
def test_a_reader_that_has_gone_away_is_no_error(tmp_path: Path, store: str, arguments: list[str]) -> None:
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path) | {"ARMSGRAPH_STORE": store},
        cwd=tmp_path,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 141


def test_a_full_disk_is_one_line(tmp_path: Path, store: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [*COMMAND, "supplies", "--store", store],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
            check=False,
        )
    assert (process.returncode, process.stderr) == (1, b"armsgraph: No space left on device\n")


def test_without_any_output(tmp_path: Path, store: str) -> None:
    shell = ["sh", "-c", '"$@" >&-', "sh", *COMMAND, "supplies", "--store", store]
    process = subprocess.run(shell, stderr=subprocess.PIPE, env=environment(tmp_path), check=False)
    assert (process.returncode, process.stderr) == (0, b"")


@pytest.mark.parametrize("columns", [200, 80, 32])
def test_on_a_terminal(tmp_path: Path, store: str, columns: int) -> None:
    shown = on_a_terminal(["show", "acme"], store, tmp_path, columns)
    assert "\x1b[1m" in shown  # bold headings
    plain = ESCAPES.sub("", shown)
    assert not {"\x1b", "\x07", "\u202e"} & set(plain)
    assert max(map(len, plain.splitlines())) <= columns
    assert "…" not in plain
    for word in ("M1989", "Koksan", "denied", "2023-01-05", "0dc0bee120d3"):
        assert word in plain


def test_no_colour_where_none_is_wanted(tmp_path: Path, store: str) -> None:
    shown = on_a_terminal(["show", "russia"], store, tmp_path, 100, NO_COLOR="1", TERM="dumb")
    assert "\x1b" not in shown


def on_a_terminal(arguments: list[str], store: str, home: Path, columns: int, **variables: str) -> str:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    settings = {"TERM": "xterm-256color", "ARMSGRAPH_STORE": store} | variables
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment(home) | settings
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert process.wait(60) == 0
    return shown.decode("utf-8")
