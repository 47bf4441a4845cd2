from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-06-11", "2025-06-11"),
        ("2025-06-11T09:00:00+02:00", "2025-06-11"),
        ("2025-12-30 00:00", "2025-12-30"),
        ("2024-11", "2024-11"),
        ("2024", "2024"),
        ("20240611", "2024-06-11"),
        ("2024/06/11", "2024-06-11"),
        ("10.06.2025", "2025-06-10"),
        ("7.6.06", "2006-06-07"),
        ("3. Mai 2024", "2024-05-03"),
        ("1. Jänner 2023", "2023-01-01"),
        ("12 Jun 2025", "2025-06-12"),
        ("June 12, 2025", "2025-06-12"),
        ("Sept. 1st, 2022", "2022-09-01"),
        ("Juni 2023", "2023-06"),
        ("Tue, 04 Mar 2025 18:30:00 +0100", "2025-03-04"),
        ("25/04/2025", "2025-04-25"),
        ("04/25/2025", "2025-04-25"),
        ("03/04/2025", "2025"),  # March or April: only the year is sure
        ("03/03/2025", "2025-03-03"),
        ("31.02.2025", None),
        ("gestern", None),
        ("M1989", None),
        ("", None),
        (20240611, None),
    ],
)
def test_fields_that_hold_a_date(text: object, expected: str | None) -> None:
    assert dates.parse(text) == expected


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2069, 12, 31)))
def test_a_day_is_read_the_same_in_every_spelling(day: datetime.date) -> None:
    english = day.strftime("%B %d, %Y")
    for text in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", english):
        assert dates.parse(text) == day.isoformat()


def test_dpas_message_number_and_addresses_hold_dates() -> None:
    assert dates.from_agency_number("Text\n© dpa-infocom, dpa:241114-930-288411/1") == "2024-11-14"
    assert dates.from_agency_number("dpa:241341-930-288411/1") is None
    assert dates.from_url("https://news.example/2024/11/14/x.html") == "2024-11-14"
    assert dates.from_url("https://news.example/politik/2024-12/x") == "2024-12"
    assert dates.from_url("https://news.example/artikel-2024112") is None
