"""Prints blocks on a terminal: tables that wrap within its width, and cut nothing."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from graph.cli.blocks import Block, Line, Table
from graph.cli.safe import one_line

_STYLES = {"plain": "", "heading": "bold", "quote": "italic", "faint": "dim"}
_COLUMN_GAP = 2  # one column of padding and one for the box's divider


def print_blocks(blocks: Iterable[Block], console: Console | None = None) -> None:
    """Print the blocks; texts are never read as markup."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    for block in blocks:
        if isinstance(block, Line):
            text = Text(one_line(block.text), style=_STYLES[block.style], overflow="fold")
            console.print(Padding(text, (0, 0, 0, block.indent)))
        elif widths := column_widths(block, console.width):
            console.print(_table(block, widths))
        elif block.narrow:
            print_blocks((line for lines in block.narrow for line in lines), console)
        else:
            _print_records(block, console)


def column_widths(table: Table, width: int) -> list[int]:
    """Widths at which no word is broken, or none where the table has no such room.

    rich would narrow the widest column first, though it may hold one long word.
    """
    columns = [[heading, *cells] for heading, *cells in zip(table.columns, *_shown(table), strict=True)]
    widths = [max(cell_len(word) for cell in column for word in cell.split() or [""]) for column in columns]
    natural = [max(map(cell_len, column)) for column in columns]
    spare = width - sum(widths) - _COLUMN_GAP * (len(columns) - 1)
    if spare < 0:
        return []
    while spare and widths != natural:
        tightest = max(range(len(columns)), key=lambda i: natural[i] / max(widths[i], 1))
        widths[tightest] += 1
        spare -= 1
    return widths


def _shown(table: Table) -> list[list[str]]:
    return [[one_line(cell) for cell in row] for row in table.rows]


def _table(block: Table, widths: list[int]) -> RichTable:
    table = RichTable(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for column, width in zip(block.columns, widths, strict=True):
        right = column in block.right
        table.add_column(Text(column), justify="right" if right else "left", overflow="fold", width=width)
    for row in _shown(block):
        table.add_row(*(Text(cell, overflow="fold") for cell in row))
    return table


def _print_records(block: Table, console: Console) -> None:
    """A table too wide for the terminal, as one small list per row."""
    label_width = max(map(cell_len, block.columns))
    for number, row in enumerate(block.rows):
        if number:
            console.print()
        grid = RichTable.grid(padding=(0, _COLUMN_GAP, 0, 0))
        grid.add_column(width=label_width, style="dim", overflow="fold")
        grid.add_column(overflow="fold")
        for column, cell in zip(block.columns, row, strict=True):
            if cell:
                grid.add_row(Text(column), Text(one_line(cell), overflow="fold"))
        console.print(grid)
