"""`armsgraph evidence`: every assertion of a claim."""

from __future__ import annotations

import click

from graph.cli import formats, render
from graph.cli.options import format_option, limit_option, store_option
from graph.cli.stores import opened
from graph.cli.tables import evidence_document
from graph.query import claim_found, evidence

SHOWN = 50  # assertions in a table


@click.command()
@click.argument("claim")
@limit_option("first published assertions", SHOWN)
@store_option
@format_option
def command(claim: str, limit: int | None, store_location: str | None, form: str) -> None:
    """Show every assertion of CLAIM: the words, the article, the speaker, the origin.

    CLAIM is an id as `supplies` and `show` print it.

    \b
    Example:
      armsgraph evidence 3f1c0a9b2d4e5f607182
    """
    most = limit or (SHOWN if form == "table" else None)
    with opened(store_location) as store:
        found = claim_found(store, claim)
        rows = evidence(store, found.claim, limit=most)
        if form == "csv":
            formats.write_csv(formats.EVIDENCE_COLUMNS, map(formats.evidence_cells, rows))
        elif form == "jsonl":
            formats.write_rows(rows, form)
        else:
            listed = list(rows)
    if form == "json":
        formats.write_rows(listed, form)
    if form == "table":
        render.show(evidence_document(found, listed))
    elif most is not None and found.assertions > most:
        render.note(f"{found.assertions - most:,} more (--limit)")
