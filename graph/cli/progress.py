"""Says on stderr how far a long command is: a moving line on a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Protocol, Self

import click

from graph.cli.safe import one_line

_SECONDS_BETWEEN_LINES = 10.0


class Progress(Protocol):
    """Counts what is done; `note` prints a line that stays."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def step(self, what: str) -> None:
        """One more is done; `what` names it."""
        ...

    def note(self, text: str) -> None:
        """Print a line."""
        ...


def progress(noun: str) -> Progress:
    """Progress in `noun` ("articles"), fit for what stderr is."""
    if sys.stderr.isatty():
        from graph.cli.spinner import Spinner  # noqa: PLC0415 - rich only where it is used

        return Spinner(noun)
    return Lines(noun)


class Lines:
    """A plain line where nothing else was said for ten seconds."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._done = 0
        self._said = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def step(self, what: str) -> None:
        """Count; say so when the last line is long ago."""
        self._done += 1
        now = time.monotonic()
        if now - self._said >= _SECONDS_BETWEEN_LINES:
            self.note(f"{self._done:,} {self._noun} so far")

    def note(self, text: str) -> None:
        """Print a line to stderr."""
        self._said = time.monotonic()
        click.echo(one_line(text), err=True)
