"""Dates of publication as EDTF: "2025-06-11", "2024-11" or "2024"."""

from __future__ import annotations

import datetime
import re

from seeds.page import page_words

_DPA = re.compile(r"\bdpa(?:-infocom)?:(?P<y>\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)-\d+-\d+")
_DAY = re.compile(
    r"(?:\b(?P<d1>\d{1,2})\. ?|\b(?P<d2>\d{1,2}) )?\b(?P<n>[^\W\d_]{3,})\b\.?(?: (?P<d3>\d{1,2})\b)?"
)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<y>20[012]\d|19[89]\d)(?P<sign>[-_.]?)(?P<m>0[1-9]|1[0-2])(?:(?P=sign)(?P<d>[0-3]\d))?(?!\d)"
)
_LATER = datetime.timedelta(days=7)  # that a file may be younger than the dateline in it
_IN_URL = re.compile(r"/(?P<y>20[012]\d|19[89]\d)[/-](?P<m>0[1-9]|1[0-2])(?:[/-](?P<d>[0-3]\d))?(?=[/-])")


def edtf(match: re.Match[str]) -> str | None:
    """The date that the page words' date pattern has found, None for one that no calendar has.

    Days stand before months ("10.06.2025" is in June). "03/04/2025" can be March or
    April and gives the year alone; "25/04/2025" and "04/25/2025" are clear.
    """
    groups = {key: value for key, value in match.groupdict().items() if value}
    parts = {key[0]: value for key, value in groups.items()}
    year = int(parts["y"])
    if len(parts["y"]) == 2:
        year += 2000 if year < 70 else 1900
    if "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        if first <= 12 and second <= 12 and first != second:
            return f"{year}"
        return _valid(year, *((first, second) if first <= 12 else (second, first)))
    month = page_words().months[parts["n"].lower()] if "n" in parts else int(parts["m"])
    return _valid(year, month, int(parts["d"]) if "d" in parts else None)


def parse(text: object) -> str | None:
    """The first date in a field that is known to hold the date of publication.

    >>> parse("Tue, 04 Mar 2025 18:30:00 +0100"), parse("10.06.2025"), parse("2024-11"), parse("gestern")
    ('2025-03-04', '2025-06-10', '2024-11', None)
    """
    if not isinstance(text, str):
        return None
    for match in page_words().date.finditer(text):
        if found := edtf(match):
            return found
    bare_year = re.fullmatch(r"\s*((?:19|20)\d\d)\s*", text)
    if bare_year:
        return bare_year[1]
    packed = re.fullmatch(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d{4,6})?Z?\s*", text)
    return _valid(*map(int, packed.groups())) if packed else None


def from_agency_number(text: str) -> str | None:
    """The day that dpa's message number holds.

    >>> from_agency_number("© dpa-infocom, dpa:241114-930-288411/1")
    '2024-11-14'
    """
    found = _DPA.search(text)
    return _valid(2000 + int(found["y"]), int(found["m"]), int(found["d"])) if found else None


def from_url(url: str | None) -> str | None:
    """The day or month that an article's address names.

    >>> from_url("https://news.example/2024/11/14/drohnen.html"), from_url("https://a.example/2024-12/x")
    ('2024-11-14', '2024-12')
    """
    found = _IN_URL.search(url or "")
    if not found:
        return None
    return _valid(int(found["y"]), int(found["m"]), int(found["d"]) if found["d"] else None)


def in_file_name(name: str | None) -> str | None:
    """The day or month that a file's name holds.

    >>> in_file_name("dpa_2025-03-03_kiew.txt"), in_file_name("20250303.txt"), in_file_name("plan-2030.txt")
    ('2025-03-03', '2025-03-03', None)
    """
    found = _IN_NAME.search(name or "")
    if not found:
        return None
    return _valid(int(found["y"]), int(found["m"]), int(found["d"]) if found["d"] else None)


def completed(dateline: str, told: str | None) -> str | None:
    """The day that a dateline names without its year, in the year of what else is told; None if they differ.

    Args:
        dateline: "KYIV, March 3 (Reuters) - ".
        told: EDTF; a day may be up to a week after that of the dateline.

    >>> completed("KYIV, March 3 (Reuters) - ", "2025"), completed("KYIV, Dec. 31 (AP) - ", "2025-01-02")
    ('2025-03-03', '2024-12-31')
    >>> completed("KYIV, March 3 (Reuters) - ", "2025-06"), completed("KYIV, March 3 (Reuters) - ", None)
    (None, None)
    """
    for match in _DAY.finditer(dateline) if told else ():
        month, day = page_words().months.get(match["n"].lower()), match["d1"] or match["d2"] or match["d3"]
        for year in (int(told[:4]), int(told[:4]) - 1) if told and month and day else ():
            found = _valid(year, month or 0, int(day))
            if found and told and (found.startswith(told) or _is_shortly_before(found, told)):
                return found
    return None


def _is_shortly_before(day: str, other: str) -> bool:
    if len(other) < len(day):
        return False
    between = datetime.date.fromisoformat(other) - datetime.date.fromisoformat(day)
    return datetime.timedelta() <= between <= _LATER


def _valid(year: int, month: int, day: int | None = None) -> str | None:
    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
