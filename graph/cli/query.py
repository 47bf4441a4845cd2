"""`armsgraph query`: any Cypher, and saved queries."""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Generator, Iterable
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import cast

import click

from graph.cli import formats, render
from graph.cli.blocks import Line, Table
from graph.cli.options import format_option, limit_option, store_option
from graph.cli.stores import opened
from graph.errors import InputError
from graph.query import saved
from graph.query.query_file import QueryFile, read
from graph.store import Row, Store, Value
from graph.store.misnamed import misnamed

SHOWN = 100  # rows in a table


class Parameter(click.ParamType[tuple[str, object]]):
    """`name=value`; the value is JSON where it can be read as such, else a text."""

    name = "parameter"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, object]:
        """Split and read the value."""
        if isinstance(value, tuple):
            return value
        key, separator, text = str(value).partition("=")
        if not separator or not key.strip():
            self.fail(f"{value!r} is not of the form name=value.", param, ctx)
        try:
            return key.strip().removeprefix("$"), json.loads(text, parse_constant=_no_number)
        except (ValueError, RecursionError):
            return key.strip().removeprefix("$"), text


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no JSON")  # Python would read NaN and Infinity, which no format holds


@click.command()
@click.argument("cypher", required=False)
@click.option("--saved", "name", metavar="NAME", help="Run the saved query of this name.")
@click.option("--file", "path", type=click.Path(path_type=Path), help="Run the query in this file.")
@click.option("--list", "listed", is_flag=True, help="List the saved queries with their parameters.")
@click.option(
    "--param",
    "-p",
    "parameters",
    multiple=True,
    type=Parameter(),
    metavar="NAME=VALUE",
    help="A parameter of the query; the value is JSON (5, true, [1, 2]), else a text. Repeatable.",
)
@click.option(
    "--queries",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Your own saved queries, *.cypher. Else $ARMSGRAPH_QUERIES, else a folder of your settings.",
)
@click.option("--write", is_flag=True, help="Allow the query to change the store.")
@limit_option("first rows", SHOWN, told="whether there are more")
@store_option
@format_option
def command(
    *,
    cypher: str | None,
    name: str | None,
    path: Path | None,
    listed: bool,
    parameters: tuple[tuple[str, object], ...],
    folder: Path | None,
    write: bool,
    limit: int | None,
    store_location: str | None,
    form: str,
) -> None:
    """Run CYPHER, or a saved query, and print its rows; "-" reads CYPHER from standard input.

    Nothing is changed unless --write is given.

    \b
    Example:
      armsgraph query 'MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor {id: $to})
        RETURN a.name, s.origins' --param to=russia
      armsgraph query --list
      armsgraph query --saved supply-chain --param supplier=Iran
    """
    if sum((cypher is not None, name is not None, path is not None, listed)) != 1:
        raise click.UsageError("give one of CYPHER, --saved, --file and --list")
    if listed:
        _list(_own(folder), form)
        return
    given: dict[str, object] = dict(parameters)
    query = None
    if cypher is None:
        query = saved.saved(name, _own(folder)) if name is not None else read(cast(Path, path))
        saved.check(query, given)
    text = query.text if query else _typed(cast(str, cypher))
    most = limit or (SHOWN if form == "table" else None)
    with opened(store_location, write=write) as store:
        given = saved.arguments(query, given, store) if query else given
        with closing(_rows(store, text, given, write=write)) as rows:
            shown: Iterable[Row] = islice(rows, most)
            if form in ("table", "json"):
                shown = list(shown)
            else:
                _print(shown, form)
            # The query is nobody's to rewrite: that there are more rows shows in the next one alone.
            cut = most is not None and next(rows, None) is not None
        unknown = [] if write else misnamed(store, text)
    if form in ("table", "json"):
        _print(shown, form)
    for line in unknown:
        render.note(line)
    if cut and form == "table":
        render.show([Line("and more (--limit)", "faint")])
    elif cut:
        render.note("more (--limit)")


def _typed(cypher: str) -> str:
    """The query as it was given, or from standard input."""
    text = sys.stdin.read() if cypher == "-" else cypher
    if not text.strip():
        raise click.UsageError("the query is empty")
    return text


def _rows(store: Store, query: str, given: dict[str, object], *, write: bool) -> Generator[Row]:
    """The rows as they come; those of a query that writes when all is written."""
    yield from store.run_write(query, given) if write else store.stream(query, given)


def _own(folder: Path | None) -> Path | None:
    """The folder of the user's own queries; one that nobody named need not be there."""
    if folder is not None or os.environ.get(saved.VARIABLE):
        return folder or saved.own_folder()
    return usual if (usual := saved.own_folder()).is_dir() else None


def _list(folder: Path | None, form: str) -> None:
    """Print every saved query; one that cannot be read is told on stderr, and the others go on."""
    queries = []
    for path in saved.paths(folder).values():
        try:
            queries.append(read(path))
        except InputError as error:
            render.note(str(error))
    _print([_listed(query, form) for query in queries], form)


def _listed(query: QueryFile, form: str) -> Row:
    told = (p.name if p.default is None else f"{p.name}={p.default}" for p in query.parameters)
    row: Row = {
        "name": query.name,
        "parameters": " ".join(told),
        "answers": query.about,
        "from": "armsgraph" if query.path.parent == saved.PACKAGED else str(query.path),
    }
    return row if form == "table" else {**row, "cypher": query.text}


def _print(found: Iterable[Row], form: str) -> None:
    rows = iter(found)
    first = list(islice(rows, 1))
    columns = tuple(first[0]) if first else ()
    rows = chain(first, rows)
    if form in ("json", "jsonl"):
        formats.write_rows(rows, form)
    elif form == "csv":
        formats.write_csv(columns, ([_cell(row[column]) for column in columns] for row in rows))
    elif first:
        listed = list(rows)
        numbers = frozenset(c for c in columns if all(_is_number(row[c]) for row in listed))
        cells = [tuple(_text(row[column]) for column in columns) for row in listed]
        render.show([Table(columns, cells, numbers)])
    else:
        render.note("no rows")


def _cell(value: Value) -> str | int | float | bool | None:
    if isinstance(value, list | dict):
        return json.dumps(formats.plain(value), ensure_ascii=False)
    return value if not isinstance(value, float) or math.isfinite(value) else str(formats.plain(value))


def _text(value: Value) -> str:
    if value is None:
        return ""
    told = formats.plain(value)
    return told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
