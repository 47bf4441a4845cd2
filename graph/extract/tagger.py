"""Part of speech and lemma of words: a word list, the ends of words it lacks, and weights for what is open.

Most words have one reading. Where one has several, an averaged perceptron (Collins, 2002,
"Discriminative training methods for hidden Markov models") decides from left to right by
the words and readings around it. What it knows is made by `training/tagger.py`.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from seeds.yaml_files import seeds_folder

Key = tuple[int | str | bool, ...]
Reading = tuple[int, ...]  # numbers of the tags that a word may have, rising

LONGEST_END = 6  # letters of a word's end that tell its tag
LONGEST_LEMMA_END = 5  # letters that tell its lemma
_REMEMBERED = 1 << 16  # words, some ten MB
_BEFORE = -1  # the tag before the first word


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the tagger knows of a language.

    `tags` are pairs of class and verb form; `words` gives for a word, as it is written, its
    readings as "tag cut ending;..." (cut so many letters of the word in lower case, then
    add the ending, for the lemma); `ends` the likely tags for the end of an unknown word
    (with "^" before it if the word begins with a capital), `lemmas` cut and ending for a
    tag and the end of a word; `weights` the perceptron's.
    """

    tags: tuple[tuple[str, str], ...]
    words: Mapping[str, str]
    ends: Mapping[str, Reading]
    lemmas: Mapping[str, str]
    weights: Mapping[Key, Mapping[int, float]]


class Tagger:
    """Tags sentences of one language.

    Example:
        Tagger(knowledge).tag(["Iran", "lieferte", "Drohnen"])
        # [("name", "", "iran"), ("verb", "fin", "liefern"), ("noun", "", "drohne")]
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.tags = knowledge.tags
        self._words, self._ends, self._lemmas = knowledge.words, knowledge.ends, knowledge.lemmas
        self._weights = knowledge.weights
        number = {tag: i for i, tag in enumerate(knowledge.tags)}
        self._punctuation = (number["punct", ""],)
        self._figure, self._figure_word = (number["num", ""],), _rising(number["num", ""], number["noun", ""])
        self._name, self._noun = number["name", ""], number["noun", ""]
        # Words come again and again; what they may be is worked out once.
        self.readings = lru_cache(_REMEMBERED)(self._readings)
        self.lemma = lru_cache(_REMEMBERED)(self._lemma)

    def tag(self, words: Sequence[str]) -> list[tuple[str, str, str]]:
        """The class, verb form and lemma of each word of a sentence, apostrophes of any kind in it."""
        words = [word.replace("’", "'") for word in words]
        first = next((i for i, word in enumerate(words) if word[0].isalnum()), 0)
        if first:  # a quotation begins as a sentence does
            return [(*self.tags[self._punctuation[0]], word) for word in words[:first]] + self.tag(
                words[first:]
            )
        opens, possible = self.open_readings(words)
        chosen = self.choose(words, possible)
        return [
            (*self.tags[tag], self.lemma(word, tag, first))
            for word, tag, first in zip(words, chosen, opens, strict=True)
        ]

    def open_readings(self, words: Sequence[str]) -> tuple[list[bool], list[Reading]]:
        """For each word whether it opens a sentence or stands behind a mark, and the tags it may have."""
        opens = [i == 0 or not words[i - 1][0].isalnum() for i in range(len(words))]
        return opens, [self.readings(word, first) for word, first in zip(words, opens, strict=True)]

    def classes(self, word: str) -> frozenset[str]:
        """The classes that a word, as it is written, has in the word list; none where that lacks it."""
        return frozenset(self.tags[tag][0] for tag in self._known(word))

    def _readings(self, word: str, first: bool) -> Reading:
        """The tags that a word may have; `first`: at the beginning of a sentence all words are large."""
        if not any(c.isalnum() for c in word):
            return self._punctuation
        if word[0].isdigit():
            return self._figure_word if any(c.isalpha() for c in word) else self._figure
        known = self._known(word)
        if first and word[0].isupper():
            known = {**self._known(word.lower()), **known}
        return tuple(sorted(known)) or self._guessed(word)

    def _known(self, word: str) -> dict[int, str]:
        entry = self._words.get(word)
        if not entry:
            return {}
        return {int(tag): how for tag, _, how in (one.partition(" ") for one in entry.split(";"))}

    def _guessed(self, word: str) -> Reading:
        mark, low = "^" if word[0].isupper() else "", word.lower()
        for size in range(min(LONGEST_END, len(low) - 1), 0, -1):
            found = self._ends.get(mark + low[-size:])
            if found:
                return found
        return (self._name if mark else self._noun,)

    def choose(self, words: Sequence[str], possible: Sequence[Reading]) -> list[int]:
        """One of the possible tags for each word."""
        chosen: list[int] = []
        before = last = _BEFORE
        for i, reading in enumerate(possible):
            tag = reading[0]
            if len(reading) > 1:
                score = dict.fromkeys(reading, 0.0)
                for key in features(words, possible, i, last, before):
                    found = self._weights.get(key)
                    if found:
                        for one in reading:
                            score[one] += found.get(one, 0.0)
                tag = max(reading, key=score.__getitem__)
            chosen.append(tag)
            before, last = last, tag
        return chosen

    def _lemma(self, word: str, tag: int, first: bool) -> str:
        """The lemma of a word with a tag, in lower case."""
        low = word.lower()
        how = self._known(word).get(tag)
        if how is None and first:
            how = self._known(low).get(tag)
        if how is None:
            ends = (f"{tag} {low[-size:]}" for size in range(min(LONGEST_LEMMA_END, len(low)), 0, -1))
            how = next((found for end in ends if (found := self._lemmas.get(end)) is not None), "0 ")
        cut, _, ending = how.partition(" ")
        return low[: len(low) - int(cut)] + ending


def _rising(*numbers: int) -> Reading:
    return tuple(sorted(numbers))


def features(
    words: Sequence[str], possible: Sequence[Reading], i: int, last: int, before: int
) -> tuple[Key, ...]:
    """What speaks for one tag of word i or another.

    Args:
        words: the sentence.
        possible: the readings of each word.
        i: the word that is to be decided.
        last: the tag of the word before it (-1: none).
        before: the tag of the word before that.
    """
    word, reading = words[i], _code(possible[i])
    low = word.lower()
    following = words[i + 1].lower() if i + 1 < len(words) else "$"
    next_reading = _code(possible[i + 1]) if i + 1 < len(possible) else ""
    after = _code(possible[i + 2]) if i + 2 < len(possible) else ""
    previous = words[i - 1].lower() if i else "^"
    return (
        (0, low), (1, reading), (2, last, reading), (3, last, before), (4, previous, reading),
        (5, following, reading), (6, next_reading, reading), (7, last, next_reading),
        (8, next_reading, after), (9, low[-3:], word[0].isupper()), (10, last, low[-2:]),
        (11, i == 0, reading),
    )  # fmt: skip


@cache
def _code(reading: Reading) -> str:
    return " ".join(map(str, reading))


@cache
def tagger(language: str) -> Tagger:
    """The tagger of one language, read once."""
    return Tagger(read(seeds_folder() / "tagger" / f"{language}.json.gz"))


def read(path: Path) -> Knowledge:
    """What `training/tagger.py` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        data: dict[str, Any] = json.load(file)
    return Knowledge(
        tuple((kind, form) for kind, form in data["tags"]),
        data["words"],
        {end: tuple(tags) for end, tags in data["ends"].items()},
        data["lemmas"],
        {tuple(key): dict(weights) for key, weights in data["weights"]},
    )
