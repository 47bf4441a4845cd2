"""Prints blocks: with rich on a terminal, as plain aligned text anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import zip_longest

import click

from graph.cli.blocks import Block, Line, Table
from graph.cli.safe import one_line

_GAP = "  "


def show(blocks: Iterable[Block]) -> None:
    """Print the blocks to stdout."""
    if sys.stdout.isatty():
        from graph.cli.terminal import print_blocks  # noqa: PLC0415 - rich only where it is used

        print_blocks(blocks)
        return
    for block in blocks:
        for line in plain_lines(block):
            click.echo(line)


def note(text: str) -> None:
    """Say something that is not part of the answer: on stderr."""
    click.echo(one_line(text), err=True)


def plain_lines(block: Block) -> list[str]:
    """The block as text without colours, the same whatever the terminal's width.

    >>> plain_lines(Table(("who", "n"), [("Iran", "2")], frozenset({"n"})))
    ['who   n', 'Iran  2']
    """
    if isinstance(block, Line):
        return [" " * block.indent + one_line(block.text)] if block.text else [""]
    lines = [block.columns, *(tuple(map(one_line, row)) for row in block.rows)]
    widths = [max(map(len, column)) for column in zip_longest(*lines, fillvalue="")]
    return [_aligned(line, widths, block) for line in lines]


def _aligned(cells: tuple[str, ...], widths: list[int], table: Table) -> str:
    padded = (
        cell.rjust(width) if column in table.right else cell.ljust(width)
        for cell, width, column in zip(cells, widths, table.columns, strict=True)
    )
    return _GAP.join(padded).rstrip()
