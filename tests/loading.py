"""A small extractor and articles for the tests of loading; also a program to be killed while it loads."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from graph.model import Article, Assertion, Entity, EntityRef
from graph.model.ids import slug
from graph.pipeline import load
from graph.resolve.resolver import Resolver
from graph.store import open_store

CATALOGUE = (
    Entity("iran", "Iran", "state"),
    Entity("russia", "Russia", "state"),
    Entity("drones", "drones", "weapon-system", generic=True),
)
_SENTENCE = re.compile(r"(?P<who>[A-Z]\w+) supplied (?P<number>\d+) (?P<what>\w+) to (?P<whom>[A-Z]\w+)\.")


class SentenceExtractor:
    """Understands one form of sentence; waits for `pause` seconds over each article."""

    name = "sentence"
    version = "1"

    def __init__(self, pause: float = 0.0) -> None:
        self.pause = pause
        self.read: list[str] = []

    def extract(self, article: Article) -> Iterator[Assertion]:
        time.sleep(self.pause)
        self.read.append(article.id)
        for found in _SENTENCE.finditer(article.text):
            yield Assertion(
                article=article.id,
                article_path=article.path,
                relation="supplies",
                modality="reported",
                evidence=found.group(),
                start=found.start(),
                end=found.end(),
                subject=_ref(found["who"], "company"),
                object=_ref(found["what"], "weapon-system"),
                recipient=_ref(found["whom"], "company"),
                quantity=float(found["number"]),
                extractor="sentence/1",
            )


def _ref(name: str, kind: str) -> EntityRef:
    return EntityRef(slug(name), name, kind)


def write_article(folder: Path, number: int, *sentences: str) -> Path:
    """An English article that says so."""
    path = folder / f"{number:03}.txt"
    said = "\n\n".join(sentences or (f"Iran supplied {number} drones to Russia.",))
    path.write_text(
        f"Weapons report number {number}\n\nThe ministry spoke about it at length on Monday.\n\n{said}\n",
        encoding="utf-8",
    )
    return path


def main(folder: str, store: str) -> None:
    """Load a folder slowly, in small batches, saying each article as soon as it is acknowledged."""
    with open_store(store, create=True) as opened:
        for event in load([folder], opened, SentenceExtractor(0.01), Resolver(CATALOGUE), batch_size=3):
            print(event.kind, event.article, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
