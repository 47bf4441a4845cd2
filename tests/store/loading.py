"""A process that loads articles, for tests to kill: python -m tests.store.loading LOCATION [ARTICLES].

Like the real thing it skips what the store has already. It prints a line after every batch.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

from graph.model import EntityRef
from graph.model.assertion import MODALITIES
from graph.query.known import known
from graph.store import ArticleWrite, Batch, open_store
from tests.store.samples import (
    BUDANOV,
    CATALOGUE,
    CRIMEA,
    HERALD,
    KOKSAN,
    NORTH_KOREA,
    RUSSIA,
    TIMES,
    article,
    says,
)

BATCHES, ARTICLES, NAMES = 24, 5, 97
MANY = 25  # articles, enough for the embedded engine's batch interface


def writes(articles: int = ARTICLES) -> Iterator[tuple[ArticleWrite, ...]]:
    """The same in every process, so many at once; of few, some come twice, the second time changed."""
    names = NAMES if articles == ARTICLES else BATCHES * articles
    dice = random.Random(7)
    actors = (RUSSIA, NORTH_KOREA, *(EntityRef(f"actor-{n}", f"Actor {n}", "company") for n in range(6)))
    items = (KOKSAN, None, EntityRef("shell", "shell", "ammunition"))
    for number in range(BATCHES):
        group = []
        for index in range(articles):
            name = f"article-{(number * articles + index) % names}"
            said = [
                says(
                    dice.choice(actors),
                    dice.choice(items),
                    dice.choice(actors),
                    modality=dice.choice(MODALITIES),
                    attributed_to=dice.choice((None, BUDANOV)),
                    place=dice.choice((None, CRIMEA)),
                    start=place,
                )
                for place in range(12)
            ]
            publisher = dice.choice((TIMES, HERALD, None))
            published = f"2025-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
            group.append(
                article(name, *said, publisher=publisher, published=published, text=f"{number} {index} " * 50)
            )
        yield tuple(group)


def load(location: str, articles: int = ARTICLES) -> None:
    """Load what is not there yet."""
    with open_store(location, create=True) as store:
        for group in writes(articles):
            had = known(store, [write.article.id for write in group])
            fresh = tuple(
                write
                for write in group
                if write.article.id not in had
                or had[write.article.id].content_hash != write.article.content_hash
            )
            if fresh:
                store.write(Batch(fresh, CATALOGUE))
            print("written", flush=True)


if __name__ == "__main__":
    load(sys.argv[1], *map(int, sys.argv[2:]))
