"""Dates and periods of a sentence as EDTF, relative ones resolved against the article's date.

First every single date is found, by a short pattern for each way to write one; then dates
that a text joins ("von Juni 2023 bis April 2025") become periods.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from graph.extract.gazetteer import gazetteer
from seeds.catalogue import lexicon

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_FREE = r"(?<!\w)(?<!\d[.,:/])"  # not the end of a longer number or word


@dataclass(frozen=True, slots=True)
class Time:
    """A date or period, EDTF, over the characters [start, end)."""

    edtf: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Date:
    """One date over [start, end) as the text writes it; 0 for what it leaves out.

    `first` and `last` are months, different for a part of a year ("Ende 2024").
    """

    start: int
    end: int
    year: int
    first: int = 0
    last: int = 0
    day: int = 0

    def edge(self, side: int) -> str:
        """EDTF of its first (0) or last (1) month, or of the day or year if it is one."""
        month = (self.first, self.last)[side]
        if not month:
            return f"{self.year:04}"
        if 1 <= self.day <= calendar.monthrange(self.year, month)[1]:
            return f"{self.year:04}-{month:02}-{self.day:02}"
        return f"{self.year:04}-{month:02}"  # "31. Juni": the month at least

    @property
    def edtf(self) -> str:
        """EDTF of the date: an interval of months for a part of a year."""
        return self.edge(0) if self.first == self.last else f"{self.edge(0)}/{self.edge(1)}"


def _any(words: Mapping[str, object] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _dates_written(language: str) -> tuple[re.Pattern[str], ...]:
    """The ways to write one date, the fuller ones first."""
    words = lexicon(language, "time")
    month = f"(?P<month>{_any(words['months'])})"
    if words["short_months"]:
        month = rf"(?:{month}|(?P<short>{_any(words['short_months'])})\b\.?)"
    end = r"(?!\w|[.,]\d)"
    day = _DAY + words["day_mark"]
    ways = [
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)",
        rf"{_DAY}\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}",
        rf"(?P<part>{_any(words['parts'])})[\s-]+(?:{_any(words['of_year'])})?\s*{_YEAR}",
        rf"{day}\s*{month},?\s+{_YEAR}",
    ]
    if words["day_after_month"]:
        ways += [rf"{month}\s+{day},?\s+{_YEAR}", rf"{month}\s+{day}"]
    ways += [rf"{month},?\s+{_YEAR}", rf"{day}\s*{month}", month, _YEAR]
    return tuple(re.compile(_FREE + way + end, re.IGNORECASE) for way in ways)


@cache
def _joints(language: str) -> Mapping[str, re.Pattern[str]]:
    """What stands before and between two dates that make a period, and before an open one."""
    words = lexicon(language, "time")
    article = r"(?:(?:dem|the)\s+)?"
    return {
        "from": re.compile(rf"\b(?:{_any(words['from'])})\s+{article}\Z", re.IGNORECASE),
        "since": re.compile(rf"\b(?:{_any(words['since'])})\s+{article}\Z", re.IGNORECASE),
        "to": re.compile(rf"\s+(?:{_any(words['to'])})\s+{article}", re.IGNORECASE),
        "dash": re.compile(r"\s?[–—-]\s?"),
        "days": re.compile(
            rf"(?<!\w)(?P<day>\d{{1,2}}){words['day_mark']}\s+(?:{_any(words['to'])})\s+{article}\Z",
            re.IGNORECASE,
        ),
        "count": re.compile(rf"\b(?:{_any(words['year_cues'])})\s+\(?\Z", re.IGNORECASE),
        "month": re.compile(rf"\b(?:{_any(words['month_cues'])})[\s-]+\Z", re.IGNORECASE),
    }


@cache
def _relative_patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    words = lexicon(language, "time")
    keys = ("this_year", "last_year", "next_year", "last_month", "today", "yesterday")
    patterns = {key: re.compile(rf"\b(?:{_any(words[key])})\b", re.IGNORECASE) for key in keys}
    patterns["weekday"] = re.compile(rf"\b(?P<weekday>{_any(words['weekdays'])})\b", re.IGNORECASE)
    return patterns


def find(text: str, start: int, end: int, language: str, published: str | None) -> tuple[Time, ...]:
    """The dates and periods in text[start:end], left to right, none overlapping.

    Args:
        text: the article's text.
        start: first character of the sentence.
        end: end of the sentence.
        language: "de" or "en".
        published: EDTF date of the article; without it relative dates are left out.

    >>> find("Von Juni 2023 bis April 2025 kam Munition.", 0, 42, "de", None)[0].edtf
    '2023-06/2025-04'
    """
    found = list(_periods(_dates(text, start, end, language), text, start, language, published))
    for kind, pattern in _relative_patterns(language).items():
        for match in pattern.finditer(text, start, end):
            edtf = _relative(kind, match, language, published)
            if edtf and not any(t.start < match.end() and t.end > match.start() for t in found):
                found.append(Time(edtf, match.start(), match.end()))
    return tuple(sorted(found, key=lambda t: t.start))


def _dates(text: str, start: int, end: int, language: str) -> list[_Date]:
    """Every single date, left to right; the fuller reading where two overlap."""
    found: list[_Date] = []
    for pattern in _dates_written(language):
        for match in pattern.finditer(text, start, end):
            if any(d.start < match.end() and d.end > match.start() for d in found):
                continue
            written = _read(match, text, start, language)
            if written is not None:
                found.append(written)
    return sorted(found, key=lambda d: d.start)


def _read(match: re.Match[str], text: str, start: int, language: str) -> _Date | None:
    """The date that a match writes; None for a word or number that only looks like one."""
    words = lexicon(language, "time")
    groups = match.groupdict()
    year, day = int(groups.get("year") or 0), int(groups.get("day") or 0)
    first = last = int(groups.get("number") or 0)
    stop = match.end()
    if groups.get("part"):
        first, last = words["parts"][groups["part"].lower()]
    elif groups.get("month") or groups.get("short"):
        if not _is_month(match, text, start, language):
            return None
        if match[0].endswith("."):
            stop -= 1  # the end of the sentence, or of an abbreviation: no matter
        names = words["months"] if groups.get("month") else words["short_months"]
        first = last = names[(groups.get("month") or groups["short"]).lower()]
    elif first:
        if not (1 <= first <= 12 and 1 <= day <= calendar.monthrange(year, first)[1]):
            return None
    elif not _is_year(match, text, start, language):
        return None
    return _Date(match.start(), stop, year, first, last, day)


def _is_month(match: re.Match[str], text: str, start: int, language: str) -> bool:
    """Whether a month's name is meant: not "they may", "march on" or a Mr Jan."""
    groups = match.groupdict()
    name = groups.get("month") or groups["short"]
    if not name[0].isupper():
        return False
    if groups.get("year") or groups.get("day"):
        return True
    if groups.get("short"):
        return match[0].endswith(".")
    doubtful = name.lower() in lexicon(language, "time")["doubtful_months"]
    return not doubtful or _joints(language)["month"].search(text, start, match.start()) is not None


def _is_year(match: re.Match[str], text: str, start: int, language: str) -> bool:
    """Whether four figures are a year: not a count ("2000 Panzer"), not part of "Panzerhaubitze 2000"."""
    if int(match["year"]) % 100 == 0:
        return _joints(language)["count"].search(text, start, match.start()) is not None
    names = gazetteer(language).hits(text, start, match.end())
    return not (names and names[-1].end == match.end())


def _periods(
    dates: list[_Date], text: str, start: int, language: str, published: str | None
) -> Iterator[Time]:
    joints = _joints(language)
    i = 0
    while i < len(dates):
        here = dates[i]
        following = dates[i + 1] if i + 1 < len(dates) else None
        period = following and _period(here, following, text, start, language, published)
        if period:
            yield period
            i += 2
            continue
        i += 1
        dated = _dated(here, published)
        if dated is None:
            continue
        days = joints["days"].search(text, start, here.start)
        since = joints["since"].search(text, start, here.start)
        if days and 1 <= int(days["day"]) < here.day:  # "vom 3. bis 5. Mai"
            yield Time(f"{replace(dated, day=int(days['day'])).edtf}/{dated.edtf}", days.start(), here.end)
        elif since:
            yield Time(f"{dated.edge(0)}/..", since.start(), here.end)
        else:
            yield Time(dated.edtf, here.start, here.end)


def _period(
    one: _Date, two: _Date, text: str, start: int, language: str, published: str | None
) -> Time | None:
    """The period of two dates that the text joins, the first before the second."""
    joints = _joints(language)
    opened = joints["from"].search(text, start, one.start)
    dashed = joints["dash"].fullmatch(text, one.end, two.start)
    if not dashed and not (opened and joints["to"].fullmatch(text, one.end, two.start)):
        return None
    last = _dated(two, published)
    first = _dated(replace(one, year=one.year or (last.year if last else 0)), published)
    if last is None or first is None or first.edge(0) >= last.edge(1):
        return None
    begin = opened.start() if opened else one.start
    return Time(f"{first.edge(0)}/{last.edge(1)}", begin, two.end)


def _dated(written: _Date, published: str | None) -> _Date | None:
    """The date with its year: a month without one is the latest that is not after the article."""
    if written.year:
        return written
    if not published or not published[:4].isdigit():
        return None
    year = int(published[:4])
    article_month = int(published[5:7]) if published[5:7].isdigit() else 12
    return replace(written, year=year if written.first <= article_month + 1 else year - 1)


def _relative(kind: str, match: re.Match[str], language: str, published: str | None) -> str | None:
    """EDTF of "last year", "gestern" or "Montag", seen from the article's date."""
    if not published or not published[:4].isdigit():
        return None
    year = int(published[:4])
    if kind.endswith("_year"):
        return f"{year + {'this_year': 0, 'last_year': -1, 'next_year': 1}[kind]:04}"
    if kind == "last_month":
        if not published[5:7].isdigit():
            return None
        month = int(published[5:7])
        return f"{year:04}-{month - 1:02}" if month > 1 else f"{year - 1:04}-12"
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None  # known to the month only
    if kind == "weekday":
        wanted = lexicon(language, "time")["weekdays"][match["weekday"].lower()]
        return (day - timedelta(days=(day.weekday() - wanted) % 7)).isoformat()
    return (day - timedelta(days={"today": 0, "yesterday": 1}[kind])).isoformat()
