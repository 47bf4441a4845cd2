"""Numbers of things in figures and words, with ranges, qualifiers and units; money and measures apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.extract.tokens import Token
from graph.model import Qualifier
from seeds.catalogue import lexicon

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things over tokens [first, last), with the unit that its counter names."""

    value: float
    first: int
    last: int
    maximum: float | None = None
    qualifier: Qualifier = "exact"
    unit: str | None = None


@cache
def _words(language: str) -> Mapping[str, Any]:
    return lexicon(language, "numbers")


def figure(text: str, language: str) -> float | None:
    """The value of a figure as the language writes it.

    >>> figure("2.000", "de"), figure("1,5", "de"), figure("3,000", "en"), figure("1.2", "en")
    (2000.0, 1.5, 3000.0, 1.2)
    """
    if not _FIGURE.fullmatch(text):
        return None
    words = _words(language)
    decimal, thousands = words["decimal"], words["thousands"]
    groups = text.split(thousands)
    if len(groups) > 1 and all(len(g.split(decimal)[0]) == 3 for g in groups[1:]):
        text = text.replace(thousands, "")
    parts = text.replace(",", ".").split(".")
    if decimal not in text and len(parts) == 2 and thousands in text and len(parts[1]) != 3:
        return float(".".join(parts))  # "1.5" in German prose: a foreign decimal point
    return float(text.replace(decimal, ".")) if text.count(decimal) <= 1 and len(parts) <= 2 else None


def number_word(word: str, language: str) -> float | None:
    """The value of a number word, German compounds included.

    >>> number_word("fünfundzwanzig", "de"), number_word("zweitausend", "de"), number_word("twenty-five", "en")
    (25.0, 2000.0, 25.0)
    """
    units, scales = _words(language)["units"], _words(language)["scales"]
    low = word.lower()
    if low in units:
        return float(units[low])
    if language == "en":
        tens, hyphen, one = low.partition("-")
        if hyphen and units.get(tens, 0) >= 20 and 0 < units.get(one, 0) < 10:
            return float(units[tens] + units[one])
        return None
    for scale in ("tausend", "hundert"):
        left, found, right = low.partition(scale)
        if found and (left or right):
            factor = number_word(left, language) if left else 1.0
            rest = number_word(right, language) if right else 0.0
            if factor is None or rest is None or rest >= scales[scale]:
                return None
            return factor * scales[scale] + rest
    one, found, tens = low.partition("und")
    if found and 0 < units.get(one, 0) < 10 and units.get(tens, 0) in range(20, 100, 10):
        return float(units[one] + units[tens])
    return None


def find(tokens: Sequence[Token], language: str) -> tuple[Quantity, ...]:
    """The numbers of things in a sentence; money, measures, dates and ordinals are left out."""
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        quantity = _number(tokens, i, language)
        if quantity is None:
            i += 1
            continue
        quantity = _range(tokens, quantity, language)
        i = quantity.last
        if not _measures(tokens, quantity, language):
            found.append(_unit(tokens, _qualified(tokens, quantity, language), language))
    return tuple(found)


def _number(tokens: Sequence[Token], i: int, language: str) -> Quantity | None:
    words = _words(language)
    low = tokens[i].low.rstrip("-")
    if low in words["vague"] and not (low in words["scales"] and i and _value(tokens[i - 1], language)):
        stop = i + 2 if i + 1 < len(tokens) and tokens[i + 1].low in ("von", "of") else i + 1
        return Quantity(float(words["vague"][low]), i, stop, qualifier="at_least")
    value = _value(tokens[i], language)
    if value is None:
        scale = words["scales"].get(low)
        several = i > 0 and tokens[i - 1].low in ("mehrere", "several", "einige", "many", "few")
        if scale is None or low in ("paar", "score", "couple"):
            return None
        return Quantity(float(scale), i, i + 1, qualifier="at_least" if several else "exact")
    stop = i + 1
    while stop < len(tokens) and tokens[stop].low.rstrip(".") in words["scales"]:
        value *= words["scales"][tokens[stop].low.rstrip(".")]
        stop += 1
    if stop == i + 1 and tokens[i].low in words["articles"]:
        return None
    if stop < len(tokens) and tokens[stop].low in ("von", "of") and stop > i + 1:
        stop += 1
    return Quantity(value, i, stop)


def _value(token: Token, language: str) -> float | None:
    if token.text[0].isdigit():
        return figure(token.text, language)
    return number_word(token.low, language)


def _range(tokens: Sequence[Token], low: Quantity, language: str) -> Quantity:
    if low.last + 1 >= len(tokens) or tokens[low.last].low not in _words(language)["range_words"]:
        return low
    high = _number(tokens, low.last + 1, language)
    if high is None or high.value <= low.value:
        return low
    joiner = tokens[low.last].low
    between = low.first > 0 and tokens[low.first - 1].low in ("zwischen", "between")
    if joiner in ("und", "and", "or") and not between:
        return low
    scale = 1.0
    if high.value >= 1000 * low.value and high.last > low.last + 2:  # "zwei bis drei Millionen"
        scale = high.value / (_value(tokens[low.last + 1], language) or high.value)
    return replace(low, value=low.value * scale, last=high.last, maximum=high.value)


def _measures(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """Whether the number counts no things: money, a measure, a date, an ordinal, part of a name."""
    words = _words(language)
    after = tokens[quantity.last] if quantity.last < len(tokens) else None
    before = tokens[quantity.first - 1] if quantity.first else None
    if after is not None:
        low = after.low.rstrip(".")
        if low in words["not_pieces"] or low in words["currencies"] or "dollar" in low or "euro" in low:
            return True
        if (
            after.text == "."
            and after.start == tokens[quantity.last - 1].end
            and quantity.last + 1 < len(tokens)
        ):
            return True  # "14. November"
        if (
            after.text in (":", "/")
            and quantity.last + 1 < len(tokens)
            and tokens[quantity.last + 1].pos == "num"
        ):
            return True
    if before is not None and (
        before.low in words["currencies"] or before.text in "$€£#" or before.low.endswith("$")
    ):
        return True
    year = quantity.value == int(quantity.value) and 1900 <= quantity.value <= 2100
    figures = tokens[quantity.first].text.isdigit() and len(tokens[quantity.first].text) == 4
    return year and figures and not (before is not None and before.low in ("etwa", "rund", "about", "some"))


def _qualified(tokens: Sequence[Token], quantity: Quantity, language: str) -> Quantity:
    left = " ".join(t.low for t in tokens[max(0, quantity.first - 3) : quantity.first])
    best: tuple[int, Qualifier] | None = None
    for qualifier, phrases in _words(language)["qualifiers"].items():
        for phrase in phrases:
            if (left == phrase or left.endswith(" " + phrase)) and (best is None or len(phrase) > best[0]):
                best = (len(phrase), qualifier)
    return replace(quantity, qualifier=best[1]) if best else quantity


def _unit(tokens: Sequence[Token], quantity: Quantity, language: str) -> Quantity:
    words = _words(language)
    if quantity.last < len(tokens):
        unit = words["counters"].get(tokens[quantity.last].low)
        if unit:
            quantity = replace(quantity, unit=unit)
    tail = " ".join(t.low for t in tokens[quantity.last : quantity.last + 5])
    for phrase, rate in words["rates"].items():
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", tail):
            return replace(quantity, unit=rate)
    return quantity
