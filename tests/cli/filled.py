"""A small graph in a real store, written without loaders and extraction."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Alias, Article, Assertion, Entity, EntityRef
from graph.model.ids import assertion_id, content_hash
from graph.store import ArticleWrite, Batch, PublisherWrite, open_store
from tests.cli.rows import ALABUGA, BUDANOV, IRAN, KOKSAN, NORTH_KOREA, RUSSIA, SHAHED

HOSTILE = EntityRef("acme", "=Acme \x1b[31m<b>", "company")
_ENTITIES = (
    Entity(
        "north-korea",
        "North Korea",
        "state",
        aliases=(Alias("DVRK", "de"), Alias("KNDR"), Alias("Pjöngjang", "de")),
    ),
    Entity("russia", "Russia", "state", aliases=(Alias("Russland", "de"), Alias("Moskau", "de"))),
    Entity("iran", "Iran", "state"),
    Entity("m1989-koksan", "M1989 Koksan", "weapon-system", kind_of=("artillery",)),
    Entity("artillery", "artillery", "weapon-system", generic=True),
    Entity("shahed-136", "Shahed-136", "weapon-system", aliases=(Alias("Geran-2"),)),
    Entity("alabuga", "Alabuga", "place", lat=55.82, lon=52.05),
    Entity("kyrylo-budanov", "Kyrylo Budanov", "person", aliases=(Alias("Budanow", "de"),)),
    Entity("acme", HOSTILE.name, "company"),
)
_RUNDSCHAU = PublisherWrite("neue-rundschau", "Neue Rundschau", "C")
_WIRE = PublisherWrite("the-wire", "The Wire", "B")


def fill(location: str) -> None:
    """Make a store at this location and write the graph into it."""
    with open_store(location, create=True) as store:
        store.write(Batch(tuple(_articles()), _ENTITIES))


def _articles() -> list[ArticleWrite]:
    guns = _assertion(
        "supplies",
        "Rund 120 Geschütze gingen nach Russland.",
        subject=NORTH_KOREA,
        object=KOKSAN,
        recipient=RUSSIA,
    )
    drones = _assertion(
        "produces", "Russland baut in Alabuga Shahed-136.", subject=RUSSIA, object=SHAHED, place=ALABUGA
    )
    iran = _assertion(
        "supplies", "Iran sent Shahed-136 to Russia.", subject=IRAN, object=SHAHED, recipient=RUSSIA
    )
    hostile = _assertion(
        "supplies",
        "=cmd \x1b]0;title\x07 \u202equote",
        subject=HOSTILE,
        object=KOKSAN,
        recipient=IRAN,
        modality="denied",
    )
    return [
        _article(
            "Was Pjöngjang liefert",
            "2025-06-11",
            _RUNDSCHAU,
            replace(guns, quantity=120.0, quantity_qualifier="about", unit="pieces", attributed_to=BUDANOV),
            replace(drones, modality="suspected"),
        ),
        _article(
            "Guns for Moscow",
            "2024-11",
            _WIRE,
            replace(guns, quantity=100.0, quantity_qualifier="at_least"),
            iran,
        ),
        _article("Hostile", "2023-01-05", None, hostile),
    ]


def _assertion(relation: str, evidence: str, *, modality: str = "reported", **roles: EntityRef) -> Assertion:
    return Assertion("", relation, modality, evidence, 0, len(evidence), **roles)  # type: ignore[arg-type]


def _article(
    title: str, published: str, publisher: PublisherWrite | None, *assertions: Assertion
) -> ArticleWrite:
    said: list[Assertion] = []
    text = ""
    number = title.split(maxsplit=1)[0].lower()
    for assertion in assertions:
        start = len(text)
        text += assertion.evidence + "\n"
        placed = replace(
            assertion,
            article=number,
            article_path=f"articles/{number}.txt",
            start=start,
            end=start + len(assertion.evidence),
        )
        said.append(replace(placed, id=assertion_id(placed)))
    article = Article(
        id=number,
        text=text,
        content_hash=content_hash(text),
        path=f"articles/{number}.txt",
        title=title,
        publisher=publisher.name if publisher else None,
        published=published,
        language="de",
    )
    return ArticleWrite(article, publisher, "2025-07-01T00:00:00Z", text, tuple(said))
