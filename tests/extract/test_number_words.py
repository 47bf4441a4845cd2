"""Figures and number words: every number written out is read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.number_words import figure, number_word, scale_of

_ONES = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def spelled(number: int) -> str:
    """A number from 1 to 999,999 in German words, as school teaches it."""
    if number >= 1000:
        rest = number % 1000
        thousands = spelled(number // 1000)
        thousands = thousands.removesuffix("s") if thousands.endswith("eins") else thousands
        return thousands + "tausend" + (spelled(rest) if rest else "")
    if number >= 100:
        rest = number % 100
        return _ONES[number // 100] + "hundert" + (spelled(rest) if rest else "")
    if number >= 20:
        ten, one = _TENS[number // 10 - 2], number % 10
        return f"{_ONES[one]}und{ten}" if one else ten
    if number >= 13:
        short = {16: "sech", 17: "sieb"}.get(number, _ONES[number - 10])
        return short + "zehn"
    return "eins" if number == 1 else _ONES[number]


def test_the_speller_itself() -> None:
    assert spelled(217_316) == "zweihundertsiebzehntausenddreihundertsechzehn"
    assert [spelled(n) for n in (1, 17, 21, 101, 1001)] == [
        "eins", "siebzehn", "einundzwanzig", "einhunderteins", "eintausendeins",
    ]  # fmt: skip


def test_every_number_below_ten_thousand_is_read_back() -> None:
    wrong = [n for n in range(1, 10_000) if number_word(spelled(n), "de") != n]
    assert wrong == []


@given(st.integers(1, 999_999))
def test_every_number_below_a_million_is_read_back(number: int) -> None:
    assert number_word(spelled(number), "de") == number
    assert number_word(spelled(number).capitalize(), "de") == number


WORDS = [
    ("de", "hundert", 100),
    ("de", "tausendundeins", 1001),
    ("de", "anderthalb", 1.5),
    ("de", "sechseinhalb", 6.5),
    ("de", "fünfeinhalbtausend", 5500),
    ("de", "zwölfhundert", 1200),
    ("en", "seventeen", 17),
    ("en", "forty-two", 42),
]


@pytest.mark.parametrize(("language", "word", "value"), WORDS)
def test_other_ways_to_say_it(language: str, word: str, value: float) -> None:
    assert number_word(word, language) == value


@pytest.mark.parametrize(
    "word", ["tausendsassa", "hundertschaft", "hund", "undzwanzig", "dreiundelf", "jahrhundert", ""]
)
def test_german_words_that_only_look_like_numbers(word: str) -> None:
    assert number_word(word, "de") is None


@pytest.mark.parametrize("word", ["ten-year", "four-engine", "forty-ten", "twenty-zero", "hundreds", ""])
def test_english_words_that_only_look_like_numbers(word: str) -> None:
    assert number_word(word, "en") is None


@pytest.mark.parametrize(("word", "scale"), [("zwölftausend", 1000), ("dreihundert", 100), ("zwölf", 1)])
def test_the_scale_of_a_compound(word: str, scale: int) -> None:
    assert scale_of(word) == scale


@given(st.integers(0, 10**12))
def test_whole_figures_of_both_languages_round_trip(number: int) -> None:
    assert figure(str(number), "de") == figure(str(number), "en") == number
    assert figure(f"{number:,}", "en") == number
    assert figure(f"{number:,}".replace(",", "."), "de") == number
    assert figure(f"{number:,}".replace(",", " "), "de") == number
    assert figure(f"{number:,}".replace(",", "’"), "de") == number


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_decimals_of_both_languages_round_trip(whole: int, hundredths: int) -> None:
    number = float(f"{whole}.{hundredths:02}")
    english = f"{whole:,}.{hundredths:02}"
    assert figure(english, "en") == number
    assert figure(english.translate(str.maketrans(",.", ".,")), "de") == number


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "1.5", 1.5),
        ("de", "10,000", 10_000),
        ("en", "2,5", 2.5),
        ("en", "7.62", 7.62),
        ("de", "7,62", 7.62),
    ],
)
def test_the_other_language_s_marks(language: str, text: str, value: float) -> None:
    assert figure(text, language) == value


@pytest.mark.parametrize("text", ["24.2.2022", "1.2.3", "1.000,5,5", "12a", "", "1,", "1.00.000"])
def test_what_is_no_figure(text: str) -> None:
    assert figure(text, "de") is None
    assert figure(text.translate(str.maketrans(",.", ".,")), "en") is None
