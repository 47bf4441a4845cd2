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
_COLUMN_GAP = 2


def print_blocks(blocks: Iterable[Block], console: Console | None = None) -> None:
    """Print the blocks; texts are never read as markup."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    for block in blocks:
        if isinstance(block, Line):
            text = Text(one_line(block.text), style=_STYLES[block.style], overflow="fold")
            console.print(Padding(text, (0, 0, 0, block.indent)))
        elif _fits(block, console.width):
            console.print(_table(block))
        else:
            _print_records(block, console)


def _fits(table: Table, width: int) -> bool:
    """Whether no word has to be broken to bring the table into the width."""
    needed = 0
    for i, column in enumerate(table.columns):
        words = [column, *(word for row in table.rows for word in one_line(row[i]).split())]
        needed += max(map(cell_len, words)) + _COLUMN_GAP
    return needed <= width


def _table(block: Table) -> RichTable:
    table = RichTable(box=box.SIMPLE_HEAD, padding=(0, _COLUMN_GAP, 0, 0), pad_edge=False, show_edge=False)
    for column in block.columns:
        right = column in block.right
        table.add_column(Text(column), justify="right" if right else "left", overflow="fold")
    for row in block.rows:
        table.add_row(*(Text(one_line(cell), overflow="fold") for cell in row))
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
