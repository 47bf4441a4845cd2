"""`armsgraph info`: what the store holds."""

from __future__ import annotations

import click

from graph.cli import formats, render
from graph.cli.options import format_option, store_option
from graph.cli.stores import opened
from graph.cli.tables import info_table
from graph.query import info


@click.command()
@store_option
@format_option
def command(store_location: str | None, form: str) -> None:
    """Show the engine, its location, the schema and how much the store holds.

    \b
    Example:
      armsgraph info --store my.store
    """
    with opened(store_location) as store:
        rows = list(info(store))
    if form == "json":
        formats.write_json({row.name: row.value for row in rows})
    elif form == "jsonl":
        formats.write_jsonl(rows)
    elif form == "csv":
        formats.write_csv(("name", "value"), [(row.name, row.value) for row in rows])
    else:
        render.show([info_table(rows)])
