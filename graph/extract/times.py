"""Dates and periods of a sentence as EDTF, relative ones resolved against the article's date.

First every single date is found, by a short pattern for each way to write one; then dates
that a text joins ("von Juni 2023 bis April 2025") become periods; then what only points from
the article's date ("letzte Woche") is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph.extract.dates import FIGURES, Written, dated, dating_words, joints, words_used, written_dates
from graph.extract.pointing import pointing_times, pointing_words


@dataclass(frozen=True, slots=True)
class Time:
    """A date or period, EDTF, over the characters [start, end)."""

    edtf: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where dates are read: the sentence text[start:end] of an article of a language and date."""

    text: str
    start: int
    end: int
    language: str
    published: str | None

    def dated(self, written: Written) -> Written | None:
        """The date with its year; None where it is not known."""
        return dated(written, self.text, self.start, self.end, self.language, self.published)


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
    >>> find("Letzte Woche kam Munition.", 0, 26, "de", "2025-06-11")[0].edtf
    '2025-06-02/2025-06-08'
    """
    used = words_used(text, start, end)
    if used.isdisjoint(_telling(language)):
        return ()
    place = _Place(text, start, end, language, published)
    written = written_dates(text, start, end, language, published, used)
    found = list(_periods(written, place))
    if published:
        taken = [*((t.start, t.end) for t in found), *((d.start, d.end) for d in written)]
        apposed = joints(language)["apposed"]
        days = [d.start for d in written if d.day]
        for edtf, first, last in pointing_times(text, start, end, language, published, used):
            if any(apposed.fullmatch(text, last, day) for day in days):
                continue  # "Dienstag, dem 4. März"
            if not any(one < last and two > first for one, two in taken):
                found.append(Time(edtf, first, last))
                taken.append((first, last))
    return tuple(sorted(found, key=lambda t: t.start))


@cache
def _telling(language: str) -> frozenset[str]:
    """The words without which a sentence has no time."""
    return frozenset((FIGURES,)) | pointing_words(language) | dating_words(language)


def _periods(dates: list[Written], place: _Place) -> Iterator[Time]:
    joining = joints(place.language)
    i = 0
    while i < len(dates):
        here = dates[i]
        following = dates[i + 1] if i + 1 < len(dates) else None
        period = following and _period(here, following, place)
        if period:
            yield period
            i += 2
            continue
        i += 1
        known = place.dated(here)
        if known is None:
            continue
        days = joining["days"].search(place.text, place.start, here.start)
        since = joining["since"].search(place.text, place.start, here.start)
        if days and 1 <= int(days["day"]) < here.day:  # "vom 3. bis 5. Mai"
            edtf = f"{replace(known, day=int(days['day'])).edtf}/{known.edtf}"
            yield Time(edtf, days.start(), here.end)
        elif since:
            yield Time(f"{known.edge(0)}/..", since.start(), here.end)
        else:
            yield Time(known.edtf, here.start, here.end)


def _period(one: Written, two: Written, place: _Place) -> Time | None:
    """The period of two dates that the text joins, the first before the second."""
    joining = joints(place.language)
    opened = joining["from"].search(place.text, place.start, one.start)
    between = (place.text, one.end, two.start)
    alike = bool(one.first) == bool(two.first) and not (one.day or two.day)
    joined = (
        joining["dash"].fullmatch(*between)
        or ((opened or alike) and joining["to"].fullmatch(*between))  # "2022 und 2023"
    )
    if not joined:
        return None
    last = place.dated(two)
    first = place.dated(replace(one, year=one.year or (last.year if last else 0)))
    if last is None or first is None or first.edge(0) >= last.edge(1):
        return None
    begin = opened.start() if opened else one.start
    return Time(f"{first.edge(0)}/{last.edge(1)}", begin, two.end)
