"""`armsgraph copy`: one store's content into another."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial

import click

from graph.cli import formats, render
from graph.cli.blocks import Table
from graph.cli.options import format_option
from graph.cli.progress import progress
from graph.errors import StoreError
from graph.store import Store, open_store
from graph.store.location import bolt_address, folder


@dataclass(frozen=True, slots=True)
class CountRow:
    """How much of what the two stores have; the hash of everything as the last one."""

    what: str
    source: int | str
    target: int | str


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@format_option
def command(source: str, target: str, form: str) -> None:
    """Copy the graph in store FROM into the store TO, which is new, empty, or half a copy of FROM.

    A store is a folder (embedded engine) or the address of a Neo4j; see `--store` of the other
    commands. What was interrupted goes on where it stopped when it is called again. At the end
    both are counted and compared by a hash of their content.

    \b
    Example:
      armsgraph copy my.store neo4j://localhost:7687
    """
    if _place(source) == _place(target):
        raise click.UsageError("FROM and TO are the same store")
    from graph.store.copying import PATIENCE  # noqa: PLC0415 - only where it is used

    with (
        open_store(source, read_only=True, patience=PATIENCE) as from_store,
        open_store(target, create=True, unfinished=True) as to_store,
    ):
        rows = _copied(from_store, to_store)
    _print(rows, form)


def _place(location: str) -> str:
    return bolt_address(location) or os.path.realpath(folder(location))


def _copied(source: Store, target: Store) -> list[CountRow]:
    from graph.store.contents import content_hash, counts  # noqa: PLC0415 - only where it is used
    from graph.store.copying import copy, finish, surely  # noqa: PLC0415

    with progress("pieces") as bar:
        for done in copy(source, target):
            bar.step(done.what)
        bar.step("comparing")
        ours, theirs = counts(source), counts(target)
        rows = [CountRow(what, number, theirs[what]) for what, number in ours.items()]
        hashes = [surely(partial(content_hash, store), store) for store in (source, target)]
    if hashes[0] != hashes[1]:
        differing = [row for row in rows if row.source != row.target]
        where = (
            f" ({differing[0].source} {differing[0].what}, not {differing[0].target})" if differing else ""
        )
        raise StoreError(
            f"{target.location}: differs from {source.location}{where}, which was changed during the copy;"
            " copy into an empty store"
        )
    finish(target)
    return [*rows, CountRow("content hash", *hashes)]


def _print(rows: list[CountRow], form: str) -> None:
    if form == "json":
        formats.write_json({row.what: {"from": row.source, "to": row.target} for row in rows})
    elif form == "jsonl":
        formats.write_jsonl({"what": row.what, "from": row.source, "to": row.target} for row in rows)
    elif form == "csv":
        formats.write_csv(("what", "from", "to"), [(row.what, row.source, row.target) for row in rows])
    else:
        cells = [(row.what, _cell(row.source), _cell(row.target)) for row in rows]
        render.show([Table(("what", "from", "to"), cells)])


def _cell(value: int | str) -> str:
    return value[:16] if isinstance(value, str) else f"{value:,}"
