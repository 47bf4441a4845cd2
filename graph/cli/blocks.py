"""What a command prints for people, before it is known where: on a terminal or into a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "heading", "quote", "faint"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of text, indented by `indent` spaces."""

    text: str
    style: Style = "plain"
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with a heading each; `right` names those whose cells are numbers.

    `narrow` says the same for a terminal on which the columns have no room: lines per row.
    """

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    right: frozenset[str] = frozenset()
    narrow: Sequence[tuple[Line, ...]] = ()

    def without_empty_columns(self) -> Table:
        """The table without the columns in which no row says anything."""
        kept = [i for i in range(len(self.columns)) if any(row[i] for row in self.rows)]
        return Table(
            tuple(self.columns[i] for i in kept),
            [tuple(row[i] for i in kept) for row in self.rows],
            self.right,
            self.narrow,
        )


Block = Line | Table
BLANK = Line("")
