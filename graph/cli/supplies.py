"""`armsgraph supplies`: who supplies what to whom."""

from __future__ import annotations

from typing import Any

import click

from graph.cli import formats, render
from graph.cli.options import (
    check_period,
    format_option,
    limit_option,
    min_origins_option,
    modality_option,
    since_option,
    store_option,
    until_option,
)
from graph.cli.stores import opened
from graph.cli.tables import claim_table, more
from graph.query import count_supplies, supplies

SHOWN = 100  # claims in a table


@click.command()
@click.option("--supplier", metavar="ENTITY", help="Only what this actor supplies.")
@click.option("--recipient", metavar="ENTITY", help="Only what this actor receives.")
@click.option("--item", metavar="ENTITY", help="Only this item, or items of this kind.")
@since_option
@until_option
@modality_option
@min_origins_option
@limit_option("best corroborated claims", SHOWN)
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
    limit: int | None,
    store_location: str | None,
    form: str,
) -> None:
    """List who supplies what to whom, with who said so.

    \b
    Example:
      armsgraph supplies --supplier "North Korea" --since 2024 --min-origins 2
    """
    check_period(since, until)
    most = limit or (SHOWN if form == "table" else None)
    which: dict[str, Any] = {
        "supplier": supplier,
        "recipient": recipient,
        "item": item,
        "since": since,
        "until": until,
        "modality": modality,
        "min_origins": min_origins,
    }
    with opened(store_location) as store:
        claims = supplies(store, **which, limit=most)
        if form not in ("table", "json"):
            number = formats.write_claims(claims, form)
        else:
            listed = list(claims)
            number = len(listed)
        left_out = count_supplies(store, **which) - number if number == most else 0
    if form == "json":
        formats.write_claims(listed, form)
    if form == "table" and listed:
        render.show([claim_table(listed, "supplies"), *more(left_out)])
    elif form == "table":
        render.note("no supplies found")
    elif left_out:
        render.note(f"{left_out:,} more (--limit)")
