"""Numbers of things in sentences: what is counted, what is not, hedges, ranges, units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.numbers import Quantity, find
from graph.extract.tokens import tokenize


def numbers(text: str, language: str) -> list[Quantity]:
    """The quantities of a text."""
    return list(find(tokenize(text, 0, len(text), language), language))


COUNTS = [
    ("de", "Warschau schickte 44 Panzer.", 44),
    ("de", "Warschau schickte vierundvierzig Panzer.", 44),
    ("de", "Warschau schickte 4.400 Helme.", 4400),
    ("de", "Warschau schickte 44 000 Helme.", 44_000),
    ("de", "Warschau schickte 44'000 Helme.", 44_000),
    ("de", "Warschau schickte 1,4 Millionen Patronen.", 1_400_000),
    ("de", "Warschau schickte 2 Mio. Patronen.", 2_000_000),
    ("de", "Warschau schickte eine Million Patronen.", 1_000_000),
    ("de", "Warschau schickte eine halbe Million Patronen.", 500_000),
    ("de", "Warschau schickte zweieinhalb Millionen Patronen.", 2_500_000),
    ("de", "Warschau schickte anderthalb Millionen Patronen.", 1_500_000),
    ("de", "Warschau schickte zwei Millionen dreihunderttausend Patronen.", 2_300_000),
    ("de", "Warschau schickte eine Viertelmillion Patronen.", 250_000),
    ("de", "Warschau schickte ein halbes Dutzend Haubitzen.", 6),
    ("de", "Warschau schickte drei Dutzend Haubitzen.", 36),
    ("de", "Warschau schickte hundert Haubitzen.", 100),
    ("de", "Warschau schickte 2000 Helme.", 2000),
    ("de", "Warschau schickte 1800 schwere Bomben.", 1800),
    ("de", "Warschau schickte drei teure Radare.", 3),
    ("en", "Warsaw sent 44 tanks.", 44),
    ("en", "Warsaw sent a pair of helicopters.", 2),
    ("en", "Warsaw sent forty-four tanks.", 44),
    ("en", "Warsaw sent forty four tanks.", 44),
    ("en", "Warsaw sent 4,400 helmets.", 4400),
    ("en", "Warsaw sent 1.4 million cartridges.", 1_400_000),
    ("en", "Warsaw sent half a million cartridges.", 500_000),
    ("en", "Warsaw sent half a dozen howitzers.", 6),
    ("en", "Warsaw sent a dozen howitzers.", 12),
    ("en", "Warsaw sent three dozen howitzers.", 36),
    ("en", "Warsaw sent two hundred and fifty howitzers.", 250),
    ("en", "Warsaw sent one hundred and fifty thousand cartridges.", 150_000),
    ("en", "Warsaw sent two thousand five hundred cartridges.", 2500),
    ("en", "Warsaw sent a couple of howitzers.", 2),
    ("en", "Warsaw sent one howitzer.", 1),
]


@pytest.mark.parametrize(("language", "text", "value"), COUNTS)
def test_a_count(language: str, text: str, value: float) -> None:
    assert [(q.value, q.maximum, q.qualifier) for q in numbers(text, language)] == [(value, None, "exact")]


HEDGED = [
    ("de", "mehrere hundert Helme", 100, "at_least"),
    ("de", "ein paar hundert Helme", 100, "at_least"),
    ("de", "mehrere Dutzend Helme", 12, "at_least"),
    ("de", "Hunderte Helme", 100, "at_least"),
    ("de", "Zehntausende von Helmen", 10_000, "at_least"),
    ("de", "Hunderte Millionen Patronen", 100_000_000, "at_least"),
    ("de", "knapp 2.000 Helme", 2000, "about"),
    ("de", "an die 900 Helme", 900, "about"),
    ("de", "rund 2030 Helme", 2030, "about"),
    ("de", "über 40 Helme", 40, "at_least"),
    ("de", "ein Vertrag über 40 Helme", 40, "exact"),
    ("de", "ein Rahmenvertrag mit der Firma Muster über 40 Helme", 40, "exact"),
    ("de", "Aufträge über mehr als 40 Helme", 40, "at_least"),
    ("de", "Das Lager hat laut Vertrag mit Seoul noch heute über 40 Helme", 40, "at_least"),
    ("en", "talks with Warsaw over 40 helmets", 40, "exact"),
    ("en", "a contract for over 40 helmets", 40, "at_least"),
    ("de", "bis zu 250 Helme", 250, "at_most"),
    ("de", "mehr als tausend Helme", 1000, "at_least"),
    ("de", "nicht weniger als 30 Helme", 30, "at_least"),
    ("en", "several hundred helmets", 100, "at_least"),
    ("en", "dozens of helmets", 12, "at_least"),
    ("en", "tens of thousands of helmets", 10_000, "at_least"),
    ("en", "hundreds of thousands of helmets", 100_000, "at_least"),
    ("en", "some 900 helmets", 900, "about"),
    ("en", "70-plus helmets", 70, "at_least"),
    ("en", "20-odd helmets", 20, "about"),
    ("en", "as many as 250 helmets", 250, "at_most"),
    ("en", "up to a million helmets", 1_000_000, "at_most"),
    ("en", "no fewer than 30 helmets", 30, "at_least"),
    ("en", "upwards of 30 helmets", 30, "at_least"),
]


@pytest.mark.parametrize(("language", "text", "value", "qualifier"), HEDGED)
def test_a_hedged_count(language: str, text: str, value: float, qualifier: str) -> None:
    assert [(q.value, q.qualifier) for q in numbers(text, language)] == [(value, qualifier)]


RANGES = [
    ("de", "zwischen 10.000 und 12.000 Helme", 10_000, 12_000),
    ("de", "zehn- bis zwölftausend Helme", 10_000, 12_000),
    ("de", "10 bis 12 Helme", 10, 12),
    ("de", "zwei bis drei Millionen Patronen", 2_000_000, 3_000_000),
    ("de", "zwei oder drei Haubitzen", 2, 3),
    ("de", "100–150 Haubitzen", 100, 150),
    ("de", "10-12 Tausend Helme", 10_000, 12_000),
    ("en", "10-12 thousand helmets", 10_000, 12_000),
    ("de", "100-150 Haubitzen", 100, 150),
    ("en", "100 to 150 howitzers", 100, 150),
    ("en", "between 100 and 150 howitzers", 100, 150),
    ("en", "2 to 3 million cartridges", 2_000_000, 3_000_000),
    ("en", "900 to 1,000 howitzers", 900, 1000),
]


@pytest.mark.parametrize(("language", "text", "low", "high"), RANGES)
def test_a_range(language: str, text: str, low: float, high: float) -> None:
    assert [(q.value, q.maximum) for q in numbers(text, language)] == [(low, high)]


def test_two_counts_joined_by_and_are_no_range() -> None:
    assert [(q.value, q.maximum) for q in numbers("10 Helme und 20 Westen", "de")] == [(10, None), (20, None)]
    assert [(q.value, q.maximum) for q in numbers("They saw 10 and 20 of them.", "en")] == [
        (10, None),
        (20, None),
    ]


NOTHING_COUNTED = [
    # money
    ("de", "Das kostet 8,5 Milliarden Euro."),
    ("de", "Das kostet 4 Mrd. Euro oder 500 Millionen US-Dollar."),
    ("de", "Das kostet 3 Milliarden kanadische Dollar."),
    ("de", "Es ist ein 4-Milliarden-Euro-Paket, zwei Milliarden schwer."),
    ("en", "It costs $4 billion."),
    ("en", "It costs US$4 billion or 4 billion US dollars."),
    ("en", "It is a 5.6 trillion-won deal, 8 million euros of it in cash."),
    # measures and calibres
    ("de", "Das sind 155-mm-Granaten und 122 mm Haubitzen."),
    ("de", "Sie haben eine 105-Millimeter-Kanone."),
    ("de", "Es ist Munition in 7,62 x 39 und 7,62x39mm."),
    ("de", "Es fliegt 300 Kilometer weit, 30 Prozent weiter."),
    ("de", "Zwei Drittel der Helme fehlen."),
    ("de", "Die zehn Tonnen schwere Bombe fiel."),
    ("en", "These are 155mm shells and 122 mm howitzers."),
    ("en", "It flies 300 miles, 20 per cent farther."),
    # dates, times, ages, scores
    ("de", "Am 14. November und 2024 geschah nichts."),
    ("de", "Am 24.02.2022 um 10.30 Uhr geschah nichts."),
    ("de", "Im Jahr 2000 und 2022–2024 geschah nichts."),
    ("de", "Der Minister (51) verlor 3:1."),
    ("en", "On June 5, 2024 and 6 July nothing happened."),
    ("en", "It was the 3rd brigade, 24/7."),
    ("en", "In the night of 5-6 June nothing happened."),
    # labels and models
    ("de", "Artikel 5, Typ 99 und Resolution 1718 gelten."),
    ("de", "Nr. 7 fehlt."),
    ("en", "Article 5 and No. 7 apply."),
    ("en", "An F-16 met a Mi-8."),
    # words
    ("de", "Ein paar Helme und eine Weste kamen in beide Lager."),
    ("en", "It is one of the largest makers, a few say."),
    ("en", "Both howitzers and helmets came."),
    ("de", "Es kamen 0 Helme, null Westen."),
    ("de", "Es sind 1,5 Helme je Kopf."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NOTHING_COUNTED)
def test_what_counts_nothing(language: str, text: str) -> None:
    assert numbers(text, language) == []


UNITS = [
    ("de", "120 Stück wurden geliefert", ["pieces"]),
    ("de", "sechs Millionen Schuss Munition", ["rounds"]),
    ("de", "1,5 Tonnen Sprengstoff", ["tonnes"]),
    ("de", "200 Drohnen pro Monat", ["per month"]),
    ("de", "monatlich rund 200 Drohnen", ["per month"]),
    ("de", "200 Drohnen im Jahr", ["per year"]),
    ("de", "200 Drohnen im Jahr 2024", [None]),
    ("de", "50 Raketen, danach 100 Granaten pro Monat", [None, "per month"]),
    ("de", "Sie gaben 50 Raketen und bauen 100 Granaten pro Monat", [None, "per month"]),
    ("de", "50 Raketen, die das Werk monatlich baut", [None]),
    ("en", "50 batteries arrived", ["batteries"]),
    ("en", "they build 200 drones a month", ["per month"]),
    ("en", "they build 20 per month", ["per month"]),
    ("en", "they sent 200 drones a month later", [None]),
    ("en", "they sent 50 rockets and build 100 shells per day", [None, "per day"]),
]


@pytest.mark.parametrize(("language", "text", "units"), UNITS)
def test_the_unit(language: str, text: str, units: list[str | None]) -> None:
    assert [q.unit for q in numbers(text, language)] == units


@given(st.integers(1, 10**9).filter(lambda n: not 1900 <= n <= 2100))
def test_every_figure_before_a_noun_counts(number: int) -> None:
    assert [q.value for q in numbers(f"Polen gab {number:,} Helme ab.".replace(",", "."), "de")] == [number]
    assert [q.value for q in numbers(f"Poland gave {number:,} helmets away.", "en")] == [number]


_BITS = [
    "12",
    "1,5",
    "2024",
    "mehrere",
    "hundert",
    "Dutzend",
    "bis",
    "und",
    "-",
    "ein",
    "half",
    "a",
    "of",
    "and",
    "million",
    "Mio",
    ".",
    "€",
    "x",
    "zwei",
    "pro Monat",
    "two",
    "Panzer",
    "paar",
    "zwischen",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(_BITS), max_size=10), st.sampled_from(["de", "en"]))
def test_any_order_of_words_gives_sound_numbers_in_order(bits: list[str], language: str) -> None:
    text = " ".join(bits)
    tokens = tokenize(text, 0, len(text), language)
    end = 0
    for quantity in find(tokens, language):
        assert end <= quantity.first < quantity.last <= len(tokens)
        assert quantity.value > 0
        assert quantity.maximum is None or quantity.maximum > quantity.value
        end = quantity.last
