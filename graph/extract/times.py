"""Dates and periods of a sentence as EDTF, relative ones resolved against the article's date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from seeds.catalogue import lexicon


@dataclass(frozen=True, slots=True)
class Time:
    """A date or period, EDTF, over the characters [start, end)."""

    edtf: str
    start: int
    end: int


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    words = lexicon(language, "time")
    months = "|".join(sorted(words["months"], key=len, reverse=True))
    month = rf"(?P<month{{n}}>{months})\.?"
    year = r"(?P<year{n}>(?:19|20)\d\d)"
    day = r"(?P<day{n}>\d{{1,2}})(?:\.|st|nd|rd|th)?"
    if language == "de":
        single = rf"(?:(?:{day}\s*)?{month}(?:\s+{year})?|(?P<part{{n}}>{'|'.join(words['parts'])})\s+(?:des\s+Jahres\s+)?{year.replace('{n}', '{n}b')}|{year.replace('{n}', '{n}c')}|(?P<dotted{{n}}>\d{{{{1,2}}}}\.\d{{{{1,2}}}}\.(?:19|20)\d\d))"
    else:
        single = rf"(?:{month}\s+{day}(?:,?\s+{year})?|(?:{day.replace('{n}', '{n}b')}\s+)?{month.replace('{n}', '{n}b')}(?:,?\s+{year.replace('{n}', '{n}b')})?|(?P<part{{n}}>{'|'.join(words['parts'])})[\s-]+(?:of\s+)?{year.replace('{n}', '{n}c')}|{year.replace('{n}', '{n}d')})"
    one, two = single.format(n=1), single.format(n=2)
    flags = re.IGNORECASE
    opening, joining = "|".join(words["from"]), "|".join(words["to"])
    weekdays = "|".join(words["weekdays"])
    phrases = {
        key: "|".join(words[key]) for key in ("this_year", "last_year", "next_year", "today", "yesterday")
    }
    return {
        "period": re.compile(rf"\b(?:{opening})\s+{one}\s+(?:{joining})\s+{two}\b", flags),
        "dash": re.compile(r"\b(?P<year1>(?:19|20)\d\d)\s?[–-]\s?(?P<year2>(?:19|20)\d\d)\b"),
        "since": re.compile(rf"\b(?:{'|'.join(words['since'])})\s+(?:dem\s+)?{one}\b", flags),
        "single": re.compile(rf"\b{one}(?!\w)", flags),
        "weekday": re.compile(rf"\b(?P<weekday>{weekdays})\b", flags),
        **{key: re.compile(rf"\b(?:{value})\b", flags) for key, value in phrases.items()},
    }


def find(text: str, start: int, end: int, language: str, published: str | None) -> tuple[Time, ...]:
    """The dates and periods in text[start:end], left to right.

    Args:
        text: the article's text.
        start: first character of the sentence.
        end: end of the sentence.
        language: "de" or "en".
        published: EDTF date of the article; without it relative dates are left out.

    >>> find("Von Juni 2023 bis April 2025 kam Munition.", 0, 42, "de", None)[0].edtf
    '2023-06/2025-04'
    """
    found: list[Time] = []
    for kind, pattern in _patterns(language).items():
        for match in pattern.finditer(text, start, end):
            if any(t.start < match.end() and t.end > match.start() for t in found):
                continue
            edtf = _edtf(kind, match, language, published)
            if edtf:
                found.append(Time(edtf, match.start(), match.end()))
    return tuple(sorted(found, key=lambda t: t.start))


def _group(match: re.Match[str], name: str) -> str | None:
    """The value of the first alternative of a numbered group: year1, year1b, year1c, year1d."""
    for suffix in ("", "b", "c", "d"):
        value = match.groupdict().get(name + suffix)
        if value:
            return value
    return None


def _edtf(kind: str, match: re.Match[str], language: str, published: str | None) -> str | None:
    if kind == "dash":
        return f"{match['year1']}/{match['year2']}" if match["year1"] < match["year2"] else None
    if kind == "period":
        last_year = _group(match, "year2")
        first = _date(match, 1, language, published, last_year)
        last = _date(match, 2, language, published, None)
        return f"{_edge(first, 0)}/{_edge(last, 1)}" if first and last else None
    if kind == "since":
        first = _date(match, 1, language, published, None)
        return f"{_edge(first, 0)}/.." if first else None
    if kind == "single":
        return _date(match, 1, language, published, None)
    return _relative(kind, match, language, published)


def _edge(edtf: str, side: int) -> str:
    """The first or last part of an interval, the date itself otherwise."""
    return edtf.split("/")[side] if "/" in edtf else edtf


def _date(
    match: re.Match[str], n: int, language: str, published: str | None, fallback: str | None
) -> str | None:
    words = lexicon(language, "time")
    dotted = match.groupdict().get(f"dotted{n}")
    if dotted:
        day, month, year = (int(p) for p in dotted.split("."))
        return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
    year_text = _group(match, f"year{n}") or fallback
    month_text, day_text = _group(match, f"month{n}"), _group(match, f"day{n}")
    part = match.groupdict().get(f"part{n}")
    if part and year_text:
        first, last = words["parts"][part.lower()]
        return f"{year_text}-{first:02}/{year_text}-{last:02}"
    if not month_text:
        return year_text
    month_number = words["months"][month_text.lower().rstrip(".")]
    if month_text.lower() == "may" and not (year_text or day_text):
        return None  # the verb
    if not year_text:
        year_text = _nearest_year(month_number, published)
        if year_text is None:
            return None
    if day_text and 1 <= int(day_text) <= 31:
        return f"{year_text}-{month_number:02}-{int(day_text):02}"
    return f"{year_text}-{month_number:02}"


def _nearest_year(month: int, published: str | None) -> str | None:
    """The year of a month named without one: the latest that is not after the article."""
    if not published:
        return None
    year = int(published[:4])
    article_month = int(published[5:7]) if len(published) >= 7 else 12
    return str(year if month <= article_month + 1 else year - 1)


def _relative(kind: str, match: re.Match[str], language: str, published: str | None) -> str | None:
    if not published:
        return None
    year = int(published[:4])
    if kind.endswith("_year"):
        return str(year + {"this_year": 0, "last_year": -1, "next_year": 1}[kind])
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None  # known to the month only
    if kind == "weekday":
        wanted = lexicon(language, "time")["weekdays"][match["weekday"].lower()]
        return (day - timedelta(days=(day.weekday() - wanted) % 7)).isoformat()
    return (day - timedelta(days={"today": 0, "yesterday": 1}[kind])).isoformat()
