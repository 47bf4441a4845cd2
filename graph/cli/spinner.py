"""Progress on a terminal: a spinner with a count, the time and what was done last."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress as RichProgress
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Column
from rich.text import Text

from graph.cli.safe import one_line


class Spinner:
    """Counts on one moving line, which disappears at the end."""

    def __init__(self, noun: str, console: Console | None = None) -> None:
        self._bar = RichProgress(
            SpinnerColumn(),
            TextColumn("{task.completed:,.0f} {task.fields[noun]}"),
            TimeElapsedColumn(),
            # The name of what was done last may be cut: it stays in the way of nothing.
            TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, ratio=1)),
            console=console or Console(stderr=True, highlight=False, markup=False, emoji=False),
            transient=True,
            expand=True,
        )
        self._task = self._bar.add_task("", total=None, noun=noun)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def step(self, what: str) -> None:
        """Count, and show the name."""
        self._bar.update(self._task, advance=1, description=one_line(what))

    def note(self, text: str) -> None:
        """Print a line above the moving one."""
        self._bar.console.print(Text(one_line(text), overflow="fold"), soft_wrap=True)
