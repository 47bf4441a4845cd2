"""Tokens: cut where the frame rules need it, tagged alike in both languages, offsets exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.tokens import Token, tokenize


def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens of a whole text."""
    return tokenize(text, 0, len(text), language)


CUTS = [
    ("de", "Shahed- und Harpy-Drohnen", ["Shahed-", "und", "Harpy-Drohnen"]),
    ("de", "2.000 155-mm-Granaten", ["2.000", "155-mm-Granaten"]),
    ("de", "12 700 oder 12'700 Bomben", ["12 700", "oder", "12'700", "Bomben"]),
    ("de", "am 24.2.2022.", ["am", "24.2.2022", "."]),
    ("de", "„Nein“, so Kim", ["„", "Nein", "“", ",", "so", "Kim"]),
    ("de", "2024 500 Helme", ["2024", "500", "Helme"]),
    ("en", "the U.S. Army", ["the", "U.S.", "Army"]),
    ("en", "Iran’s drones weren't sold", ["Iran", "’s", "drones", "were", "n't", "sold"]),
    ("en", "They've won't", ["They", "'ve", "wo", "n't"]),
    ("en", "$4 billion", ["$", "4", "billion"]),
]


@pytest.mark.parametrize(("language", "text", "words"), CUTS)
def test_where_words_are_cut(language: str, text: str, words: list[str]) -> None:
    assert [t.text for t in tokens(text, language)] == words


TAGGED = [
    ("de", "Kim hat Raketen geliefert.", "name aux/fin noun verb/part punct"),
    ("de", "Sie wollen es liefern.", "pron modal/fin pron verb/inf punct"),
    ("de", "weil Polen nicht lieferte", "subord name neg verb/fin"),
    ("en", "Kim has delivered rockets.", "name aux/fin verb/part noun punct"),
    ("en", "They will not deliver it.", "pron modal neg verb/inf pron punct"),
    ("en", "They didn’t deliver it.", "pron aux/fin neg verb/inf pron punct"),
    ("en", "Iran’s rockets", "name pos noun"),
]


@pytest.mark.parametrize(("language", "text", "tags"), TAGGED)
def test_both_languages_share_a_tag_set(language: str, text: str, tags: str) -> None:
    assert " ".join(f"{t.pos}/{t.form}".rstrip("/") for t in tokens(text, language)) == tags


@pytest.mark.parametrize(
    ("language", "text", "lemma"),
    [
        ("de", "geliefert", "liefern"),
        ("de", "Geschütze", "geschütz"),
        ("en", "delivered", "deliver"),
        ("en", "shells", "shell"),
    ],
)
def test_lemmas(language: str, text: str, lemma: str) -> None:
    sentence = f"Sie haben {text}." if language == "de" else f"They have {text}."
    assert tokens(sentence, language)[2].lemma == lemma


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Polen kündigte am Montag an, dass es hilft.", "ankündigen"),
        ("Polen stellt der Ukraine Panzer bereit.", "bereitstellen"),
        ("Das teilte Kim mit.", "mitteilen"),
        ("Kim kündigte den Vertrag.", "kündigen"),
        ("Kim teilte das Brot mit Polen.", "teilen"),
        ("Kim fuhr an, teilte aber nichts.", "teilen"),
    ],
)
def test_a_verb_and_its_particle_are_one_lemma(text: str, lemma: str) -> None:
    assert lemma in [t.lemma for t in tokens(text, "de") if t.pos == "verb"]


def test_figures_are_numbers_whatever_the_tagger_says() -> None:
    assert {t.pos for t in tokens("7 2.000 12 700", "de")} == {"num"}
    assert [t.pos for t in tokens("Sie kosten 4,5.", "de")][2] == "num"


def test_an_apostrophe_is_plain_in_lower_case() -> None:
    assert [t.low for t in tokens("IRAN’S", "en")] == ["iran", "'s"]


@given(st.text(max_size=60), st.data(), st.sampled_from(["de", "en"]))
def test_offsets_are_exact_and_no_letter_is_lost(text: str, data: st.DataObject, language: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = tokenize(text, start, end, language)
    at = start
    for token in found:
        assert at <= token.start < token.end <= end
        assert text[token.start : token.end] == token.text
        assert text[at : token.start].strip() == ""
        at = token.end
    assert text[at:end].strip() == ""
