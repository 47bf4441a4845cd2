from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.store.when import span


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024?", "2024-01-01", "2024-12-31"),
        ("2024-05~", "2024-05-01", "2024-05-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-06-XX", "2024-06-01", "2024-06-30"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2023-06/2025-04", "2023-06-01", "2025-04-30"),
        ("2023/..", "2023-01-01", None),
        ("../2023-03", None, "2023-03-31"),
        ("/2023", None, "2023-12-31"),
        ("2024-05-06T12:00:00Z", "2024-05-06", "2024-05-06"),
        ("9999-24", "9999-12-01", "9999-02-28"),
    ],
)
def test_spans(edtf: str, first: str | None, last: str | None) -> None:
    assert span(edtf) == (first, last)


@pytest.mark.parametrize(
    "edtf", [None, "", "..", "/", "soon", "2024-13", "2023-02-29", "2024-22-01", "0000", "24"]
)
def test_what_is_no_time(edtf: str | None) -> None:
    assert span(edtf) == (None, None)


@given(st.dates(), st.dates())
def test_an_interval_spans_from_its_first_to_its_last_day(one: date, other: date) -> None:
    assert span(f"{one}/{other}") == (one.isoformat(), other.isoformat())
    first, last = span(f"{one:%Y-%m}" if one.year > 999 else "2024-01")
    assert first is not None
    assert last is not None
    assert first[:7] == last[:7]


@given(st.text(alphabet="0123456789X-/.~?%T", max_size=24))
def test_no_text_breaks_it(text: str) -> None:
    for day in span(text):
        assert day is None or date.fromisoformat(day)
