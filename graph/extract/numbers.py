"""Numbers of things in figures and words, with ranges, qualifiers and units; money and measures apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from graph.extract.measures import measures
from graph.extract.number_words import figure, number_word, scale_of
from graph.extract.particles import is_particle
from graph.extract.tokens import Token
from graph.model import Qualifier
from seeds.catalogue import lexicon

_SPAN = re.compile(r"(\d[\d.,]*)-(\d[\d.,]*)")  # "100-150", one token
_HEDGED = re.compile(r"(\d[\d.,]*)-([a-z]+)")
_RATE_REACH = 8
_DEAL_REACH = 6
_DOZEN = 12

Atom = Literal["", "figure", "word", "article", "scale", "link"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things over tokens [first, last), with the unit that its counter names."""

    value: float
    first: int
    last: int
    maximum: float | None = None
    qualifier: Qualifier = "exact"
    unit: str | None = None


def find(tokens: Sequence[Token], language: str, end: int | None = None) -> Iterator[Quantity]:
    """The numbers of things in a sentence that begin before token `end` (None: all), left to right.

    Money, measures, dates, ordinals, labels ("Artikel 5") and parts of things are left out.
    """
    i, stop = 0, len(tokens) if end is None else end
    while i < stop:
        quantity = _vague(tokens, i, language) or _exact(tokens, i, language)
        if quantity is None:
            i += 1
            continue
        quantity = _range(tokens, quantity, language)
        quantity = _unit(tokens, _qualified(tokens, quantity, language), language)
        whole = quantity.value == int(quantity.value) or quantity.unit not in (None, "pieces")
        hedged = quantity.qualifier != "exact"
        if quantity.value > 0 and whole and not measures(tokens, i, quantity.last, language, hedged=hedged):
            yield quantity
        i = quantity.last


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _words(language: str) -> Mapping[str, Any]:
    return lexicon(language, "numbers")


def _vague(tokens: Sequence[Token], i: int, language: str) -> Quantity | None:
    """ "Dutzende", "hundreds of thousands", "mehrere hundert": at least so many."""
    words = _words(language)
    value, stop = words["vague"].get(tokens[i].low), i + 1
    if value is None and tokens[i].low in words["several"]:
        following = _low(tokens, stop)
        value = words["scales"].get(following) or number_word(following, language) or 0.0
        stop += 1
        if value != _DOZEN and not _is_power_of_ten(value):
            return None
    if value is None:
        return None
    stop += _low(tokens, stop) in words["of"]
    following = _low(tokens, stop)
    more = words["vague"].get(following) or words["scales"].get(following)
    if more and (tokens[i].low not in words["several"] or more > value):  # "Hunderte Millionen"
        value, stop = value * more, stop + 1
        stop += _low(tokens, stop) in words["of"]
    return Quantity(float(value), i, stop, qualifier="at_least")


def _is_power_of_ten(value: float) -> bool:
    return value >= 10 and str(int(value)).strip("0") == "1"


def _exact(tokens: Sequence[Token], i: int, language: str) -> Quantity | None:
    """The number that begins at token i; an article alone has the value 0."""
    words = _words(language)
    span = _SPAN.fullmatch(tokens[i].text)
    if span:
        low, high = figure(span[1], language), figure(span[2], language)
        years = len(span[1]) == len(span[2]) == 4
        if not (low and high and low < high) or years:
            return None
        scale = words["scales"].get(_low(tokens, i + 1))  # "10-12 thousand"
        return Quantity(low * (scale or 1), i, i + 1 + bool(scale), maximum=high * (scale or 1))
    hedged = _HEDGED.fullmatch(tokens[i].low)  # "70-plus missiles"
    if hedged and hedged[2] in words["hedging_endings"] and (value := figure(hedged[1], language)):
        return Quantity(value, i, i + 1, qualifier=words["hedging_endings"][hedged[2]])
    total = current = last_scale = 0.0
    before: Atom = ""
    stop = i
    while stop < len(tokens):
        kind, value = _atom(tokens[stop], language)
        if not _goes_on(before, kind, current, value, last_scale):
            break
        if kind == "scale":
            last_scale = value
            if value == 100:
                current = (current or 1) * value
            else:
                total, current = total + (current or 1) * value, 0.0
            abbreviated = tokens[stop].low in words["abbreviated"] and _low(tokens, stop + 1) == "."
            stop += abbreviated
        else:
            current += value
        before = kind
        stop += 1
    if before == "link":
        stop, before = stop - 1, "scale"
    if stop == i:
        return None
    stop += before == "scale" and _low(tokens, stop) in words["of"]
    return Quantity(total + current, i, stop)


def _atom(token: Token, language: str) -> tuple[Atom, float]:
    """What a token is in a number, and its value."""
    words = _words(language)
    low, _, tail = token.low.partition("-")  # "zehn-", "trillion-won"
    if token.text[0].isdigit():
        value = figure(token.text, language)
        return ("figure", value) if value is not None else ("", 0.0)
    if token.low in words["articles"]:
        return "article", 0.0
    if low in words["scales"] and (not tail or tail in words["currencies"]):
        return "scale", float(words["scales"][low])
    if token.low in words["links"]:
        return "link", 0.0
    value = number_word(token.low.removesuffix("-"), language)
    return ("word", value) if value is not None else ("", 0.0)


def _goes_on(before: Atom, kind: Atom, current: float, value: float, last_scale: float) -> bool:
    """Whether an atom goes on the number read so far, or begins one after nothing."""
    if not before or not kind:
        return kind not in ("", "link")
    rules = {
        ("article", "word"): value < 1,  # "eine halbe Million"
        ("word", "article"): current < 1,  # "half a million"
        ("scale", "link"): last_scale in (100, 1000),
        ("link", "word"): 1 <= value < 100,  # "two hundred and fifty"
        ("scale", "word"): 1 <= value < last_scale,  # "zwei Millionen dreihunderttausend"
        ("word", "word"): current % 10 == 0 and current % 100 >= 20 and 1 <= value < 10,  # "twenty five"
    }
    return rules.get((before, kind), kind == "scale" and before != "link")


def _range(tokens: Sequence[Token], low: Quantity, language: str) -> Quantity:
    """The number with its upper end: "100 bis 150", "zehn- bis zwölftausend", "2 to 3 million"."""
    words, joiner = _words(language), _low(tokens, low.last)
    before = [_low(tokens, low.first - n) for n in (1, 2)]
    joined = joiner in words["range_words"]
    joined = joined or (joiner in words["between_words"] and any(b in words["between"] for b in before))
    if low.maximum is not None or not joined or low.last + 1 >= len(tokens):
        return low
    high = _exact(tokens, low.last + 1, language)
    if high is None or high.value <= low.value:
        return low
    first = tokens[low.last + 1]
    factor = _atom(first, language)[1] or 1.0
    scale = high.value / factor
    if tokens[low.last - 1].text.endswith("-"):
        scale = scale_of(first.low)
        factor /= scale
    shared = scale if scale > 1 and low.value < factor else 1.0
    return replace(low, value=low.value * shared, last=high.last, maximum=high.value)


@cache
def _qualifiers(language: str) -> tuple[tuple[tuple[str, ...], Qualifier], ...]:
    """The qualifying phrases as words, the longer first."""
    groups = _words(language)["qualifiers"].items()
    pairs = [(tuple(str(phrase).split()), name) for name, phrases in groups for phrase in phrases]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _qualified(tokens: Sequence[Token], quantity: Quantity, language: str) -> Quantity:
    if is_particle(tokens, quantity.first - 1, language):
        return quantity  # "handed over three" tells no minimum
    left = tuple(t.low for t in tokens[max(0, quantity.first - 4) : quantity.first])
    for phrase, qualifier in _qualifiers(language):
        if left[-len(phrase) :] == phrase:
            dealt = len(phrase) == 1 and _deals_with(tokens, quantity.first - 1, language)
            return quantity if dealt else replace(quantity, qualifier=qualifier)
    return quantity


def _deals_with(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Whether token i only says what a contract is about: "Vertrag (mit Seoul) über 48 Haubitzen"."""
    words = _words(language)
    if _low(tokens, i) not in words["about_deals"]:
        return False
    for n in range(i - 1, max(-1, i - _DEAL_REACH), -1):
        if tokens[n].low.endswith(tuple(words["deals"])):
            return n == i - 1 or tokens[n + 1].low in words["deal_partners"]
        if tokens[n].pos not in ("noun", "name", "adj", "det", "adp"):
            return False
    return False


def _unit(tokens: Sequence[Token], quantity: Quantity, language: str) -> Quantity:
    """The number with the unit of its counter ("Schuss") or its rate ("pro Monat")."""
    words = _words(language)
    unit = words["counters"].get(_low(tokens, quantity.last))
    rate = _rate(tokens, quantity, language)
    return replace(quantity, unit=rate or unit)


def _rate(tokens: Sequence[Token], quantity: Quantity, language: str) -> str | None:
    """The rate that stands right before the number, or behind it before anything else is counted."""
    words = _words(language)
    reach = tokens[quantity.last : quantity.last + _RATE_REACH]
    ends = ("num", "punct", "coord", "verb", "subord", "rel")
    stop = next((n for n, token in enumerate(reach) if token.pos in ends), len(reach))
    right = [token.low for token in reach]
    skipped = words["rate_gap"]
    left = [t.low for t in tokens[max(0, quantity.first - 6) : quantity.first] if t.low not in skipped]
    for phrase, rate in words["rates"].items():
        parts = str(phrase).split()
        if left[-len(parts) :] == parts:
            return str(rate)
        for n in range(stop):
            if right[n : n + len(parts)] == parts and not _dated(reach[n + len(parts) :], words):
                return str(rate)
    return None


def _dated(after: Sequence[Token], words: Mapping[str, Any]) -> bool:
    """Whether "im Jahr" or "a day" goes on to a date: "im Jahr 2024", "a day later"."""
    return bool(after) and (after[0].text[0].isdigit() or after[0].low in words["no_rate_before"])
