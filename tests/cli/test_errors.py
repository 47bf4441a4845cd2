from __future__ import annotations

import errno
import subprocess
import sys

import click
import pytest

from graph.cli import errors
from graph.cli.errors import Failure, report_unexpected, translated
from graph.errors import InputError, UnknownEntity


def raised(error: BaseException) -> BaseException:
    """What becomes of an error."""
    try:
        with translated():
            raise error
    except BaseException as result:
        return result


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (UnknownEntity("Rusia", ("Russia",)), "armsgraph: no entity named 'Rusia'; did you mean Russia?\n"),
        (InputError("a\nb.txt", "\x1b[31mempty"), "armsgraph: a b.txt: [31mempty\n"),
        (OSError(errno.ENOSPC, "No space left on device"), "armsgraph: No space left on device\n"),
        (PermissionError(errno.EACCES, "Permission denied", "/x/y"), "armsgraph: /x/y: Permission denied\n"),
        (TimeoutError(), "armsgraph: TimeoutError\n"),
    ],
)
def test_one_line_and_status_1(error: Exception, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    failure = raised(error)
    assert isinstance(failure, Failure)
    assert failure.exit_code == 1
    failure.show()
    assert capsys.readouterr() == ("", line)


@pytest.mark.parametrize(
    ("asked", "status", "word"),
    [(KeyboardInterrupt(), 130, "interrupted"), (errors.Terminated(), 143, "terminated")],
)
def test_asked_to_end(
    asked: KeyboardInterrupt, status: int, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = raised(asked)
    assert isinstance(ended, click.exceptions.Exit)
    assert ended.exit_code == status
    assert capsys.readouterr().err == f"armsgraph: {word}; what was acknowledged is kept\n"


def test_what_breaks_when_one_asks_for_the_end_is_not_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A driver that Ctrl-C has caught while it packs a message cannot send that it gives up."""
    broken = BufferError("object cannot be re-sized")
    broken.__context__ = errors.Terminated()
    ended = raised(broken)
    assert isinstance(ended, click.exceptions.Exit)
    assert ended.exit_code == 143
    assert capsys.readouterr().err == "armsgraph: terminated; what was acknowledged is kept\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("asked", "status", "word"), [("SIGINT", 130, "interrupted"), ("SIGTERM", 143, "terminated")]
)
def test_asked_to_end_while_an_object_is_taken_away(asked: str, status: int, word: str) -> None:
    """Where Python drops every exception: a driver's sessions do some work there."""
    code = (
        "import os, signal, time\n"
        "import graph.cli.main as command\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "class Session:\n"
        f"    def __del__(self): os.kill(os.getpid(), signal.{asked}); time.sleep(0)\n"
        "def work(prog_name): Session(); time.sleep(50)\n"
        "command.cli.main = work\n"
        "command.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        status,
        f"armsgraph: {word}; what was acknowledged is kept\n",
    )


def test_a_fault_of_ours_is_neither_hidden_nor_renamed() -> None:
    fault = KeyError("x")
    assert raised(fault) is fault


def test_a_fault_of_ours_is_one_line_until_one_asks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(errors.TRACEBACK_VARIABLE, raising=False)
    assert report_unexpected(KeyError("x\ny")) == 1
    shown = capsys.readouterr().err
    assert shown.startswith("armsgraph: internal error, KeyError: ")
    assert shown.count("\n") == 1
    monkeypatch.setenv(errors.TRACEBACK_VARIABLE, "1")
    assert report_unexpected(KeyError("x")) == 1
    assert capsys.readouterr().err.startswith("KeyError: 'x'")
