"""`armsgraph path`: how two entities are connected."""

from __future__ import annotations

import click

from graph.cli import formats, render
from graph.cli.options import format_option, limit_option, store_option
from graph.cli.stores import opened
from graph.cli.tables import path_blocks
from graph.export.csv import COLUMNS, Cell, claim_cells
from graph.query import find_entity, path
from graph.query.rows import PathStep

EACH = 10  # assertions of a step in a table


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option(
    "--max-hops",
    type=click.IntRange(1, 20),
    default=6,
    show_default=True,
    metavar="N",
    help="Give up on connections of more than N claims.",
)
@limit_option("first published assertions of each step", EACH)
@store_option
@format_option
def command(
    *, start: str, end: str, max_hops: int, limit: int | None, store_location: str | None, form: str
) -> None:
    """Show how A and B are connected, with the evidence of each step.

    \b
    Example:
      armsgraph path Iran "North Korea"
    """
    most = limit or (EACH if form == "table" else None)
    with opened(store_location) as store:
        source, target = find_entity(store, start), find_entity(store, end)
        steps = list(path(store, source, target, max_hops=max_hops, limit=most))
    left_out = sum({step.claim.claim: step.claim.assertions - len(step.evidence) for step in steps}.values())
    if form == "csv":
        header = ("step", "source_id", "source", "target_id", "target", *COLUMNS)
        formats.write_csv(header, (_cells(number, step) for number, step in enumerate(steps, start=1)))
    elif form != "table":
        formats.write_rows(steps, form)
        if left_out:
            render.note(f"{left_out:,} more (--limit)")
    elif steps:
        render.show(path_blocks(steps))
    elif source == target:
        render.note(f"{start} and {end} are the same: {source.name}")
    else:
        render.note(f"no connection of at most {max_hops} claims between {source.name} and {target.name}")


def _cells(number: int, step: PathStep) -> tuple[Cell, ...]:
    source, target = step.source, step.target
    return (number, source.id, source.name, target.id, target.name, *claim_cells(step.claim))
