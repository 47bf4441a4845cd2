"""EDTF times to the first and last day that they may mean, for comparing in queries."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

_DATE = re.compile(r"(?P<year>\d{2}(?:\d\d|\dX|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?")
_PARTS = {
    **{21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)},  # seasons, of the northern half
    **{33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)},  # quarters
    **{40: (1, 6), 41: (7, 12)},  # halves
}
_TIMES = 10_000  # whose days are remembered
_UNCERTAIN = str.maketrans("", "", "?~%")


@lru_cache(_TIMES)
def span(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day as ISO dates; None for an open end and for what is no EDTF of levels 0 and 1.

    >>> span("2024-02"), span("2023-06/2025-04")
    (('2024-02-01', '2024-02-29'), ('2023-06-01', '2025-04-30'))
    >>> span("202X"), span("2024/.."), span("2024~")
    (('2020-01-01', '2029-12-31'), ('2024-01-01', None), ('2024-01-01', '2024-12-31'))
    """
    if not edtf:
        return None, None
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day_span(first)
    return _day_span(first)[0], _day_span(last)[1]


def _day_span(date: str) -> tuple[str | None, str | None]:
    """First and last day of a date without an interval; (None, None) where it is open or not valid."""
    plain = date.strip().translate(_UNCERTAIN).partition("T")[0]
    match = _DATE.fullmatch(plain)
    months = _months(match["month"]) if match else None
    if match is None or months is None or match["year"] == "0000":
        return None, None
    from_month, to_month = months
    first_year, last_year = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    if to_month < from_month:  # winter runs into the next year
        last_year += 1
    if match["day"] in (None, "XX"):
        return _iso(first_year, from_month, 1), _iso(last_year, to_month, _last_day(last_year, to_month))
    day = int(match["day"])
    # A day belongs to a month, and the month has it.
    if match["month"] != f"{from_month:02d}" or not 1 <= day <= _last_day(last_year, from_month):
        return None, None
    return _iso(first_year, from_month, day), _iso(last_year, from_month, day)


def _months(month: str | None) -> tuple[int, int] | None:
    """First and last month of a month, season, quarter or half year; None for no such thing."""
    if month in (None, "XX"):
        return 1, 12
    number = int(month or "")
    return (number, number) if 1 <= number <= 12 else _PARTS.get(number)


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(min(year, 9999), month)[1]


def _iso(year: int, month: int, day: int) -> str:
    return f"{min(year, 9999):04d}-{month:02d}-{day:02d}"
