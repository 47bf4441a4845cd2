"""`armsgraph export`: the graph, or a part of it, as a file."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
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
from graph.query.claims import count_claims
from graph.query.rows import ClaimRow
from graph.store import Store

FORMATS = ("html", "graphml", "gexf", "csv", "jsonl", "neo4j-import")


@dataclass(frozen=True, slots=True)
class Selection:
    """What to write: the claims, in which store they are, if they are all, around whom, in which words.

    The claims come once, one after the other. Writers give how many there were.
    """

    store: Store
    claims: Iterable[ClaimRow]
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
    Gephi; csv is a table with a line per claim; jsonl has every assertion, and `load` takes it back. jsonl is
    written as it is read, csv of a Neo4j too; all else takes memory for every claim in it.

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
        claims = all_claims(store, around=centre, hops=hops or 1, filters=filters)
        if supplier or recipient or item:
            supplied = supplies(store, supplier=supplier, recipient=recipient, item=item)
            claims = _among({claim.claim for claim in supplied}, claims)
        whole = centre is None and filters == ClaimFilter() and not (supplier or recipient or item)
        if limit is not None:
            some = list(islice(claims, limit + 1))
            claims, whole = iter(some[:limit]), whole and len(some) <= limit
        with replacing(out) as stream:
            number = _WRITERS[form](Selection(store, claims, whole, centre, lang), stream)
    if out != STDOUT:
        render.note(f"{out}: {count(number, 'claim')}")


def _among(wanted: set[str], claims: Iterable[ClaimRow]) -> Iterator[ClaimRow]:
    return (claim for claim in claims if claim.claim in wanted)


def _neo4j_import(out: str, store_location: str | None) -> None:
    from graph.export.neo4j_import import ARGUMENTS, write_import  # noqa: PLC0415

    with opened(store_location) as store:
        number = write_import(store, out)
    render.note(f"{out}: {count(number, 'node and relationship', 'nodes and relationships')}")
    render.note(f"with the server down: cd {out} && neo4j-admin database import full neo4j @{ARGUMENTS}")


def _html(selection: Selection, stream: BinaryIO) -> int:
    from graph.export.html import page  # noqa: PLC0415 - heavy, as are the other writers

    claims = list(selection.claims)
    title = f"armsgraph: {selection.centre.name}" if selection.centre else "armsgraph"
    named = {entity.id for claim in claims for _, entity in claim.roles}
    text = page(
        claims,
        evidence_by_claim(selection.store, claims),
        title=title,
        lang=selection.lang,
        entities=all_entities(selection.store, named),
        reliability=reliability(selection.store),
    )
    stream.write(text.encode("utf-8"))
    return len(claims)


def _graphml(selection: Selection, stream: BinaryIO) -> int:
    from graph.export.graphml import write_graphml  # noqa: PLC0415

    claims = list(selection.claims)
    write_graphml(claims, stream)
    return len(claims)


def _gexf(selection: Selection, stream: BinaryIO) -> int:
    from graph.export.gexf import write_gexf  # noqa: PLC0415

    claims = list(selection.claims)
    write_gexf(claims, stream)
    return len(claims)


def _csv(selection: Selection, stream: BinaryIO) -> int:
    from graph.export.csv import write_claims  # noqa: PLC0415

    number = 0

    def counted() -> Iterator[ClaimRow]:
        nonlocal number
        for number, claim in enumerate(selection.claims, start=1):  # noqa: B007 - the last one counts
            yield claim

    write_claims(counted(), _text(stream))
    return number


def _jsonl(selection: Selection, stream: BinaryIO) -> int:
    from graph.export.jsonl import only, write_jsonl  # noqa: PLC0415

    values = all_assertions(selection.store)
    if selection.whole:  # it has the articles that state nothing, too
        write_jsonl(values, _text(stream))
        return count_claims(selection.store, "claims_all", {})
    wanted = {claim.claim for claim in selection.claims}
    write_jsonl(only(wanted, values), _text(stream))
    return len(wanted)


_WRITERS: dict[str, Callable[[Selection, BinaryIO], int]] = {
    "html": _html,
    "graphml": _graphml,
    "gexf": _gexf,
    "csv": _csv,
    "jsonl": _jsonl,
}


def _text(stream: BinaryIO) -> TextIO:
    # Not a TextIOWrapper: that would close stdout when it is thrown away after a broken pipe.
    return cast("TextIO", codecs.getwriter("utf-8")(stream, "replace"))
