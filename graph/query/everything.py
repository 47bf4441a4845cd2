"""The whole graph, or a part of it, for exports; a page of the store at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import cast

from graph.model import Alias, Article, Assertion, Entity, EntityRef, Modality, Qualifier, Relation
from graph.model.ids import alias_key
from graph.query import parse
from graph.query.claims import bare_claims, entities_of, full_claims, stream_claims
from graph.query.cypher import text
from graph.query.filters import ClaimFilter
from graph.query.find import as_ref
from graph.query.rows import ClaimRow
from graph.store.protocol import Row, Store

_PAGE = 500  # articles at once


def all_claims(
    store: Store,
    *,
    around: EntityRef | str | None = None,
    hops: int = 1,
    filters: ClaimFilter = ClaimFilter(),  # noqa: B008 - frozen
) -> Iterator[ClaimRow]:
    """All claims, or those up to `hops` claims away from an entity; the best corroborated first.

    With one hop they are those in which the entity itself stands. `filters` hold for
    every claim on the way, too.

    Raises:
        UnknownEntity, AmbiguousEntity: for a name, see `find_entity`.
        QueryRefused: a date of `filters` is none.
    """
    if around is None:
        yield from full_claims(store, stream_claims(store, "claims_all", {}, filters))
        return
    found: dict[str, ClaimRow] = {}
    seen: set[str] = set()
    frontier = {as_ref(store, around).id}
    for _ in range(hops):
        if not frontier:
            break
        seen |= frontier
        reached = bare_claims(store, "claims_of_entities", {"entities": sorted(frontier)}, filters)
        found |= {claim.claim: claim for claim in reached}
        frontier = {ref.id for claim in reached for ref in entities_of(claim)} - seen
    yield from full_claims(store, sorted(found.values(), key=_order))


def all_entities(store: Store, ids: Collection[str] | None = None) -> Iterator[Entity]:
    """Entities with their other names and what they are a kind or a part of, by id; `ids`: these alone."""
    which: dict[str, object] = {"entities": None if ids is None else sorted(ids)}
    names: dict[tuple[str, str], list[Alias]] = defaultdict(list)
    for row in store.run(text("entity_names"), which):
        alias = Alias(parse.text(row, "text"), parse.text(row, "language") or "mul")
        names[parse.text(row, "id"), parse.text(row, "kind")].append(alias)
    parents: dict[tuple[str, str], list[str]] = defaultdict(list)
    entities: dict[tuple[str, str], Row] = {}
    for row in store.run(text("entities"), which):
        key = (parse.text(row, "id"), parse.text(row, "kind"))
        entities.setdefault(key, row)
        if (parent := parse.text_or_none(row, "parent")) is not None:
            parents[key].append(parent)
    for key, row in entities.items():
        yield _entity(row, names[key], tuple(parents[key]))


def all_assertions(store: Store) -> Iterator[Article | Assertion]:
    """Every article (without its text) followed by its assertions, by article id."""
    after = ""
    while True:
        articles = [_article(row) for row in store.run(text("articles"), {"after": after, "page": _PAGE})]
        if not articles:
            return
        after = articles[-1].id
        said: dict[str, list[Assertion]] = defaultdict(list)
        for row in store.run(text("assertions_of_articles"), {"articles": [a.id for a in articles]}):
            said[parse.text(row, "article")].append(_assertion(row))
        for article in articles:
            yield article
            yield from said[article.id]


def _order(claim: ClaimRow) -> tuple[int, int, str, str, str, str, str, str]:
    # As texts/claim_rows.cypher orders them.
    subject, recipient, item, place = (
        ref.name if ref else "" for ref in (claim.subject, claim.recipient, claim.object, claim.place)
    )
    return (-claim.origins, -claim.assertions, subject, recipient, item, claim.relation, place, claim.claim)


def _entity(row: Row, names: list[Alias], parents: tuple[str, ...]) -> Entity:
    name, kind = parse.text(row, "name"), parse.text(row, "kind")
    entity = Entity(
        id=parse.text(row, "id"),
        name=name,
        kind=kind,
        aliases=tuple(alias for alias in names if alias_key(alias.text) != alias_key(name)),
        category=parse.text_or_none(row, "category"),
        calibre_mm=parse.number_or_none(row, "calibre_mm"),
        generic=row["generic"] is True,
        lat=parse.number_or_none(row, "lat"),
        lon=parse.number_or_none(row, "lon"),
        provisional=row["provisional"] is True,
    )
    return replace(entity, kind_of=parents) if entity.label == "Item" else replace(entity, part_of=parents)


def _article(row: Row) -> Article:
    return Article(
        id=parse.text(row, "id"),
        text="",
        content_hash=parse.text(row, "content_hash"),
        path=parse.text_or_none(row, "path"),
        url=parse.text_or_none(row, "url"),
        title=parse.text_or_none(row, "title"),
        publisher=parse.text_or_none(row, "publisher"),
        published=parse.text_or_none(row, "published"),
        language=parse.text_or_none(row, "language"),
    )


def _assertion(row: Row) -> Assertion:
    return Assertion(
        id=parse.text(row, "assertion"),
        article=parse.text(row, "article"),
        article_path=parse.text_or_none(row, "path"),
        relation=cast(Relation, parse.text(row, "relation")),
        modality=cast(Modality, parse.text(row, "modality")),
        evidence=parse.text(row, "quote"),
        start=parse.whole(row, "start_offset"),
        end=parse.whole(row, "end_offset"),
        subject=parse.ref(row, "subject"),
        object=parse.ref(row, "object"),
        recipient=parse.ref(row, "recipient"),
        place=parse.ref(row, "place"),
        attributed_to=parse.ref(row, "speaker"),
        quantity=parse.number_or_none(row, "quantity"),
        quantity_max=parse.number_or_none(row, "quantity_max"),
        quantity_qualifier=cast("Qualifier | None", parse.text_or_none(row, "quantity_qualifier")),
        unit=parse.text_or_none(row, "unit"),
        when=parse.text_or_none(row, "stated_time"),
        confidence=parse.number_or_none(row, "confidence") or 0.0,
        extractor=parse.text(row, "extractor"),
    )
