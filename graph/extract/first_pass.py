"""A first look at a text: where it names arms at all, before anything dearer is asked.

All spellings of items that stand in the gazetteer are looked for at once (Aho and Corasick,
1975, "Efficient string matching"), letters in any case, hyphens or blanks between the parts.
What only looks like a spelling is let through; the gazetteer decides later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Literal

from graph.extract.gazetteer import Form, gazetteer
from graph.extract.sentences import Sentence

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

REACH = 2
"""Sentences after one that names an item in which the item may still be meant; and before, for partners.

The model's windows reach as far, and no farther: what lies beyond is not even tagged."""

Mark = Literal["strong", "weak", "none"]
"""How a sentence names an item: by a spelling that speaks of arms by itself, by a word that may mean
anything ("system") and counts only near such a one, or not at all."""

_WEAK_REACH = 5  # sentences from such a one within which "system", "parts" or "aid" may be arms
_STRONG: tuple[Form, ...] = ("name", "noun")
_INSIDE = 5  # letters from which a German noun is also found inside a compound
_GLUED = 4  # letters and figures of a designation's first two parts that are enough to know it by
_SEPARATORS = ("", " ", "-")
_ENDINGS = frozenset(["s", "es", "e", "n", "en", "er", "ern", "em", "ns"])
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Signs:
    """The spellings to look for, by number: which speak of arms without anything beside them, which
    may stand inside a longer word, and which are acronyms, in capitals only."""

    finder: AhoCorasick
    strong: frozenset[int]
    inside: frozenset[int]
    cased: frozenset[int]


def marks(text: str, sentences: Sequence[Sentence], language: str) -> list[Mark]:
    """How each sentence names an item, as far as spellings tell.

    Args:
        text: the article's text.
        sentences: its sentences, in text order.
        language: "de" or "en".
    """
    strong, weak = [False] * len(sentences), [False] * len(sentences)
    number = 0
    for start, alone in _found(text, language):
        while number < len(sentences) and sentences[number].end <= start:
            number += 1
        if number < len(sentences) and sentences[number].start <= start:
            (strong if alone else weak)[number] = True
    near_strong = spread(strong, _WEAK_REACH)
    return [
        "strong" if s else "weak" if w and near else "none"
        for s, w, near in zip(strong, weak, near_strong, strict=True)
    ]


def near_arms(marked: Sequence[Mark]) -> list[bool]:
    """For each sentence, whether it may say something of arms.

    True for a sentence with a spelling of an item, and for those close enough that the
    item may be meant in them or their words be needed to understand it.

    >>> near_arms(["none", "none", "none", "weak", "none"])
    [False, True, True, True, True]
    """
    return spread([mark != "none" for mark in marked], REACH)


def spread(marked: Sequence[bool], reach: int) -> list[bool]:
    """True for what is marked and up to `reach` places around it."""
    out = [False] * len(marked)
    for number, one in enumerate(marked):
        if one:
            low, high = max(0, number - reach), min(len(marked), number + reach + 1)
            out[low:high] = [True] * (high - low)
    return out


def names_arms(text: str, language: str) -> bool:
    """Whether a text has a spelling of an item that speaks of arms by itself.

    >>> names_arms("Der Zug nach Kiel fuhr pünktlich ab.", "de"), names_arms("Zwei Su 35 flogen ab.", "de")
    (False, True)
    """
    return any(strong for _, strong in _found(text, language))


def _found(text: str, language: str) -> Iterator[tuple[int, bool]]:
    """Where spellings begin, in text order, and whether each speaks of arms by itself."""
    signs = _signs(language)
    low = text.lower()
    if len(low) != len(text):  # a few capitals have two small letters: "İ"
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    low = low.replace("‑", "-").replace("–", "-").replace("’", "'")  # many times as fast as translate()
    for number, start, end in signs.finder.find_matches_as_indexes(low, overlapping=True):
        if number not in signs.inside:
            if start and low[start - 1].isalnum():
                continue
            if number in signs.cased and not text[start:end].isupper():
                continue
            tail = _LETTERS.match(low, end)
            if tail is not None and low[end - 1].isalpha() and tail.group() not in _ENDINGS:
                continue
        yield start, number in signs.strong


@cache
def _signs(language: str) -> _Signs:
    from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - needed only here

    strong, inside, plain = set[str](), set[str](), set[str]()
    every: dict[str, None] = {}
    for parts, entry in gazetteer(language).item_spellings():
        noun = language == "de" and entry.form == "noun" and len(parts) == 1
        for sign in _spelled(parts):
            every[sign] = None
            if entry.form in _STRONG:
                strong.add(sign)
            if noun and len(sign) >= _INSIDE:
                inside.add(sign)
            if not entry.cased:
                plain.add(sign)
    number = {sign: i for i, sign in enumerate(every)}
    return _Signs(
        AhoCorasick(every),
        frozenset(number[sign] for sign in strong),
        frozenset(number[sign] for sign in inside),
        frozenset(number[sign] for sign in every if sign not in plain),
    )


def _spelled(parts: Sequence[str]) -> Iterator[str]:
    """The ways to write the beginning of a spelling."""
    size = next((n for n in range(2, len(parts)) if len("".join(parts[:n])) >= _GLUED), len(parts))
    for between in product(_SEPARATORS, repeat=size - 1):
        sign = "".join(part + gap for part, gap in zip(parts, (*between, ""), strict=False))
        yield sign
        if sign.endswith("y"):
            yield sign[:-1] + "ie"  # "batteries"
