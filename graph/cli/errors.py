"""What went wrong, as a person should read it: one line on stderr and an exit status.

0 done    1 an error    2 wrong usage    130 interrupted    141 nobody reads our output any more
143 terminated
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import click

from graph.cli.safe import one_line
from graph.errors import ArmsgraphError

INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143
TRACEBACK_VARIABLE = "ARMSGRAPH_TRACEBACK"


class Failure(click.ClickException):
    """An error shown as one line: `armsgraph: what is wrong`."""

    exit_code = 1

    def show(self, file: IO[str] | None = None) -> None:
        """Print the line to stderr."""
        click.echo(f"armsgraph: {one_line(self.message)}", file=file or sys.stderr)


class Terminated(KeyboardInterrupt):
    """SIGTERM, which ends what Ctrl-C ends, and as tidily."""


@contextmanager
def translated() -> Iterator[None]:
    """Turn the errors that armsgraph and the system raise into a line and an exit status."""
    try:
        with _interrupt_first():
            yield
    except Terminated:
        click.echo("armsgraph: terminated; what was acknowledged is kept", err=True)
        raise click.exceptions.Exit(TERMINATED) from None
    except KeyboardInterrupt:
        click.echo("armsgraph: interrupted; what was acknowledged is kept", err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _silence_output()
        raise click.exceptions.Exit(BROKEN_PIPE) from None
    except ArmsgraphError as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(describe(error)) from error


@contextmanager
def _interrupt_first() -> Iterator[None]:
    """Ctrl-C stays Ctrl-C, whatever a library raises that it has caught in the middle of something."""
    try:
        yield
    except Exception as error:
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, KeyboardInterrupt):
                raise cause from None
            cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
        raise


def describe(error: OSError) -> str:
    """An OSError without its number.

    >>> describe(FileNotFoundError(2, "No such file or directory", "a.txt"))
    'a.txt: No such file or directory'
    """
    reason = error.strerror or str(error) or type(error).__name__
    return reason if error.filename is None else f"{os.fsdecode(error.filename)}: {reason}"


def report_unexpected(error: Exception) -> int:
    """Say in one line that armsgraph itself is at fault; give the exit status."""
    if os.environ.get(TRACEBACK_VARIABLE):
        traceback.print_exception(error)
        return 1
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    click.echo(
        f"armsgraph: internal error, {one_line(what)} (set {TRACEBACK_VARIABLE}=1 to see where)", err=True
    )
    return 1


def _silence_output() -> None:
    # The interpreter flushes stdout once more when it ends, which would raise again.
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):  # not a real file, as in tests
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
