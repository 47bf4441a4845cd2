"""`armsgraph forget`: takes articles out of the graph."""

from __future__ import annotations

import click

from graph.cli import formats
from graph.cli.options import format_option, store_option
from graph.cli.safe import one_line
from graph.cli.stores import opened
from graph.cli.wording import count
from graph.query.known import FoundArticle, find_articles

COLUMNS = ("id", "source", "title", "assertions")


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@store_option
@format_option
def command(articles: tuple[str, ...], store_location: str | None, form: str) -> None:
    """Take articles out of the graph, with all that is there because of them.

    ARTICLE is an id, or the path or the address that it was loaded from. What other articles
    state as well stays, and is counted anew. All of them go, or none.

    \b
    Example:
      armsgraph forget articles/retracted.html
      armsgraph forget https://news.example/a.html
    """
    with opened(store_location, write=True) as store:
        found: dict[str, FoundArticle] = {}
        for named in articles:
            found.update((one.id, one) for one in find_articles(store, named))
        store.forget(list(found))
    if form == "csv":
        cells = ((one.id, one.source, one.title, one.assertions) for one in found.values())
        formats.write_csv(COLUMNS, cells)
    elif form != "table":
        formats.write_rows(list(found.values()), form)
    else:
        for one in found.values():
            click.echo(one_line(f"forgotten {one.source}: {count(one.assertions, 'assertion')}"))
