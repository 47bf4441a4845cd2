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
    ("de", "Die Fracht kam Ende 2024 an.", ("2024", "Ende 2024")),
    ("de", "Im zweiten Halbjahr 2024 kam Fracht.", ("2024-07/2024-12", "zweiten Halbjahr 2024")),
    ("de", "Mitte des Jahres 2024 kam Fracht.", ("2024", "Mitte des Jahres 2024")),
    ("de", "Seit Oktober 2023 kommt Fracht.", ("2023-10/..", "Seit Oktober 2023")),
    ("de", "Die Fracht kam 2024 an.", ("2024", "2024")),
    ("de", "Zuletzt kam Fracht im Juni.", ("2025-06", "Juni")),
    ("de", "Die letzte Fracht kam im November an.", ("2024-11", "November")),
    ("de", "Am Montag kam Fracht.", ("2025-06-09", "Montag")),
    ("de", "Gestern kam Fracht.", ("2025-06-10", "Gestern")),
    ("de", "Im vergangenen Jahr kam Fracht.", ("2024", "vergangenen Jahr")),
    ("en", "The cargo landed on March 3, 2024.", ("2024-03-03", "March 3, 2024")),
    ("en", "The cargo landed on 3 March 2024.", ("2024-03-03", "3 March 2024")),
    ("en", "The cargo landed on the 3rd of March 2024.", ("2024-03-03", "3rd of March 2024")),
    ("en", "The cargo landed on 2024-03-03 at noon.", ("2024-03-03", "2024-03-03")),
    ("en", "The cargo landed in early 2024.", ("2024", "early 2024")),
    ("en", "The cargo landed in mid-2024.", ("2024", "mid-2024")),
    ("en", "The cargo landed on Oct. 3, 2024.", ("2024-10-03", "Oct. 3, 2024")),
    ("en", "Cargo has landed since March 2024.", ("2024-03/..", "since March 2024")),
    ("en", "The cargo landed in May.", ("2025-05", "May")),
    ("en", "The cargo landed last year.", ("2024", "last year")),
    ("en", "The cargo landed last month.", ("2025-05", "last month")),
    ("en", "The cargo landed on Friday.", ("2025-06-06", "Friday")),
    ("de", "Letzte Woche kam Fracht.", ("2025-06-02/2025-06-08", "Letzte Woche")),
    ("de", "In dieser Woche kam Fracht.", ("2025-06-09/2025-06-15", "dieser Woche")),
    ("de", "In der kommenden Woche soll Fracht kommen.", ("2025-06-16/2025-06-22", "kommenden Woche")),
    ("de", "Am Wochenende kam Fracht.", ("2025-06-07/2025-06-08", "Am Wochenende")),
    ("de", "Am Dienstagmorgen kam Fracht.", ("2025-06-10", "Dienstagmorgen")),
    ("de", "Am Freitag soll Fracht folgen.", ("2025-06-13", "Freitag")),
    ("de", "Es kam am Donnerstag voriger Woche.", ("2025-06-05", "Donnerstag voriger Woche")),
    ("de", "Im Frühjahr kam Fracht.", ("2025", "Frühjahr")),
    ("de", "Im Herbst hatte das Land Fracht erhalten.", ("2024", "Herbst")),
    ("de", "Der Rest soll im Herbst folgen.", ("2025", "Herbst")),
    ("de", "Im vergangenen Sommer kam Fracht.", ("2024", "vergangenen Sommer")),
    ("de", "Die Fracht wird im März erwartet.", ("2026-03", "März")),
    ("de", "Der Rest soll bis Jahresende folgen.", ("2025", "Jahresende")),
    ("de", "Das Werk lief im Oktober vergangenen Jahres an.", ("2024-10", "Oktober vergangenen Jahres")),
    ("de", "Im 1. Halbjahr 2024 kam Fracht.", ("2024-01/2024-06", "1. Halbjahr 2024")),
    ("de", "Im ersten Quartal kam Fracht.", ("2025-01/2025-03", "ersten Quartal")),
    ("de", "Vor zwei Jahren kam Fracht.", ("2023", "Vor zwei Jahren")),
    ("de", "Vor drei Monaten kam Fracht.", ("2025-03", "Vor drei Monaten")),
    ("de", "In den vergangenen drei Monaten kam Fracht.", ("2025-03/2025-06", "vergangenen drei Monaten")),
    ("de", "Seit zwei Jahren kommt Fracht.", ("2023/..", "Seit zwei Jahren")),
    ("de", "Die ersten könnten in drei Jahren kommen.", ("2028", "in drei Jahren")),
    ("de", "In den achtziger Jahren kam Fracht.", ("1980/1989", "achtziger Jahren")),
    ("de", "Seit den neunziger Jahren kommt Fracht.", ("1990/..", "Seit den neunziger Jahren")),
    ("de", "In den 1990er-Jahren kam Fracht.", ("1990/1999", "1990er-Jahren")),
    ("de", "Die Ruag lieferte es 2003/04 aus.", ("2003/2004", "2003/04")),
    ("de", "Das ist für das laufende Jahr zugesagt.", ("2025", "laufende Jahr")),
    ("de", "Ab Juli kommt Fracht.", ("2025-07/..", "Ab Juli")),
    ("de", "Ab April wurde Fracht geladen.", ("2025-04/..", "Ab April")),
    ("de", "Seit Juli liegt Fracht dort.", ("2024-07/..", "Seit Juli")),
    ("de", "Im Hafen beginnt die Arbeit im August.", ("2025-08", "August")),
    ("de", "Seit rund 1990 Schiffe kommen, gibt es Streit.", ("1990", "1990")),
    ("de", "Am Dienstag, dem 4. März, kam Fracht.", ("2025-03-04", "4. März")),
    ("en", "The cargo landed on Tuesday, March 4.", ("2025-03-04", "March 4")),
    ("en", "The cargo landed in Q3 2023.", ("2023-07/2023-09", "Q3 2023")),
    ("en", "Deliveries start in August.", ("2025-08", "August")),
    ("en", "The cargo landed last week.", ("2025-06-02/2025-06-08", "last week")),
    ("en", "The cargo will land next week.", ("2025-06-16/2025-06-22", "next week")),
    ("en", "The ship is due in Odesa on Friday.", ("2025-06-13", "Friday")),
    ("en", "The ship landed next to it on Friday.", ("2025-06-06", "Friday")),
    ("en", "The rest will follow in March.", ("2026-03", "March")),
    ("en", "The cargo has been there since last autumn.", ("2024-09/..", "since last autumn")),
    ("en", "It was there in September last year.", ("2024-09", "September last year")),
    ("en", "It came in the first half of this year.", ("2025-01/2025-06", "first half of this year")),
    ("en", "It came two years ago.", ("2023", "two years ago")),
    ("en", "It bought them over the past five years.", ("2020/2025", "past five years")),
    ("en", "It bought them in the nineties.", ("1990/1999", "nineties")),
    ("en", "It bought them in the 1980s.", ("1980/1989", "1980s")),
    ("en", "It made up 76 percent in 2009-13.", ("2009/2013", "2009-13")),
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
    ("de", "Es lieferte 2022 und 2023 Helme.", "2022/2023"),
    ("de", "Zwischen Anfang 2023 und Mitte 2024 lief das Werk.", "2023-01/2024-07"),
    ("en", "The plant was running in 2022 and 2023.", "2022/2023"),
    ("en", "It came in August and September 2024.", "2024-08/2024-09"),
    ("en", "The plant was running from 3 May 2024 until 9 May 2024.", "2024-05-03/2024-05-09"),
]


@pytest.mark.parametrize(("language", "text", "edtf"), PERIODS)
def test_a_period_is_one_time(language: str, text: str, edtf: str) -> None:
    assert [found for found, _ in times(text, language)] == [edtf]


NO_TIMES = [
    ("de", "Geliefert wurden 2000 Panzer."),  # a count
    ("de", "Es blieben rund 1950 Raketen."),
    ("en", "Some 1950 missiles were left."),
    ("de", "Die Panzerhaubitze 2000 feuerte."),  # a name
    ("de", "Das Aktenzeichen lautet 17.2024.3."),
    ("en", "They may march on."),
    ("de", "Im September jenes Jahres kam Fracht."),  # of a year that the text named before
    ("de", "Tags zuvor kam Fracht."),
    ("de", "Frau Sommer sprach."),
    ("de", "In zwei Jahren wurden 40 gebaut."),  # that long it took
    ("de", "In den letzten zwei Jahren des Krieges fehlte es."),
    ("en", "He is in his fifties."),
    ("en", "Prices fall, springs break."),
    ("en", "In that year, and in the same month, it came."),
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
    assert times(text, "de", "2024") == [("2024-06", "Juni"), ("2023", "vergangenen Jahr")]


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


@given(
    st.data(),
    st.sampled_from(["de", "en"]),
    st.text("0123456789-²x", max_size=10) | st.sampled_from(["9999-12-31", "0001-01-01"]),
)
def test_an_article_s_date_may_be_anything(data: st.DataObject, language: str, published: str) -> None:
    text = " ".join(data.draw(st.lists(_pieces(language), max_size=9)))
    for time in find(text, 0, len(text), language, published):
        assert span(time.edtf)[0] is not None


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
