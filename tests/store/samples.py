"""Batches to write in tests, and a store's whole content to compare."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from graph.model import Alias, Article, Assertion, Entity, EntityRef, Modality, Relation
from graph.model.ids import assertion_id, content_hash
from graph.store import ArticleWrite, Batch, PublisherWrite, Store

RUSSIA = EntityRef("russia", "Russia", "state")
NORTH_KOREA = EntityRef("north-korea", "North Korea", "state")
KOKSAN = EntityRef("m1989-koksan", "M1989 Koksan", "weapon-system")
BUDANOV = EntityRef("kyrylo-budanov", "Kyrylo Budanov", "person")
CRIMEA = EntityRef("crimea", "Crimea", "place")

TIMES = PublisherWrite("the-times", "The Times", "B")
HERALD = PublisherWrite("the-herald", "The Herald", "C")

CATALOGUE = (
    Entity("russia", "Russia", "state", (Alias("Russland", "de"), Alias("Moskau", "de")), lat=58.2, lon=44.7),
    Entity("north-korea", "North Korea", "state", (Alias("Nordkorea", "de"), Alias("DVRK", "de"))),
    Entity("howitzer", "howitzer", "weapon-system", generic=True),
    Entity(
        "m1989-koksan",
        "M1989 Koksan",
        "weapon-system",
        (Alias("Koksan"), Alias("M-1989")),
        kind_of=("howitzer",),
        category="Artillery",
        calibre_mm=170,
    ),
    Entity("hur", "HUR", "organisation", part_of=("ukraine",)),
    Entity("ukraine", "Ukraine", "state"),
    Entity("crimea", "Crimea", "place", (Alias("Krim", "de"),), lat=45.3, lon=34.4),
)


def says(
    subject: EntityRef | None = NORTH_KOREA,
    object: EntityRef | None = KOKSAN,
    recipient: EntityRef | None = RUSSIA,
    *,
    relation: Relation = "supplies",
    modality: Modality = "reported",
    **more: Any,
) -> Assertion:
    """An assertion without article and id, which `article` sets."""
    given: dict[str, Any] = {"evidence": "Nordkorea liefert.", "start": 0, "end": 18, **more}
    return Assertion(
        article="",
        relation=relation,
        modality=modality,
        subject=subject,
        object=object,
        recipient=recipient,
        **given,
    )


def article(
    name: str,
    *assertions: Assertion,
    publisher: PublisherWrite | None = TIMES,
    published: str | None = "2025-06-11",
    text: str = "Nordkorea liefert.",
    stored: bool = True,
    loaded_at: str = "2026-01-01T00:00:00Z",
) -> ArticleWrite:
    """An article that says this."""
    value = Article(
        id=name,
        text=text,
        content_hash=content_hash(text),
        path=f"{name}.txt",
        title=f"Title of {name}",
        publisher=publisher.name if publisher else None,
        published=published,
        language="de",
    )
    placed = (replace(assertion, article=name) for assertion in assertions)
    ready = tuple(replace(assertion, id=assertion_id(assertion)) for assertion in placed)
    return ArticleWrite(value, publisher, loaded_at, text if stored else None, ready)


def batch(*articles: ArticleWrite, entities: tuple[Entity, ...] = CATALOGUE) -> Batch:
    """A batch of these articles."""
    return Batch(articles, entities)


def dump(store: Store) -> list[str]:
    """All nodes and relationships, sorted, without the times of loading."""
    nodes = store.run("MATCH (n) RETURN labels(n) AS label, properties(n) AS properties")
    edges = store.run(
        "MATCH (a)-[r]->(b) RETURN labels(a) AS source, coalesce(a.id, a.key) AS source_key, type(r) AS type,"
        " properties(r) AS properties, labels(b) AS target, coalesce(b.id, b.key) AS target_key"
    )
    for row in nodes:
        properties = row["properties"]
        assert isinstance(properties, dict)
        properties.pop("loaded_at", None)
    return sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in [*nodes, *edges])


def one(store: Store, query: str, **parameters: object) -> dict[str, object]:
    """The one row of this query."""
    rows = store.run(query, parameters)
    assert len(rows) == 1
    return dict(rows[0])


def column(store: Store, query: str, **parameters: object) -> list[object]:
    """The first column of this query."""
    return [next(iter(row.values())) for row in store.run(query, parameters)]
