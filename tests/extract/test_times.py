"""Dates and periods: what is found, its EDTF, and its exact span."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.times import find
from graph.store.when import span
from seeds.catalogue import lexicon

PUBLISHED = "2025-06-11"  # a Wednesday
_DAYS = st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31))


def times(text: str, language: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """EDTF and words of each time in a text."""
    return [(t.edtf, text[t.start : t.end]) for t in find(text, 0, len(text), language, published)]


DATES = [
    ("de", "Am 3. März 2024 landete die Fracht.", ("2024-03-03", "3. März 2024")),
    ("de", "Am 03.03.2024 landete die Fracht.", ("2024-03-03", "03.03.2024")),
    ("de", "Die Fracht kam im März 2024 an.", ("2024-03", "März 2024")),
    ("de", "Die Fracht kam Ende 2024 an.", ("2024-10/2024-12", "Ende 2024")),
    ("de", "Im zweiten Halbjahr 2024 kam Fracht.", ("2024-07/2024-12", "zweiten Halbjahr 2024")),
    ("de", "Mitte des Jahres 2024 kam Fracht.", ("2024-06/2024-07", "Mitte des Jahres 2024")),
    ("de", "Seit Oktober 2023 kommt Fracht.", ("2023-10/..", "Seit Oktober 2023")),
    ("de", "Die Fracht kam 2024 an.", ("2024", "2024")),
    ("de", "Zuletzt kam Fracht im Juni.", ("2025-06", "Juni")),
    ("de", "Die letzte Fracht kam im November an.", ("2024-11", "November")),
    ("de", "Am Montag kam Fracht.", ("2025-06-09", "Montag")),
    ("de", "Gestern kam Fracht.", ("2025-06-10", "Gestern")),
    ("de", "Im vergangenen Jahr kam Fracht.", ("2024", "Im vergangenen Jahr")),
    ("en", "The cargo landed on March 3, 2024.", ("2024-03-03", "March 3, 2024")),
    ("en", "The cargo landed on 3 March 2024.", ("2024-03-03", "3 March 2024")),
    ("en", "The cargo landed on the 3rd of March 2024.", ("2024-03-03", "3rd of March 2024")),
    ("en", "The cargo landed on 2024-03-03 at noon.", ("2024-03-03", "2024-03-03")),
    ("en", "The cargo landed in early 2024.", ("2024-01/2024-03", "early 2024")),
    ("en", "The cargo landed in mid-2024.", ("2024-06/2024-07", "mid-2024")),
    ("en", "The cargo landed on Oct. 3, 2024.", ("2024-10-03", "Oct. 3, 2024")),
    ("en", "Cargo has landed since March 2024.", ("2024-03/..", "since March 2024")),
    ("en", "The cargo landed in May.", ("2025-05", "May")),
    ("en", "The cargo landed last year.", ("2024", "last year")),
    ("en", "The cargo landed last month.", ("2025-05", "last month")),
    ("en", "The cargo landed on Friday.", ("2025-06-06", "Friday")),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_one_date(language: str, text: str, expected: tuple[str, str]) -> None:
    assert times(text, language) == [expected]


PERIODS = [
    ("de", "Von Mai 2022 bis Januar 2024 lief das Werk.", "2022-05/2024-01"),
    ("de", "Zwischen Mai und August 2024 lief das Werk.", "2024-05/2024-08"),
    ("de", "Vom 3. bis 9. Mai 2024 lief das Werk.", "2024-05-03/2024-05-09"),
    ("de", "Zwischen 2019 und Ende 2024 lief das Werk.", "2019/2024-12"),
    ("de", "In den Jahren 2019–2024 lief das Werk.", "2019/2024"),
    ("en", "From May 2022 to January 2024 the plant was running.", "2022-05/2024-01"),
    ("en", "Between May and August 2024 the plant was running.", "2024-05/2024-08"),
    ("en", "The plant was running in 2019-2024.", "2019/2024"),
    ("en", "The plant was running from 3 May 2024 until 9 May 2024.", "2024-05-03/2024-05-09"),
]


@pytest.mark.parametrize(("language", "text", "edtf"), PERIODS)
def test_a_period_is_one_time(language: str, text: str, edtf: str) -> None:
    assert [found for found, _ in times(text, language)] == [edtf]


NO_TIMES = [
    ("de", "Geliefert wurden 2000 Panzer."),  # a count
    ("de", "Die Panzerhaubitze 2000 feuerte."),  # a name
    ("de", "Das Aktenzeichen lautet 17.2024.3."),
    ("en", "They may march on."),
    ("en", "Jan Kowalski spoke."),
    ("en", "The fleet lost 1,2024 parts."),
]


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
def test_what_only_looks_like_a_date(language: str, text: str) -> None:
    assert times(text, language) == []


def test_a_full_stop_ends_the_sentence_and_not_the_month() -> None:
    assert times("Es kam im Juni. 2024 folgte mehr.", "de") == [("2025-06", "Juni"), ("2024", "2024")]


def test_a_day_that_the_month_has_not_leaves_the_month() -> None:
    assert times("Am 31. Juni 2024 kam nichts.", "de") == [("2024-06", "31. Juni 2024")]
    assert times("Am 31.06.2024 kam nichts.", "de") == []


def test_two_dates_in_the_wrong_order_are_no_period() -> None:
    assert [edtf for edtf, _ in times("Von 2024 bis 2022 gezählt.", "de")] == ["2024", "2022"]


def test_without_the_article_s_date_nothing_relative_is_known() -> None:
    text = "Am Montag, im Juni, gestern und im vergangenen Jahr kam Fracht."
    assert times(text, "de", None) == []
    assert times(text, "de", "2024") == [("2024-06", "Juni"), ("2023", "im vergangenen Jahr")]


def test_january_looks_back_to_december() -> None:
    assert times("It landed last month, in December.", "en", "2025-01-05") == [
        ("2024-12", "last month"),
        ("2024-12", "December"),
    ]


def _pieces(language: str) -> st.SearchStrategy[str]:
    words = lexicon(language, "time")
    known = [str(w) for key in words for w in (words[key] if isinstance(words[key], (list, dict)) else ())]
    figures = st.one_of(
        st.integers(0, 40).map(str),
        st.integers(1895, 2105).map(str),
        st.builds("{:02}.{:02}.{}".format, st.integers(0, 33), st.integers(0, 14), st.integers(1990, 2030)),
        st.builds("{}-{:02}-{:02}".format, st.integers(1990, 2030), st.integers(0, 14), st.integers(0, 33)),
    )
    return st.one_of(st.sampled_from(known), st.sampled_from(known).map(str.title), figures)


@given(st.data(), st.sampled_from(["de", "en"]), _DAYS.map(str))
def test_whatever_is_found_is_valid_and_in_place(data: st.DataObject, language: str, published: str) -> None:
    gaps = st.sampled_from([" ", ", ", ". ", "-", "–", " of ", " dem "])
    text = "".join(
        piece
        for pair in data.draw(st.lists(st.tuples(_pieces(language), gaps), max_size=9))
        for piece in pair
    )
    found = find(text, 0, len(text), language, published)
    for time in found:
        assert 0 <= time.start < time.end <= len(text)
        assert not text[time.start].isspace()
        assert not text[time.end - 1].isspace()
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?(/(\.\.|\d{4}(-\d\d(-\d\d)?)?))?", time.edtf)
        first, last = span(time.edtf)
        assert first is not None
        assert last is None if time.edtf.endswith("..") else last is not None and first <= last
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(_DAYS)
def test_every_date_written_out_is_read_back(day: date) -> None:
    for language, form in (
        ("de", "{d}. {m} {y}"),
        ("de", "{d:02}.{n:02}.{y}"),
        ("en", "{m} {d}, {y}"),
        ("en", "{d} {m} {y}"),
        ("en", "{y}-{n:02}-{d:02}"),
    ):
        names = {number: name for name, number in reversed(lexicon(language, "time")["months"].items())}
        text = form.format(d=day.day, m=names[day.month].capitalize(), n=day.month, y=day.year)
        assert times(f"({text})", language) == [(day.isoformat(), text)]
