"""What `extract` would print of many articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, islice

from graph import serial
from graph.model import Article, Assertion, EntityRef
from tests.store.loading import MANY, writes
from tests.store.samples import KOKSAN, NORTH_KOREA, says

Said = tuple[Article, tuple[Assertion, ...]]
EACH = 13  # assertions in an article


def told(articles: int) -> list[Said]:
    """So many articles (600 at most), and in them a firm that is spelt otherwise in each quarter."""
    spelt = ("Sokil Works", "SOKIL works", "sokil  works", "Sokil-Works")
    found = []
    for number, one in enumerate(islice(chain.from_iterable(writes(MANY)), articles)):
        sokil = EntityRef("sokil", spelt[number * 4 // articles], "company")
        more = replace(says(sokil, KOKSAN, NORTH_KOREA, start=99), article=one.article.id)
        found.append((replace(one.article, text=""), tuple(map(placed, (*one.assertions, more)))))
    return found


def placed(assertion: Assertion) -> Assertion:
    """The same, ending where its quote ends."""
    return replace(assertion, end=assertion.start + len(assertion.evidence))


def lines(said: Iterable[Said]) -> str:
    """The same as `extract` prints it."""
    return "".join(
        "\n".join((serial.dumps(head), *map(serial.dumps, assertions), "")) for head, assertions in said
    )
