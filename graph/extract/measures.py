"""Numbers that count no things: money, measures, calibres, dates, ordinals, labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.extract.tokens import Token
from seeds.catalogue import lexicon

_TIMES = ("x", "×", "*")
_LAST_DAY = 31


def measures(tokens: Sequence[Token], first: int, last: int, language: str, *, hedged: bool) -> bool:
    """Whether the number over tokens [first, last) counts no things.

    Args:
        tokens: the sentence.
        first: the number's first token.
        last: the token after its last one; an "of" behind a scale belongs to it.
        language: "de" or "en".
        hedged: whether "about" or "more than" stands before it.
    """
    words = lexicon(language, "numbers")
    return (
        _money(tokens, first, last, words)
        or _measured(tokens, first, last, words)
        or _part(tokens, first, last, words)
        or _dated(tokens, first, last, language, hedged)
    )


def _low(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _money(tokens: Sequence[Token], first: int, last: int, words: Mapping[str, Any]) -> bool:
    """ "$4 billion", "8,5 Milliarden Euro", "4 billion US dollars", "5.6 trillion-won"."""
    currencies = words["currencies"]
    before = _low(tokens, first - 1)
    if before in currencies or before.endswith("$"):
        return True
    if any(_low(tokens, i).rpartition("-")[2] in currencies for i in (last - 1, last)):
        return True
    adjective = last < len(tokens) and tokens[last].pos in ("adj", "name")
    return adjective and _low(tokens, last + 1) in currencies


def _measured(tokens: Sequence[Token], first: int, last: int, words: Mapping[str, Any]) -> bool:
    """ "155 mm", "30 Prozent", "20 per cent", "zwei Drittel"."""
    after = _low(tokens, last)
    return (
        after in words["not_pieces"]
        or f"{after} {_low(tokens, last + 1)}" in words["not_pieces"]
        or "dollar" in after
        or _low(tokens, first - 1).removesuffix(".") in words["labels"]
        or (_low(tokens, first - 1) == "." and _low(tokens, first - 2) in words["labels"])
        or _weighed(tokens, last, words)
    )


def _weighed(tokens: Sequence[Token], last: int, words: Mapping[str, Any]) -> bool:
    """ "zehn Tonnen schwere Bomben", "zwei Milliarden schwer", but not "zehn schwere Bomben"."""
    unit = _low(tokens, last) in words["counters"]
    headed = last + 1 < len(tokens) and tokens[last + 1].pos in ("noun", "name", "adj")
    return _low(tokens, last + unit) in words["measuring"] and (unit or not headed)


def _part(tokens: Sequence[Token], first: int, last: int, words: Mapping[str, Any]) -> bool:
    """Part of a larger figure or word ("7,62x39", "3:1", "120mm", "(41)"), an ordinal, "one of the"."""
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    glued = after is not None and after.start == tokens[last - 1].end
    follows = last + 1 < len(tokens)
    if before is not None and after is not None and before.text == "(" and after.text == ")":
        return True
    if before is not None and before.end == tokens[first].start and before.text[-1] not in "(„“\"'»«–—":
        return True
    if before is not None and before.low in (*_TIMES, ":", "/") and first > 1 and _figures(tokens[first - 2]):
        return True
    if after is None:
        return False
    if glued and (after.text[0].isalnum() or (follows and after.text == ".")):  # "120mm", "14. November"
        return True
    if follows and after.low in (*_TIMES, ":", "/") and tokens[last + 1].text[0].isdigit():
        return True
    lone = last == first + 1 and tokens[first].low in words["not_alone"]
    return lone and after.pos not in ("noun", "adj", "name")


def _figures(token: Token) -> bool:
    return token.text[0].isdigit()


def _dated(tokens: Sequence[Token], first: int, last: int, language: str, hedged: bool) -> bool:
    """ "June 5", "5 June", "2024": a day or a year, unless it is told that something is counted."""
    if last > first + 1:
        return _year(tokens[first]) and _year(tokens[last - 1])  # "2022 bis 2024"
    text = tokens[first].text.rpartition("-")[2]  # "5-6 June"
    if not text.isdigit():
        return False
    words, times = lexicon(language, "numbers"), lexicon(language, "time")
    before = _low(tokens, first - 2) if _low(tokens, first - 1) == "." else _low(tokens, first - 1)
    months = {*times["months"], *times["short_months"]}
    beside = _low(tokens, last) in months or (times["day_after_month"] and before in months)
    if beside and int(text) <= _LAST_DAY:
        return True
    counted = last < len(tokens) and (
        tokens[last].pos in ("noun", "adj") or tokens[last].low in words["counters"]
    )
    round_number = text.endswith("00") and before not in times["year_cues"]
    return _year(tokens[first]) and not (counted and (round_number or hedged))


def _year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and 1900 <= int(token.text) <= 2100
