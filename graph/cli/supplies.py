"""`armsgraph supplies`: who supplies what to whom."""

from __future__ import annotations

import click

from graph.cli import formats, render
from graph.cli.options import (
    check_period,
    format_option,
    min_origins_option,
    modality_option,
    since_option,
    store_option,
    until_option,
)
from graph.cli.stores import opened
from graph.cli.tables import claim_table
from graph.query import supplies


@click.command()
@click.option("--supplier", metavar="ENTITY", help="Only what this actor supplies.")
@click.option("--recipient", metavar="ENTITY", help="Only what this actor receives.")
@click.option("--item", metavar="ENTITY", help="Only this item, or items of this kind.")
@since_option
@until_option
@modality_option
@min_origins_option
@store_option
@format_option
def command(
    *,
    supplier: str | None,
    recipient: str | None,
    item: str | None,
    since: str | None,
    until: str | None,
    modality: str | None,
    min_origins: int,
    store_location: str | None,
    form: str,
) -> None:
    """List who supplies what to whom, with who said so.

    \b
    Example:
      armsgraph supplies --supplier "North Korea" --since 2024 --min-origins 2
    """
    check_period(since, until)
    with opened(store_location) as store:
        claims = list(
            supplies(
                store,
                supplier=supplier,
                recipient=recipient,
                item=item,
                since=since,
                until=until,
                modality=modality,
                min_origins=min_origins,
            )
        )
    if form != "table":
        formats.write_claims(claims, form)
    elif claims:
        render.show([claim_table(claims, "supplies")])
    else:
        render.note("no supplies found")
