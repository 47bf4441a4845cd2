"""`armsgraph show`: an entity's connections."""

from __future__ import annotations

import click

from graph.cli import formats, render
from graph.cli.options import format_option, store_option
from graph.cli.stores import opened
from graph.cli.tables import entity_blocks
from graph.query import entity, find_entity, show, supplies


@click.command()
@click.argument("name", metavar="ENTITY")
@store_option
@format_option
def command(name: str, store_location: str | None, form: str) -> None:
    """Show what ENTITY supplies, receives, produces, ... and who said so.

    ENTITY is an id, a name or any other name of it; case and accents do not matter.

    \b
    Example:
      armsgraph show "North Korea"
      armsgraph show pjöngjang --format json
    """
    with opened(store_location) as store:
        found = find_entity(store, name)
        about = entity(store, found)
        claims = list(show(store, found))
        look_on = form == "table" and not claims and found.label == "Item"
        of_kinds = sum(1 for _ in supplies(store, item=found)) if look_on else 0
    if form == "json":
        counts = dict(about.claims)
        formats.write_json(
            {"entity": about.entity, "aliases": about.aliases, "counts": counts, "claims": claims}
        )
    elif form != "table":
        formats.write_claims(claims, form)
    else:
        render.show(entity_blocks(about, claims, of_kinds))
