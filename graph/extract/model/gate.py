"""Which sentences are looked into: a glance at the words of each, then one at what the rules found.

"Sweden sends ten guns" may say who supplies whom, "The tank museum opens at ten" hardly. A
logistic regression tells, first of the words alone, before anything is tagged, then of the
mentions and triggers too, before the network is asked. Nearly all sentences in which the model
would find something are let through, and most of what lies around them is spared both.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import Any

from graph.extract.first_pass import REACH, Mark, marks, near_arms
from graph.extract.model import clues
from graph.extract.model.files import ModelUnavailable
from graph.extract.model.reading import Read
from graph.extract.rules import Analysis
from graph.extract.sentences import Sentence

SHORT = 5
"""Sentences of a text that is too short to be left out as a whole."""

_REMEMBERED = 1 << 16  # words


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of clues, in hundredths, so that a sum is the same in any order.

    Attributes:
        of: the weight of a clue; what is not among them weighs nothing.
        least: the sum from which a sentence is let through.
        before: what a sum of the glance before weighs.
        best: the sum that one sentence of a text has to reach, if the text is not short.
    """

    of: Mapping[str, int]
    least: float
    before: float = 0.0
    best: float = float("-inf")


@dataclass(frozen=True, slots=True)
class Looked:
    """What the words of each sentence weigh, and whether it is asked of or stands right before such a one."""

    sums: Sequence[int]
    needed: Sequence[bool]


class Gate:
    """Lets sentences through by what is known of them."""

    def __init__(self, words: Weights, mentions: Weights) -> None:
        self._words, self._mentions = words, mentions
        self._word = lru_cache(_REMEMBERED)(self._weighed)

    def __reduce__(self) -> tuple[type[Gate], tuple[Weights, Weights]]:
        """For worker processes: what is remembered stays behind."""
        return Gate, (self._words, self._mentions)

    @classmethod
    def load(cls, path: Path) -> Gate:
        """Read weights.

        Raises:
            ModelUnavailable: the file is missing or broken.
        """
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            return cls(*(_weights(data[part]) for part in ("words", "mentions")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelUnavailable(f"the model's file {path.name} cannot be read: {error}") from error

    def look(self, text: str, sentences: Sequence[Sentence], language: str) -> Looked:
        """What the words of each sentence of a text tell; a sentence far from arms is not needed."""
        marked = marks(text, sentences, language)
        near, arms = near_arms(marked), clues.arms(marked)
        sums = [
            self._sum(text, sentence, mark, arms, language) if one else 0
            for sentence, mark, one in zip(sentences, marked, near, strict=True)
        ]
        own = [total for one, total in zip(near, sums, strict=True) if one]
        if len(sentences) > SHORT and max(own, default=0) < self._words.best:
            return Looked(sums, [False] * len(sums))
        passed = [one and total >= self._words.least for one, total in zip(near, sums, strict=True)]
        needed = (any(passed[number : number + REACH + 1]) for number in range(len(sums)))
        return Looked(sums, [a and b for a, b in zip(near, needed, strict=True)])

    def passed(self, looked: Looked, rules: Sequence[Analysis], reads: Sequence[Read]) -> list[bool]:
        """Of which sentences the network is asked, once the rules have read what was needed."""
        of, least, before = self._mentions.of, self._mentions.least, self._mentions.before
        told = clues.of_mentions(rules, reads, looked.needed)
        return [
            needed and before * total + sum(map(of.get, own, repeat(0))) >= least
            for needed, total, own in zip(looked.needed, looked.sums, told, strict=True)
        ]

    def _sum(self, text: str, sentence: Sentence, mark: Mark, arms: int, language: str) -> int:
        total = sum(map(self._words.of.get, clues.around(sentence, mark, arms), repeat(0)))
        return total + sum(map(self._word, clues.words(text, sentence), repeat(language)))

    def _weighed(self, word: str, language: str) -> int:
        return sum(map(self._words.of.get, clues.of_word(word, language), repeat(0)))


EVERY = Weights({}, float("-inf"))
OPEN = Gate(EVERY, EVERY)
"""Lets through all that is near arms."""


def _weights(data: Mapping[str, Any]) -> Weights:
    of = {str(clue): int(weight) for clue, weight in data["weights"].items()}
    return Weights(of, *(float(data[name]) for name in ("least", "before", "best")))
