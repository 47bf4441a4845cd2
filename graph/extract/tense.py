"""Whether a date without a year lies before or after the article: by the verbs beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from seeds.catalogue import lexicon

_BREAK = re.compile(r"[,;:!?–—“”„\"»«]|\.(?!\d)")


def any_of(words: Iterable[object]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(str(word)) for word in sorted(words, key=lambda w: len(str(w)), reverse=True))


def direction(text: str, start: int, end: int, first: int, last: int, language: str) -> int:
    """1 where the words around text[first:last] tell of what is to come, -1 of what has been, else 0.

    Args:
        text: the article's text.
        start: first character of the sentence.
        end: end of the sentence.
        first: first character of the date.
        last: end of the date.
        language: "de" or "en".

    >>> text = "Weitere 80 sollen im November folgen"
    >>> direction(text, 0, len(text), 21, 29, "de")
    1
    """
    future, past, since, upcoming = _cues(language)
    if since.search(text, start, first) and not upcoming.search(text, start, first):  # "ab" can be both
        return -1
    begin = max((m.end() for m in _BREAK.finditer(text, start, first)), default=start)
    stop = _BREAK.search(text, last, end)
    to_come = list(future.finditer(text, begin, stop.start() if stop else end))
    been = past.search(text, begin, stop.start() if stop else end)
    if been:
        # "will", then "has": the one told of the date stands before it and nearest to it.
        before = [m.end() for m in to_come if m.end() <= first]
        over = [m.end() for m in past.finditer(text, begin, first)]
        return 1 if language == "en" and before and max(before) > max(over, default=0) else -1
    return 1 if to_come or upcoming.search(text, start, first) else 0


@cache
def _cues(language: str) -> tuple[re.Pattern[str], ...]:
    words = lexicon(language, "time")
    beside = [
        re.compile(rf"(?<!\bbe )\b(?:{any_of(words[key])})\b", re.IGNORECASE) for key in ("future", "past")
    ]
    before = [
        re.compile(rf"\b(?:{any_of(words[key])})\s+(?:(?:dem|den|the)\s+)?\Z", re.IGNORECASE)
        for key in ("since", "upcoming")
    ]
    return (*beside, *before)
