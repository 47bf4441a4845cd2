"""The value of one figure ("2.000") or one number word ("fünfundzwanzigtausend")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from seeds.catalogue import lexicon

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"(?<=\d)[\s’'](?=\d{3}(?!\d))")  # "10 000", "10'000"
_SCALES = (("tausend", 1000), ("hundert", 100))


def figure(text: str, language: str) -> float | None:
    """The value of a figure as the language writes it; None for what is none, such as a date.

    >>> figure("2.000", "de"), figure("1,5", "de"), figure("3,000", "en"), figure("1.2", "en")
    (2000.0, 1.5, 3000.0, 1.2)
    """
    text = _SPACE.sub("", text)
    if not _FIGURE.fullmatch(text):
        return None
    words = lexicon(language, "numbers")
    decimal, thousands = words["decimal"], words["thousands"]
    whole, comma, rest = text.partition(decimal)
    first, *groups = whole.split(thousands)
    if groups and len(first) <= 3 and all(len(group) == 3 for group in groups):
        first, groups = first + "".join(groups), []
    if len(groups) == 1 and not comma:
        return float(f"{first}.{groups[0]}")  # "1.5" in German prose: a foreign decimal point
    if groups or (comma and not rest.isdigit()):
        return None
    if rest == "000" and len(first) <= 3:
        return float(first + rest)  # "10,000" in German prose: a foreign thousands mark
    return float(f"{first}.{rest or 0}")


def number_word(word: str, language: str) -> float | None:
    """The value of a number word, German compounds included; None for any other word.

    >>> number_word("fünfundzwanzig", "de"), number_word("zweitausend", "de")
    (25.0, 2000.0)
    >>> number_word("twenty-five", "en"), number_word("tank", "en")
    (25.0, None)
    """
    units: Mapping[str, float] = lexicon(language, "numbers")["units"]
    low = word.lower()
    if low in units:
        return float(units[low])
    if language == "de":
        return _german(low, units)
    tens, hyphen, one = low.partition("-")
    if hyphen and units.get(tens, 0) >= 20 and 0 < units.get(one, 0) < 10:
        return float(units[tens] + units[one])
    return None


def scale_of(word: str) -> float:
    """What a German compound multiplies its first part with: "zwölftausend" by 1000, "zwölf" by 1."""
    return next((float(size) for scale, size in _SCALES if word.lower().endswith(scale)), 1.0)


def _german(low: str, units: Mapping[str, float]) -> float | None:
    if low in units:
        return float(units[low])
    for scale, size in _SCALES:
        left, found, right = low.partition(scale)
        if found:
            factor = _german(left, units) if left else 1.0
            rest = _german(right.removeprefix("und"), units) if right else 0.0
            fits = factor is not None and rest is not None and 1 <= factor < 1000 and rest < size
            return factor * size + rest if fits and factor is not None and rest is not None else None
    if low.endswith("einhalb"):
        whole = _german(low.removesuffix("einhalb"), units)
        return None if whole is None else whole + 0.5
    one, found, tens = low.partition("und")
    if found and 0 < units.get(one, 0) < 10 and units.get(tens, 0) in range(20, 100, 10):
        return float(units[one] + units[tens])
    return None
