"""Writes articles and assertions as `armsgraph extract` would: python -m benchmarks.generate 1000000

What is written is made up, but as unevenly spread as news are: a few actors stand in most
claims, a claim that many have repeated is repeated again, a few publishers print most. The
entities are those of the catalogue, and names that it does not know. The same seed gives
the same lines. Memory does not grow with the number.
"""

from __future__ import annotations

import argparse
import random
import sys
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate

from graph import serial
from graph.model import MODALITIES, Article, Assertion, EntityRef
from graph.model.ids import article_id, content_hash
from seeds.catalogue import entities, publishers

AN_ARTICLE = 10  # assertions in one, in the mean
_REPEATED = 0.55  # of all assertions are about a claim that was made before
_REMEMBERED = 50_000  # assertions whose claims may be repeated
_UNKNOWN = 2_000  # names that the catalogue does not have
_RELATIONS = {"supplies": 55, "operates": 14, "produces": 12, "deploys": 7, "supports": 8, "requests": 4}
_MODALITIES = dict(zip(MODALITIES, (72, 14, 6, 4, 4), strict=True))
_WORDS = "according to the ministry on a day of talks about further deliveries that officials would not name"


class Skewed:
    """Draws from values of which the n-th is drawn n times less often than the first."""

    def __init__(self, values: Sequence[EntityRef | str], dice: random.Random) -> None:
        self._values = list(values)
        dice.shuffle(self._values)
        self._sums = list(accumulate(1 / rank for rank in range(1, len(self._values) + 1)))
        self._dice = dice

    def one(self) -> EntityRef | str:
        """One of the values."""
        return self._values[bisect(self._sums, self._dice.random() * self._sums[-1])]

    def ref(self) -> EntityRef:
        """One of the values, an entity."""
        value = self.one()
        assert isinstance(value, EntityRef)
        return value


class Generator:
    """Makes the articles; see the module.

    Args:
        seed: the same gives the same articles, another one others.
    """

    def __init__(self, seed: int = 1) -> None:
        self._dice = random.Random(seed)
        known = [entity.ref for entity in entities()]
        states = [ref for ref in known if ref.kind == "state"]
        people = [ref for ref in known if ref.kind == "person"]
        others = [ref for ref in known if ref.label == "Actor" and ref.kind not in ("state", "person")]
        new = [EntityRef(f"works-{n}", f"Works {n}", "company") for n in range(_UNKNOWN)]
        self._states = Skewed(states, self._dice)
        self._speakers = Skewed(people, self._dice)
        self._others = Skewed([*others, *new], self._dice)
        self._items = Skewed([ref for ref in known if ref.label == "Item"], self._dice)
        self._places = Skewed([ref for ref in known if ref.label == "Place"], self._dice)
        self._publishers = Skewed([publisher.name for publisher in publishers()], self._dice)
        self._before: list[Assertion] = []
        self._seed = seed

    def articles(self, assertions: int, each: int | None = None) -> Iterator[tuple[Article, list[Assertion]]]:
        """Articles with so many assertions in all, and `each` in each (default: about AN_ARTICLE)."""
        number = 0
        while assertions > 0:
            number += 1
            wanted = min(assertions, each or min(60, 1 + int(self._dice.expovariate(1 / (AN_ARTICLE - 1)))))
            assertions -= wanted
            yield self._article(number, wanted)

    def _article(self, number: int, assertions: int) -> tuple[Article, list[Assertion]]:
        dice = self._dice
        url = f"https://news.example/{self._seed}/{number}"
        month = f"{dice.randint(2022, 2025)}-{dice.randint(1, 12):02}"
        article = Article(
            id=article_id(url=url),
            text="",
            content_hash=content_hash(url),
            url=url,
            title=f"Report {number} on deliveries",
            publisher=None if dice.random() < 0.03 else str(self._publishers.one()),
            published=f"{month}-{dice.randint(1, 28):02}",
            language=dice.choice(("de", "en")),
        )
        place, said = 0, []
        for _ in range(assertions):
            assertion = self._assertion(article, place, month)
            place = assertion.end + 1
            said.append(assertion)
        return article, said

    def _assertion(self, article: Article, start: int, month: str) -> Assertion:
        dice = self._dice
        if self._before and dice.random() < _REPEATED:
            claim = dice.choice(self._before)
            relation, roles = claim.relation, (claim.subject, claim.object, claim.recipient, claim.place)
        else:
            (relation,) = dice.choices(list(_RELATIONS), list(_RELATIONS.values()))  # type: ignore[assignment]
            roles = self._roles(relation)
        names = " ".join(role.name for role in roles if role)
        evidence = f"{names} {_WORDS[: dice.randint(20, len(_WORDS))]}."
        many = dice.random()
        assertion = Assertion(
            article=article.id,
            relation=relation,
            modality=dice.choices(MODALITIES, list(_MODALITIES.values()))[0],
            evidence=evidence,
            start=start,
            end=start + len(evidence),
            subject=roles[0],
            object=roles[1],
            recipient=roles[2],
            place=roles[3],
            attributed_to=self._speakers.ref() if dice.random() < 0.3 else None,
            quantity=float(dice.choice((1, 2, 10, 12, 18, 40, 100, 120, 500, 1000))) if many < 0.45 else None,
            quantity_qualifier="about" if many < 0.1 else "exact" if many < 0.45 else None,
            when=month if dice.random() < 0.4 else None,
            confidence=round(dice.uniform(0.5, 0.95), 2),
            extractor="rules/1",
        )
        if len(self._before) < _REMEMBERED:
            self._before.append(assertion)
        else:
            self._before[dice.randrange(_REMEMBERED)] = assertion
        return assertion

    def _roles(self, relation: str) -> tuple[EntityRef, EntityRef | None, EntityRef | None, EntityRef | None]:
        dice = self._dice
        subject = self._states.ref() if dice.random() < 0.7 else self._others.ref()
        object_ = self._items.ref() if dice.random() < 0.93 else None
        recipient = self._states.ref() if relation in ("supplies", "supports", "requests") else None
        place = self._places.ref() if relation in ("deploys", "produces") or dice.random() < 0.03 else None
        if recipient == subject:
            recipient = self._others.ref()
        return subject, object_, recipient, place


def main() -> None:
    """Write the lines to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("assertions", type=int, help="how many")
    parser.add_argument("--each", type=int, help=f"in one article (default: about {AN_ARTICLE})")
    parser.add_argument("--seed", type=int, default=1, help="another one gives other articles (default: 1)")
    options = parser.parse_args()
    for article, said in Generator(options.seed).articles(options.assertions, options.each):
        print(serial.dumps(article), *map(serial.dumps, said), sep="\n", file=sys.stdout)


if __name__ == "__main__":
    main()
