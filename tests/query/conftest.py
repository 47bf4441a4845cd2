"""A small graph of known facts in a real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.model import Alias, Article, Assertion, Entity, EntityRef
from graph.model.ids import article_id, content_hash, slug
from graph.resolve.resolver import Resolver
from graph.store import ArticleWrite, Batch, PublisherWrite, Store, open_store
from tests.support.backends import Backend
from tests.support.seeded import location

CATALOGUE = (
    Entity(
        "north-korea",
        "North Korea",
        "state",
        aliases=(Alias("Nordkorea", "de"), Alias("DVRK", "de"), Alias("Pjöngjang", "de")),
    ),
    Entity("russia", "Russia", "state", aliases=(Alias("Russland", "de"), Alias("Moskau", "de"))),
    Entity("iran", "Iran", "state"),
    Entity("germany", "Germany", "state"),
    Entity("kyrylo-budanov", "Kyrylo Budanov", "person", part_of=("gur",)),
    Entity("gur", "GUR", "organisation"),
    Entity("wagner", "Wagner", "armed-group"),
    Entity("drones", "drones", "weapon-system", aliases=(Alias("Drohne", "de"),), generic=True),
    Entity("shahed-136", "Shahed-136", "weapon-system", aliases=(Alias("Geran-2"),), kind_of=("drones",)),
    Entity("shells", "artillery shells", "ammunition", generic=True, category="Artillery"),
    Entity("m1989", "M1989 Koksan", "weapon-system", calibre_mm=170.0),
    Entity("alabuga", "Alabuga", "place", lat=55.8, lon=52.05),
)
RESOLVER = Resolver(CATALOGUE)


def named(name: str | None) -> EntityRef | None:
    """The catalogue's entity of that name, else a company."""
    if name is None:
        return None
    known = next((entity.ref for entity in CATALOGUE if entity.name == name), None)
    return known or EntityRef(slug(name), name, "company")


def article(title: str, publisher: str | None, published: str | None, *said: Assertion) -> ArticleWrite:
    """An article that says so; each quote stands on its own place in it."""
    key = article_id(url=f"https://news.example/{slug(title)}")
    path = f"{slug(title)}.txt"
    text = title + "".join(assertion.evidence for assertion in said)
    placed, start = [], len(title)
    for assertion in said:
        end = start + len(assertion.evidence)
        placed.append(
            RESOLVER.resolve(replace(assertion, article=key, article_path=path, start=start, end=end))
        )
        start = end
    return ArticleWrite(
        Article(
            id=key,
            text=text,
            content_hash=content_hash(text),
            url=f"https://news.example/{slug(title)}",
            path=path,
            file_hash=content_hash(text),
            title=title,
            publisher=publisher,
            published=published,
            language="en",
        ),
        PublisherWrite(slug(publisher), publisher, "B") if publisher else None,
        loaded_at="2025-06-12T00:00:00Z",
        assertions=tuple(placed),
    )


def said(
    subject: str | None, relation: str, object: str | None, recipient: str | None = None, **others: object
) -> Assertion:
    """An assertion of these roles by names."""
    speaker, place = others.pop("by", None), others.pop("place", None)
    words = f"{subject} {relation} {object} {recipient} {sorted(others.items(), key=str)} {speaker}."
    return replace(
        Assertion("", relation, "reported", words, 0, len(words)),  # type: ignore[arg-type]
        subject=named(subject),
        object=named(object),
        recipient=named(recipient),
        place=named(place if isinstance(place, str) else None),
        attributed_to=named(speaker if isinstance(speaker, str) else None),
        **others,  # type: ignore[arg-type]
    )


NK_SHELLS = ("North Korea", "supplies", "artillery shells", "Russia")
ARTICLES = (
    article(
        "Six million",
        "Daily",
        "2025-06-10",
        said(*NK_SHELLS, quantity=6e6, unit="rounds", when="2023-06/2025-04", by="Kyrylo Budanov"),
        said("North Korea", "supplies", "M1989 Koksan", "Russia", quantity=120.0, by="Kyrylo Budanov"),
        said("Russia", "supports", "Shahed-136", "North Korea", modality="planned"),
    ),
    article(
        "Again",
        "Weekly",
        "2025-06-11",
        said(*NK_SHELLS, quantity=6e6, unit="rounds", when="2023-06/2025-04", by="Kyrylo Budanov"),
        said("North Korea", "supplies", "M1989 Koksan", "Russia", quantity=370.0, quantity_qualifier="about"),
    ),
    article(
        "Denied",
        None,
        "2024-11",
        said(*NK_SHELLS, modality="denied", by="Russia"),
        said("Iran", "supplies", "Shahed-136", "Russia", modality="suspected"),
    ),
    article(
        "Made there",
        "Daily",
        None,
        said("Russia", "produces", "Shahed-136", place="Alabuga", when="2024"),
        said("Germany", "produces", "artillery shells"),
        said("Acme Works", "supplies", "drones", "Wagner", when="2022-03/.."),
    ),
)


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The graph of ARTICLES in the embedded engine, to compare with."""
    with location(Backend("embedded"), tmp_path_factory.mktemp("query")) as place:
        yield from _filled(place)


@pytest.fixture(scope="session")
def store(backend: Backend, embedded: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The graph of ARTICLES, in each engine in turn."""
    if backend.server is None:
        yield embedded
        return
    with location(backend, tmp_path_factory.mktemp("query")) as place:
        yield from _filled(place)


def _filled(place: str) -> Iterator[Store]:
    assertions = [assertion for write in ARTICLES for assertion in write.assertions]
    with open_store(place, create=True) as opened:
        opened.write(Batch(ARTICLES, RESOLVER.entities_for(assertions)))
        yield opened
