"""`armsgraph export`: the graph, or a part of it, as a file."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TextIO, cast

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
from graph.cli.wording import count
from graph.export.files import STDOUT, replacing
from graph.model import EntityRef, Relation
from graph.query import (
    ClaimFilter,
    all_assertions,
    all_claims,
    all_entities,
    evidence_by_claim,
    find_entity,
    reliability,
    supplies,
)
from graph.query.rows import ClaimRow
from graph.store import Store

FORMATS = ("html", "graphml", "gexf", "csv", "jsonl", "neo4j-import")


@dataclass(frozen=True, slots=True)
class Selection:
    """What to write: the claims, in which store they are, if they are all, around whom, in which words."""

    store: Store
    claims: Sequence[ClaimRow]
    whole: bool
    centre: EntityRef | None
    lang: str | None = None


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
@relations_option
@click.option("--supplier", metavar="ENTITY", help="Only what this actor supplies.")
@click.option("--recipient", metavar="ENTITY", help="Only what this actor is supplied with.")
@click.option("--item", metavar="ENTITY", help="Only supplies of this item, or of its kinds.")
@since_option
@until_option
@modality_option
@min_origins_option
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the N best corroborated claims.")
@lang_option
@store_option
def command(
    *,
    form: str,
    out: str,
    around: str | None,
    hops: int | None,
    relations: tuple[Relation, ...],
    supplier: str | None,
    recipient: str | None,
    item: str | None,
    since: str | None,
    until: str | None,
    modality: str | None,
    min_origins: int,
    limit: int | None,
    lang: str | None,
    store_location: str | None,
) -> None:
    """Write the graph, or a part of it, to the file OUT ("-": standard output).

    html is a page to look at in a browser, with all the evidence; graphml and gexf are for tools such as
    Gephi; csv is a table with a line per claim; jsonl has every assertion, and `load` takes it back.

    neo4j-import makes the folder OUT with all of the store for `neo4j-admin database import full`, which
    fills a new Neo4j of millions in minutes.

    \b
    Example:
      armsgraph export html picture.html --around "North Korea" --hops 2
    """
    if hops is not None and around is None:
        raise click.UsageError("--hops needs --around")
    if lang is not None and form != "html":
        raise click.UsageError("--lang is for html")
    if relations and (supplier or recipient or item) and "supplies" not in relations:
        raise click.UsageError("--supplier, --recipient and --item are about the relation supplies")
    check_period(since, until)
    if form == "neo4j-import":
        chosen = (
            around,
            relations,
            supplier,
            recipient,
            item,
            since,
            until,
            modality,
            limit,
            min_origins > 1,
        )
        if any(chosen) or out == STDOUT:
            raise click.UsageError("neo4j-import writes the whole store, into a folder")
        _neo4j_import(out, store_location)
        return
    filters = ClaimFilter(relations, modality, since, until, min_origins)
    with opened(store_location) as store:
        centre = find_entity(store, around) if around else None
        claims = list(all_claims(store, around=centre, hops=hops or 1, filters=filters))
        if supplier or recipient or item:
            supplied = supplies(store, supplier=supplier, recipient=recipient, item=item)
            wanted = {claim.claim for claim in supplied}
            claims = [claim for claim in claims if claim.claim in wanted]
        whole = centre is None and filters == ClaimFilter() and not (supplier or recipient or item)
        if limit is not None and limit < len(claims):
            claims, whole = claims[:limit], False
        with replacing(out) as stream:
            _WRITERS[form](Selection(store, claims, whole, centre, lang), stream)
    if out != STDOUT:
        render.note(f"{out}: {count(len(claims), 'claim')}")


def _neo4j_import(out: str, store_location: str | None) -> None:
    from graph.export.neo4j_import import ARGUMENTS, write_import  # noqa: PLC0415

    with opened(store_location) as store:
        number = write_import(store, out)
    render.note(f"{out}: {count(number, 'node and relationship', 'nodes and relationships')}")
    render.note(f"with the server down: cd {out} && neo4j-admin database import full neo4j @{ARGUMENTS}")


def _html(selection: Selection, stream: BinaryIO) -> None:
    from graph.export.html import page  # noqa: PLC0415 - heavy, as are the other writers

    title = f"armsgraph: {selection.centre.name}" if selection.centre else "armsgraph"
    named = {entity.id for claim in selection.claims for _, entity in claim.roles}
    text = page(
        selection.claims,
        evidence_by_claim(selection.store, selection.claims),
        title=title,
        lang=selection.lang,
        entities=all_entities(selection.store, named),
        reliability=reliability(selection.store),
    )
    stream.write(text.encode("utf-8"))


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
