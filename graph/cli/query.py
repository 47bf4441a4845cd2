"""`armsgraph query`: any Cypher."""

from __future__ import annotations

import json
import sys

import click

from graph.cli import formats, render
from graph.cli.blocks import Table
from graph.cli.options import format_option, store_option
from graph.cli.stores import opened
from graph.store import Row, Value


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
@click.argument("cypher")
@click.option(
    "--param",
    "-p",
    "parameters",
    multiple=True,
    type=Parameter(),
    metavar="NAME=VALUE",
    help="A parameter of the query; the value is JSON (5, true, [1, 2]), else a text. Repeatable.",
)
@click.option("--write", is_flag=True, help="Allow the query to change the store.")
@store_option
@format_option
def command(
    *,
    cypher: str,
    parameters: tuple[tuple[str, object], ...],
    write: bool,
    store_location: str | None,
    form: str,
) -> None:
    """Run CYPHER and print its rows; "-" reads the query from standard input.

    Nothing is changed unless --write is given.

    \b
    Example:
      armsgraph query 'MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor {id: $to})
        RETURN a.name, s.origins' --param to=russia
    """
    text = sys.stdin.read() if cypher == "-" else cypher
    if not text.strip():
        raise click.UsageError("the query is empty")
    with opened(store_location, write=write) as store:
        rows = store.run_write(text, dict(parameters)) if write else store.run(text, dict(parameters))
    _print(rows, form)


def _print(rows: list[Row], form: str) -> None:
    columns = tuple(rows[0]) if rows else ()
    if form in ("json", "jsonl"):
        formats.write_rows(rows, form)
    elif form == "csv":
        formats.write_csv(columns, ([_cell(row[column]) for column in columns] for row in rows))
    elif rows:
        numbers = frozenset(c for c in columns if all(_is_number(row[c]) for row in rows))
        cells = [tuple(_text(row[column]) for column in columns) for row in rows]
        render.show([Table(columns, cells, numbers)])
    else:
        render.note("no rows")


def _cell(value: Value) -> str | int | float | bool | None:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _text(value: Value) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
