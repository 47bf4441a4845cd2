"""`armsgraph show`: an entity's connections."""

from __future__ import annotations

import click

from graph.cli import formats, render
from graph.cli.options import format_option, limit_option, store_option
from graph.cli.stores import opened
from graph.cli.tables import entity_blocks
from graph.query import connections, count_supplies, entity, find_entity, show

EACH = 20  # claims of a relation and direction in a table


@click.command()
@click.argument("name", metavar="ENTITY")
@limit_option("best corroborated claims of each relation and direction", EACH)
@store_option
@format_option
def command(name: str, limit: int | None, store_location: str | None, form: str) -> None:
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
        if form == "table" or limit is not None:
            groups = list(connections(store, found, limit or EACH))
            claims = list({claim.claim: claim for group in groups for claim in group.claims}.values())
            left_out = sum(group.number - len(group.claims) for group in groups)
        else:
            claims, left_out = list(show(store, found)), 0
        look_on = form == "table" and not claims and found.label == "Item"
        of_kinds = count_supplies(store, item=found) if look_on else 0
    if form == "table":
        render.show(entity_blocks(about, groups, of_kinds))
    elif form == "json":
        counts = dict(about.claims)
        formats.write_json(
            {"entity": about.entity, "aliases": about.aliases, "counts": counts, "claims": claims}
        )
    else:
        formats.write_claims(claims, form)
    if form != "table" and left_out:
        render.note(f"{left_out:,} more (--limit)")
