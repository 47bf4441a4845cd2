"""`armsgraph serve`: the explorer in a browser, for a store of any size."""

from __future__ import annotations

import webbrowser
from contextlib import suppress
from urllib.parse import quote

import click

from graph.cli import render
from graph.cli.options import (
    check_period,
    lang_option,
    min_origins_option,
    modality_option,
    relations_option,
    since_option,
    store_option,
    until_option,
)
from graph.cli.stores import opened
from graph.model import Relation
from graph.query import find_entity

PORT = 8734
_MOST = 1500  # claims that the page draws


@click.command()
@click.option(
    "--port",
    type=click.IntRange(min=0, max=65535),
    default=PORT,
    show_default=True,
    metavar="N",
    help="Port of this machine; 0: any that is free.",
)
@click.option("--open/--no-open", "browse", default=False, help="Open it in the browser.  [default: no-open]")
@click.option("--around", metavar="ENTITY", help="Begin with this entity.")
@relations_option
@since_option
@until_option
@modality_option
@min_origins_option
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=_MOST),
    metavar="N",
    help="Begin with the N best corroborated claims.",
)
@lang_option
@store_option
def command(
    *,
    port: int,
    browse: bool,
    around: str | None,
    relations: tuple[Relation, ...],
    since: str | None,
    until: str | None,
    modality: str | None,
    min_origins: int,
    limit: int | None,
    lang: str | None,
    store_location: str | None,
) -> None:
    """Explore the graph in a browser, until Ctrl-C: the page of `export html`, for a store of any size.

    It prints its address. The page fetches what is opened, searched and filtered from this process, which
    listens on this machine alone (127.0.0.1) and only reads. The filters are those that the page begins
    with; they can be changed in it.

    \b
    Example:
      armsgraph serve
      armsgraph serve --around "North Korea" --min-origins 2 --port 0
    """
    from graph.serve import Server  # noqa: PLC0415 - heavy

    check_period(since, until)
    with opened(store_location) as store:
        centre = find_entity(store, around) if around else None
        server = Server(store, port=port, title="armsgraph", lang=lang)
        view: dict[str, list[str]] = {
            "from": [centre.id] if centre else [],
            "entity": [centre.id] if centre else [],
            "top": [str(limit)] if limit else [],
            "relation": list(relations),
            "modality": [modality] if modality else [],
            "origins": [str(min_origins)] if min_origins > 1 else [],
            "since": [since] if since else [],
            "until": [until] if until else [],
        }
        fragment = "&".join(
            f"{key}={','.join(quote(value, safe='') for value in values)}"
            for key, values in view.items()
            if values
        )
        address = f"{server.address}#{fragment}" if fragment else server.address
        with suppress(KeyboardInterrupt):  # how it ends
            render.note("listening on this machine alone; Ctrl-C ends it")
            click.echo(address)
            if browse:
                webbrowser.open(address)
            server.run()
