"""`armsgraph evidence`: every assertion of a claim."""

from __future__ import annotations

import click

from graph.cli import formats, render
from graph.cli.options import format_option, store_option
from graph.cli.stores import opened
from graph.cli.tables import evidence_document
from graph.query import evidence


@click.command()
@click.argument("claim")
@store_option
@format_option
def command(claim: str, store_location: str | None, form: str) -> None:
    """Show every assertion of CLAIM: the words, the article, the speaker, the origin.

    CLAIM is an id as `supplies` and `show` print it.

    \b
    Example:
      armsgraph evidence 3f1c0a9b2d4e5f607182
    """
    with opened(store_location) as store:
        rows = list(evidence(store, claim))
    if form == "csv":
        formats.write_csv(formats.EVIDENCE_COLUMNS, map(formats.evidence_cells, rows))
    elif form != "table":
        formats.write_rows(rows, form)
    else:
        render.show(evidence_document(rows))
