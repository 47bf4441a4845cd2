"""`armsgraph export`: the graph, or a part of it, as a file."""

from __future__ import annotations

import codecs
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TextIO, cast

import click

from graph.cli import render
from graph.cli.options import (
    check_period,
    min_origins_option,
    modality_option,
    since_option,
    store_option,
    until_option,
)
from graph.cli.stores import opened
from graph.cli.wording import count
from graph.export.files import STDOUT, replacing
from graph.model import RELATIONS, EntityRef, Relation
from graph.query import ClaimFilter, all_assertions, all_claims, evidence_of, find_entity
from graph.query.rows import ClaimRow, EvidenceRow
from graph.store import Store

FORMATS = ("html", "graphml", "gexf", "csv", "jsonl")


@dataclass(frozen=True, slots=True)
class Selection:
    """What to write: the claims, in which store they are, whether they are all, around whom."""

    store: Store
    claims: Sequence[ClaimRow]
    whole: bool
    centre: EntityRef | None


@click.command()
@click.argument("form", metavar="|".join(FORMATS), type=click.Choice(FORMATS))
@click.argument("out")
@click.option("--around", metavar="ENTITY", help="Only what is connected with this entity.")
@click.option(
    "--hops",
    type=click.IntRange(min=1),
    metavar="N",
    help="With --around: up to N claims away from it.  [default: 1]",
)
@click.option(
    "--relation", "relations", multiple=True, type=click.Choice(RELATIONS), help="Only these. Repeatable."
)
@since_option
@until_option
@modality_option
@min_origins_option
@store_option
def command(
    *,
    form: str,
    out: str,
    around: str | None,
    hops: int | None,
    relations: tuple[Relation, ...],
    since: str | None,
    until: str | None,
    modality: str | None,
    min_origins: int,
    store_location: str | None,
) -> None:
    """Write the graph, or a part of it, to the file OUT ("-": standard output).

    html is a page to look at in a browser; graphml and gexf are for tools such as Gephi;
    csv is a table with a line per claim; jsonl has every assertion, and `load` takes it back.

    \b
    Example:
      armsgraph export html picture.html --around "North Korea" --hops 2
    """
    if hops is not None and around is None:
        raise click.UsageError("--hops needs --around")
    check_period(since, until)
    filters = ClaimFilter(relations, modality, since, until, min_origins)
    with opened(store_location) as store:
        centre = find_entity(store, around) if around else None
        claims = list(all_claims(store, around=centre, hops=hops or 1, filters=filters))
        whole = centre is None and filters == ClaimFilter()
        with replacing(out) as stream:
            _WRITERS[form](Selection(store, claims, whole, centre), stream)
    if out != STDOUT:
        render.note(f"{out}: {count(len(claims), 'claim')}")


def _html(selection: Selection, stream: BinaryIO) -> None:
    from graph.export.html import page  # noqa: PLC0415 - heavy, as are the other writers

    title = f"armsgraph: {selection.centre.name}" if selection.centre else "armsgraph"
    words: dict[str, list[EvidenceRow]] = defaultdict(list)
    for row in evidence_of(selection.store, [claim.claim for claim in selection.claims]):
        words[row.claim].append(row)
    stream.write(page(selection.claims, words, title=title).encode("utf-8"))


def _graphml(selection: Selection, stream: BinaryIO) -> None:
    from graph.export.graphml import write_graphml  # noqa: PLC0415

    write_graphml(selection.claims, stream)


def _gexf(selection: Selection, stream: BinaryIO) -> None:
    from graph.export.gexf import write_gexf  # noqa: PLC0415

    write_gexf(selection.claims, stream)


def _csv(selection: Selection, stream: BinaryIO) -> None:
    from graph.export.csv import write_claims  # noqa: PLC0415

    write_claims(selection.claims, _text(stream))


def _jsonl(selection: Selection, stream: BinaryIO) -> None:
    from graph.export.jsonl import only, write_jsonl  # noqa: PLC0415

    values = all_assertions(selection.store)
    if not selection.whole:  # the whole has the articles that state nothing, too
        values = only({claim.claim for claim in selection.claims}, values)
    write_jsonl(values, _text(stream))


_WRITERS: dict[str, Callable[[Selection, BinaryIO], None]] = {
    "html": _html,
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _csv,
    "jsonl": _jsonl,
}


def _text(stream: BinaryIO) -> TextIO:
    # Not a TextIOWrapper: that would close stdout when it is thrown away after a broken pipe.
    return cast("TextIO", codecs.getwriter("utf-8")(stream, "replace"))
