"""A glance at the words of a sentence: may it say who supplies what to whom, before anything is tagged?

"Sweden sends ten guns" may, "The tank museum opens at ten" hardly. A logistic regression over the
words of a sentence and their beginnings and ends tells. Nearly all sentences in which something is
found are let through, and most of what lies around them is spared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from pathlib import Path

from graph.extract.first_pass import REACH, Mark, marks, near_arms
from graph.extract.sentences import Sentence
from seeds.yaml_files import seeds_folder

SHORT = 5
"""Sentences of a text that is too short to be left out as a whole."""

FILE = "glance.json"
"""The weights' file, beside the model that they are fitted to."""

_REMEMBERED = 1 << 16  # words
_WORD = re.compile(r"[^\W\d_]+|\d+")
_PART = 6  # letters of a beginning or end
_MOST_ARMS = 4  # powers of two


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of clues, in hundredths, so that a sum is the same in any order.

    Attributes:
        of: the weight of a clue; what is not among them weighs nothing.
        least: the sum from which a sentence is let through.
        before: what a sum of a look before this one weighs.
        best: the sum that one sentence of a text has to reach, if the text is not short.
    """

    of: Mapping[str, int]
    least: float
    before: float = 0.0
    best: float = float("-inf")


@dataclass(frozen=True, slots=True)
class Looked:
    """What the words of each sentence weigh, and whether it is let through or precedes one that is."""

    sums: Sequence[int]
    needed: Sequence[bool]


class Glance:
    """Lets sentences through by their words."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._word = lru_cache(_REMEMBERED)(self._weighed)

    def __reduce__(self) -> tuple[type[Glance], tuple[Weights]]:
        """For worker processes: what is remembered stays behind."""
        return Glance, (self._weights,)

    def look(self, text: str, sentences: Sequence[Sentence], language: str) -> Looked:
        """What the words of each sentence of a text tell; a sentence far from arms is not needed."""
        marked = marks(text, sentences, language)
        near, arms = near_arms(marked), spoken_of(marked)
        sums = [
            self._sum(text, sentence, mark, arms, language) if one else 0
            for sentence, mark, one in zip(sentences, marked, near, strict=True)
        ]
        own = [total for one, total in zip(near, sums, strict=True) if one]
        if len(sentences) > SHORT and max(own, default=0) < self._weights.best:
            return Looked(sums, [False] * len(sums))
        passed = [one and total >= self._weights.least for one, total in zip(near, sums, strict=True)]
        needed = (any(passed[number : number + REACH + 1]) for number in range(len(sums)))
        return Looked(sums, [a and b for a, b in zip(near, needed, strict=True)])

    def _sum(self, text: str, sentence: Sentence, mark: Mark, arms: int, language: str) -> int:
        total = sum(map(self._weights.of.get, around(sentence, mark, arms), repeat(0)))
        return total + sum(map(self._word, words(text, sentence), repeat(language)))

    def _weighed(self, word: str, language: str) -> int:
        return sum(map(self._weights.of.get, of_word(word, language), repeat(0)))


EVERY = Weights({}, float("-inf"))
OPEN = Glance(EVERY)
"""Lets through all that is near arms."""


@cache
def shipped() -> Glance:
    """The glance that lies beside the shipped model; one at all that is near arms where there is none."""
    path = seeds_folder() / "model" / FILE
    return Glance(weights(path)) if path.is_file() else OPEN


def weights(path: Path) -> Weights:
    """Read weights of clues.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is broken.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    try:
        of = {str(clue): int(weight) for clue, weight in data["weights"].items()}
        return Weights(of, *(float(data[name]) for name in ("least", "before", "best")))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path.name}: {error!r}") from error


def spoken_of(marked: Sequence[Mark]) -> int:
    """How many sentences of a text speak of arms by themselves, in powers of two."""
    return min(_MOST_ARMS, marked.count("strong").bit_length())


def words(text: str, sentence: Sentence) -> set[str]:
    """The words and figures of a sentence."""
    return set(_WORD.findall(text, sentence.start, sentence.end))


def of_word(word: str, language: str) -> tuple[str, ...]:
    """The word itself, its beginning and its end; of a figure only how long it is.

    >>> of_word("delivers", "en"), of_word("120", "en")
    (('en:delivers', 'en:delive-', 'en:-livers'), ('3 digits',))
    """
    if word.isdigit():
        return (f"{len(word)} digits",)
    low = word.lower()
    if len(low) <= _PART:
        return (f"{language}:{low}",)
    return f"{language}:{low}", f"{language}:{low[:_PART]}-", f"{language}:-{low[-_PART:]}"


def around(sentence: Sentence, mark: Mark, arms: int) -> tuple[str, ...]:
    """How a sentence names an item, where it stands, and how much the text speaks of arms."""
    return "any", f"names: {mark}", f"block: {sentence.kind}", f"arms: {arms}"
