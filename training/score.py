"""Precision, recall and F1 of assertions against annotations, by relation and language, and of links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from training.agree import agree, core, options

Row = Mapping[str, Any]
_PARTNERS = ("supplies", "supports")


@dataclass(slots=True)
class Tally:
    """What was right, wrong and missed; of the right ones, how often an attribute was, too."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    attributes: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    @property
    def precision(self) -> float:
        """Share of what was said that is right."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        """Share of what should have been said that was."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def matched(golds: Sequence[Row], rows: Sequence[Row]) -> tuple[dict[int, int], set[int]]:
    """Which row each annotation is matched with, each once, and the rows that only say it again."""
    pairs = [
        (sum(_attributes(g, r).values()) - 0.5 * bool(g.get("optional")), i, j)
        for i, g in enumerate(golds)
        for j, r in enumerate(rows)
        if core(g, r)
    ]
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if i not in found and j not in used:
            found[i] = j
            used.add(j)
    return found, {j for _, _, j in pairs} - used


def _attributes(gold: Row, row: Row) -> dict[str, bool]:
    told = {"modality": row["modality"] in gold["modality"].split("|")}
    if gold["quantity"] is not None or row["quantity"] is not None:
        told["quantity"] = gold["quantity"] == row["quantity"]
    if gold["attributed_to"]:
        told["attribution"] = agree(gold["attributed_to"], row["attributed_to"])
    elif row["attributed_to"]:
        told["attribution"] = False
    when = gold["when"]
    if when and when[:4].isdigit():
        told["when"] = (row["when"] or "")[:7] == when[:7]
    return told


def tally(articles: Iterable[tuple[str, Sequence[Row], Sequence[Row]]]) -> dict[str, Tally]:
    """Tallies by "all", by language, by relation, and of "links".

    Args:
        articles: for each its language, its annotations and what was found in it.
    """
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for language, golds, rows in articles:
        found, repeats = matched(golds, rows)
        for i, gold in enumerate(golds):
            if gold.get("optional"):
                continue
            for key in ("all", language, gold["relation"].split("|")[0]):
                if i not in found:
                    tallies[key].missed += 1
                    continue
                tallies[key].right += 1
                for name, right in _attributes(gold, rows[found[i]]).items():
                    tallies[key].attributes[name][0] += right
                    tallies[key].attributes[name][1] += 1
        for j, row in enumerate(rows):
            if j not in found.values() and j not in repeats:
                for key in ("all", language, row["relation"]):
                    tallies[key].wrong += 1
        _links(tallies["links"], golds, rows)
    return dict(tallies)


def _links(into: Tally, golds: Sequence[Row], rows: Sequence[Row]) -> None:
    def pairs(them: Sequence[Row], *, optional: bool) -> set[tuple[frozenset[str], frozenset[str]]]:
        return {
            (options(r["subject"]), options(r["recipient"]))
            for r in them
            if r["relation"].split("|")[0] in _PARTNERS and r["subject"] and r["recipient"]
            and bool(r.get("optional")) == optional
        }  # fmt: skip

    def meet(a: tuple[frozenset[str], frozenset[str]], b: tuple[frozenset[str], frozenset[str]]) -> bool:
        return bool(a[0] & b[0]) and bool(a[1] & b[1])

    wanted, allowed, said = (
        pairs(golds, optional=False),
        pairs(golds, optional=True),
        pairs(rows, optional=False),
    )
    right = sum(any(meet(w, s) for s in said) for w in wanted)
    into.right += right
    into.missed += len(wanted) - right
    into.wrong += sum(not any(meet(x, s) for x in (*wanted, *allowed)) for s in said)
