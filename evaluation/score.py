"""Precision, recall and F1 of assertions against annotations, by relation and language, and of links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation.agree import agree, core, options

Row = Mapping[str, Any]
Texts = Iterable[tuple[str, Sequence[Row], Sequence[Row]]]
"""For each text its language, its annotations, and what was found in it."""

ATTRIBUTES = ("modality", "quantity", "attribution", "when")
_PARTNERS = ("supplies", "supports")


@dataclass(slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    of: int = 0

    def count(self, yes: bool) -> None:
        """One more, which belongs to the part or does not."""
        self.part += yes
        self.of += 1

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of nothing."""
        return self.part / self.of if self.of else 0.0


@dataclass(slots=True)
class Tally:
    """Which share of what was said is right, and which share of what stands there was said."""

    said: Share = field(default_factory=Share)
    wanted: Share = field(default_factory=Share)

    @property
    def precision(self) -> float:
        """Share of what was said that is right."""
        return self.said.value

    @property
    def recall(self) -> float:
        """Share of what should have been said that was."""
        return self.wanted.value

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """All assertions, those of each language and relation, links, and attributes of the assertions found.

    A link is a pair of who supplies or supports whom in a text, whatever the item.
    """

    every: Tally = field(default_factory=Tally)
    languages: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    relations: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    links: Tally = field(default_factory=Tally)
    attributes: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in ATTRIBUTES})


@dataclass(frozen=True, slots=True)
class Matched:
    """Which row each annotation goes with (by their numbers), and the rows that go with none.

    Each is matched once, the best pair first. Rows that only say again what another says
    are neither in `found` nor `wrong`.
    """

    found: dict[int, int]
    wrong: tuple[int, ...]


def matched(golds: Sequence[Row], rows: Sequence[Row]) -> Matched:
    """Match annotations with what was found."""
    pairs = [
        (sum(_attributes(g, r).values()) - 0.5 * bool(g.get("optional")), i, j)
        for i, g in enumerate(golds)
        for j, r in enumerate(rows)
        if core(g, r)
    ]
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in found and j not in used:
            found[i] = j
            used.add(j)
    fitting = {j for _, _, j in pairs}
    return Matched(found, tuple(j for j in range(len(rows)) if j not in fitting))


def score(texts: Texts) -> Score:
    """Count over all texts. What an optional annotation asks for counts neither as missed nor as wrong."""
    total = Score()
    for language, golds, rows in texts:
        pairing = matched(golds, rows)
        for i, gold in enumerate(golds):
            if gold.get("optional"):
                continue
            known = i in pairing.found
            for tally in (
                total.every,
                total.languages[language],
                total.relations[gold["relation"].split("|")[0]],
            ):
                tally.wanted.count(known)
                if known:
                    tally.said.count(True)
            if known:
                for name, right in _attributes(gold, rows[pairing.found[i]]).items():
                    total.attributes[name].count(right)
        for j in pairing.wrong:
            for tally in (total.every, total.languages[language], total.relations[rows[j]["relation"]]):
                tally.said.count(False)
        _count_links(total.links, golds, rows)
    return total


def reliability(texts: Texts) -> dict[int, Share]:
    """For each tenth of confidence (0 to 9) that was given: how much of what was found is right."""
    steps: defaultdict[int, Share] = defaultdict(Share)
    for _, golds, rows in texts:
        for row in rows:
            fitting = [gold for gold in golds if core(gold, row)]
            right = any(not gold.get("optional") for gold in fitting)
            if right or not fitting:
                steps[min(9, int(row["confidence"] * 10))].count(right)
    return dict(sorted(steps.items()))


def _attributes(gold: Row, row: Row) -> dict[str, bool]:
    """Whether each attribute that either side gives is right; of times, only where the annotation has one."""
    told = {"modality": row["modality"] in gold["modality"].split("|")}
    wanted, got = gold["quantity"], row["quantity"]
    if wanted is not None or got is not None:
        told["quantity"] = wanted is not None and got is not None and abs(wanted - got) < 1e-6
    if gold["attributed_to"]:
        told["attribution"] = agree(gold["attributed_to"], row["attributed_to"])
    elif row["attributed_to"]:
        told["attribution"] = False
    when = gold["when"]
    if when and when[:4].isdigit():
        told["when"] = (row["when"] or "")[:7] == when[:7]
    return told


_Link = tuple[frozenset[str], frozenset[str]]


def _count_links(into: Tally, golds: Sequence[Row], rows: Sequence[Row]) -> None:
    wanted, allowed = _links(golds, optional=False), _links(golds, optional=True)
    said = _links(rows, optional=False)
    for link in wanted:
        into.wanted.count(any(_meet(link, one) for one in said))
    for link in said:
        right = any(_meet(link, one) for one in wanted)
        if right or not any(_meet(link, one) for one in allowed):
            into.said.count(right)


def _links(rows: Sequence[Row], *, optional: bool) -> list[_Link]:
    """Who gives to whom, each pair once; alternatives in the one or the other make no other pair."""
    told: dict[tuple[str, str], _Link] = {}
    for row in rows:
        if row["relation"].split("|")[0] not in _PARTNERS or bool(row.get("optional")) != optional:
            continue
        giver, taker = options(row["subject"]), options(row["recipient"])
        if giver and taker:
            told[min(giver), min(taker)] = (giver, taker)
    return list(told.values())


def _meet(one: _Link, other: _Link) -> bool:
    return bool(one[0] & other[0]) and bool(one[1] & other[1])
