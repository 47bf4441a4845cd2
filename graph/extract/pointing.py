"""Times that only point from the article's date: "letzte Woche", "on Tuesday", "vor drei Monaten"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from graph.extract.dates import END, month_of, pointers, words_of
from graph.extract.number_words import number_word
from graph.extract.tense import any_of, direction
from seeds.catalogue import lexicon

Found = tuple[str, int, int]
"""EDTF, first character and end."""

_MOST = 60  # units: "vor 5000 Jahren" is no date of ours


def pointing_times(
    text: str, start: int, end: int, language: str, published: str, used: frozenset[str]
) -> Iterator[Found]:
    """Every time in text[start:end] that points from the article's date and is known with it.

    `used` are the sentence's words in small letters.
    """
    if used.isdisjoint(pointing_words(language)):
        return
    for kind, needed, pattern in _patterns(language):
        if used.isdisjoint(needed):
            continue
        for match in pattern.finditer(text, start, end):
            if kind == "weekday":
                edtf = _weekday(match, text, start, end, language, published)
            elif kind in ("pointed", "weekend", "of_the_month", "days"):
                edtf = _pointed(kind, match, text, start, end, language, published)
            else:
                if kind == "ahead" and direction(text, start, end, *match.span(), language) <= 0:
                    continue  # "in zwei Jahren gebaut": that long it took
                edtf = _counted(kind, match, language, published)
            if edtf:
                yield edtf, match.start(), match.end()


@cache
def pointing_words(language: str) -> frozenset[str]:
    """The words without which nothing points from the article's date."""
    return frozenset().union(*(needed for _, needed, _ in _patterns(language)))


@cache
def _patterns(language: str) -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """What to look for: kind, words of which one must stand in the sentence, and how it is written."""
    words = lexicon(language, "time")
    ended = rf"{words['endings']}\s+"
    pointed = rf"{pointers(language)}\s+"
    weekday = rf"(?P<weekday>{any_of(words['weekdays'])})(?:{any_of(words['day_times'])})?"
    of_week = rf"(?:\s+(?P<which>{any_of(words['pointers'])}){ended}(?P<week>{any_of(words['week_words'])}))"
    unit = "|".join(rf"(?P<{name}>{any_of(words[f'{name}_words'])})" for name in ("week", "month", "weekend"))
    whole = rf"(?!\s+(?:{any_of(words['units_of'])})\b)"
    count = {
        "n": rf"(?P<n>\d{{1,2}}|{any_of(words['number_words'])}|[a-zäöüß-]+)",
        "unit": rf"(?P<unit>{any_of(words['units'])}){END}",
    }
    ways = [
        ("weekday", rf"(?:{pointed})?{weekday}{of_week}?"),
        ("pointed", rf"{pointed}(?:{unit}){whole}"),
        ("weekend", any_of(words["weekend"])),
        ("of_the_month", any_of(words["of_the_month"])),
        ("days", rf"(?P<day_word>{any_of(words['days'])})"),
    ]
    for kind in ("since_units", "ago", "ahead", "past_units"):
        for way in words[kind]:
            ways.append((kind, way.format(**count) + (whole if kind == "past_units" else "")))
    days = {day + time for day in words["weekdays"] for time in ("", *words["day_times"])}
    needed = {
        "weekday": frozenset(days),
        "pointed": words_of(language, "week_words", "month_words", "weekend_words"),
        "weekend": words_of(language, "weekend_words"),
        "of_the_month": words_of(language, "of_the_month"),
        "days": words_of(language, "days"),
    }
    units = words_of(language, "units")
    return tuple(
        (kind, needed.get(kind, units), re.compile(rf"(?<![\w-])(?:{way}){END}", re.IGNORECASE))
        for kind, way in ways
    )


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if month_of(published) else None
    except ValueError:
        return None  # known to the month only


def _weekday(
    match: re.Match[str], text: str, start: int, end: int, language: str, published: str
) -> str | None:
    """The day of "on Tuesday", "next Friday", "Donnerstag voriger Woche"."""
    words, today = lexicon(language, "time"), _day(published)
    if today is None:
        return None
    wanted = words["weekdays"][match["weekday"].lower()]
    if match["which"]:
        step = words["pointers"].get(match["which"].lower())
        return None if step is None else (_monday(today, step) + timedelta(days=wanted)).isoformat()
    back, ahead = (today.weekday() - wanted) % 7, (wanted - today.weekday()) % 7
    if match["pointer"]:
        step = words["pointers"].get(match["pointer"].lower())
        if step is None:
            return None
        # "This Friday" is the nearest; neither "last" nor "next" is today.
        days = {-1: -(back or 7), 1: ahead or 7, 0: -back if back <= ahead else ahead}[step]
    else:
        days = ahead if direction(text, start, end, *match.span(), language) > 0 else -back
    return _moved(today, days)


def _pointed(
    kind: str, match: re.Match[str], text: str, start: int, end: int, language: str, published: str
) -> str | None:
    """ "Last week", "this month", "am Wochenende", "Ende des Monats", "gestern"."""
    words, here, today = lexicon(language, "time"), month_of(published), _day(published)
    if here is None:
        return None
    groups = match.groupdict()
    step: int | None = words["pointers"].get(groups["pointer"].lower()) if groups.get("pointer") else 0
    if step is None:
        return None
    if kind == "of_the_month" or groups.get("month"):
        return _month(here, step) if published[5:7].isdecimal() else None
    if today is None:
        return None
    if kind == "days":
        return _moved(today, words["days"][groups["day_word"].lower()])
    monday = _monday(today, step)
    if groups.get("week"):
        return f"{monday}/{monday + timedelta(days=6)}"
    saturday = monday + timedelta(days=5)
    if kind == "weekend" and today < saturday and direction(text, start, end, *match.span(), language) <= 0:
        saturday -= timedelta(days=7)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def _counted(kind: str, match: re.Match[str], language: str, published: str) -> str | None:
    """ "Vor zwei Jahren", "three weeks ago", "in den vergangenen drei Monaten", as exact as its unit."""
    words, here = lexicon(language, "time"), month_of(published)
    low = match["n"].lower()
    number = int(low) if low.isdigit() else words["number_words"].get(low) or number_word(low, language)
    if here is None or not number or number % 1 or number > _MOST:
        return None
    count = int(number) * (1 if kind == "ahead" else -1)
    unit = words["units"][match["unit"].lower()]
    today = _day(published)
    if unit == "year":
        # "A year ago" is about a month; of more years only the year is sure.
        told = f"{here[0] + count:04}"
        if kind == "ago" and number == 1 and published[5:7].isdecimal():
            told = _month(here, 12 * count)
        now = f"{here[0]:04}"
    elif unit == "month":
        if not published[5:7].isdecimal():
            return None
        told, now = _month(here, count), _month(here, 0)
    elif today is None:
        return None
    else:
        told = (today + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
        now = today.isoformat()
        if unit == "week" and kind != "past_units":
            told = told[:7]  # to the day it is never meant
    return {"since_units": f"{told}/..", "past_units": f"{told}/{now}"}.get(kind, told)


def _monday(today: date, weeks: int) -> date:
    return today + timedelta(days=7 * weeks - today.weekday())


def _moved(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()


def _month(here: tuple[int, int], months: int) -> str:
    year, month = divmod(here[0] * 12 + here[1] - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"
