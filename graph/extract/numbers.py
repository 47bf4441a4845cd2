"""Numbers of things in figures and words, with ranges, qualifiers and units; money and measures apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.extract.number_words import figure, number_word, scale_of
from graph.extract.tokens import Token
from graph.model import Qualifier
from seeds.catalogue import lexicon

_SPAN = re.compile(r"(\d[\d.,]*)-(\d[\d.,]*)")  # "100-150", one token
_RATE_REACH = 8


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


@cache
def _phrases(language: str, key: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The phrases of a list as words, with what they mean, the longer first."""
    entries = _words(language)[key]
    if key == "qualifiers":
        pairs = [(str(phrase), name) for name, phrases in entries.items() for phrase in phrases]
    else:
        pairs = [(str(phrase), str(entries[phrase])) for phrase in entries]
    return tuple(sorted(((tuple(p.split()), name) for p, name in pairs), key=lambda pair: -len(pair[0])))


def find(tokens: Sequence[Token], language: str) -> tuple[Quantity, ...]:
    """The numbers of things in a sentence, left to right.

    Money, measures, dates, ordinals, labels ("Artikel 5") and parts of pieces are left out.
    """
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        quantity = _vague(tokens, i, language) or _exact(tokens, i, language)
        if quantity is None:
            i += 1
            continue
        quantity = _range(tokens, quantity, language)
        i = quantity.last
        quantity = _unit(tokens, _qualified(tokens, quantity, language), language)
        whole = quantity.value == int(quantity.value) or quantity.unit not in (None, "pieces")
        if quantity.value > 0 and whole and not _no_count(tokens, quantity, language):
            found.append(quantity)
    return tuple(found)


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _vague(tokens: Sequence[Token], i: int, language: str) -> Quantity | None:
    """ "Dutzende", "hundreds of thousands", "mehrere hundert": at least so many."""
    words = _words(language)
    low, stop = tokens[i].low, i + 1
    value = words["vague"].get(low)
    if value is None:
        if low not in words["several"] or stop >= len(tokens):
            return None
        value = words["scales"].get(_low(tokens, stop)) or number_word(_low(tokens, stop), language)
        if value is None or (value != 12 and not _is_power_of_ten(value)):
            return None
        stop += 1
    stop += _low(tokens, stop) in words["of"]
    following = _low(tokens, stop)
    more = words["vague"].get(following) or (value >= 10 and words["scales"].get(following))
    if more:  # "Hunderte Millionen", "tens of thousands"
        value, stop = value * more, stop + 1
        stop += _low(tokens, stop) in words["of"]
    elif low in words["vague_before_vague"]:
        return None
    return Quantity(float(value), i, stop, qualifier="at_least")


def _is_power_of_ten(value: float) -> bool:
    return value >= 10 and str(int(value)).strip("0") == "1"


def _exact(tokens: Sequence[Token], i: int, language: str) -> Quantity | None:
    """The number that begins at token i: figures and words, multiplied by the scales behind them."""
    span = _SPAN.fullmatch(tokens[i].text)
    if span:
        low, high = figure(span[1], language), figure(span[2], language)
        return Quantity(low, i, i + 1, maximum=high) if low and high and low < high else None
    words = _words(language)
    articles = words["articles"]
    total, current, stop = 0.0, None, i
    while stop < len(tokens):
        low = tokens[stop].low.removesuffix("-")
        value = _value(tokens[stop], language)
        scale = words["scales"].get(low)
        if scale is not None and (stop > i or low not in words["needs_article"]):
            if stop > i and total and current is None:
                break
            factor = 1.0 if current is None else current
            if scale == 100 and factor < 100:
                current = factor * scale
            else:
                total, current = total + factor * scale, None
            stop += 1 + (_low(tokens, stop + 1) == "." and low in words["abbreviated"])
        elif value is not None and _goes_on(tokens, stop, i, total, current, value, articles):
            fresh = current is None or (stop == i + 1 and _low(tokens, i) in articles)
            current = value if fresh or current is None else current + value
            stop += 1
        elif low in ("and", *articles) and current is not None and _links(tokens, stop, current, language):
            stop += 1
        else:
            break
    if stop == i or (stop == i + 1 and _low(tokens, i) in articles):
        return None
    scaled = total > 0 or stop > i + 1
    stop += scaled and _low(tokens, stop) in words["of"]
    return Quantity(total + (current or 0.0), i, stop)
