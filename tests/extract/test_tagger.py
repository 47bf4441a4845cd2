"""The tagger: what its files know, and what it makes of words that they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.tagger import Knowledge, Tagger, tagger

TAGS = (("name", ""), ("noun", ""), ("num", ""), ("punct", ""), ("verb", "fin"))
SMALL = Knowledge(TAGS, {"baut": "4 1 en", "Baut": "1 0 "}, {"^n": (1,), "t": (4,)}, {"1 n": "1 "}, {})


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("de", "Deutschland hat der Ukraine 18 Panzer geliefert .",
         "name aux/fin det name num noun verb/part punct"),
        ("de", "Die gelieferten Drohnen kamen aus dem Iran , sagte er .",
         "det adj noun verb/fin adp det name punct verb/fin pron punct"),
        ("en", "Iran 's army sent 40 drones to Russia", "name pos noun verb/fin num noun adp name"),
        ("en", "The tanks were delivered by Poland .", "det noun aux/fin verb/part adp name punct"),
    ],
)  # fmt: skip
def test_plain_sentences(language: str, sentence: str, expected: str) -> None:
    tags = [f"{k}/{f}" if f else k for k, f, _ in tagger(language).tag(sentence.split())]
    assert " ".join(tags) == expected


@pytest.mark.parametrize(
    ("language", "word", "kind", "lemma"),
    [
        ("de", "geliefert", ("verb", "part"), "liefern"),
        ("de", "Drohnen", ("noun", ""), "drohne"),
        ("de", "Gleitbombenwerfern", ("noun", ""), "gleitbombenwerfer"),
        ("en", "delivered", ("verb", "fin"), "deliver"),
        ("en", "batteries", ("noun", ""), "battery"),
    ],
)
def test_lemmas(language: str, word: str, kind: tuple[str, str], lemma: str) -> None:
    one = tagger(language)
    number = one.tags.index(kind)
    assert one.lemma(word, number, False) == lemma


def test_the_ends_of_unknown_words_tell() -> None:
    one = Tagger(SMALL)
    assert one.readings("Dron", False) == (1,)
    assert one.readings("Xyz", False) == (0,)
    assert one.readings("xyz", False) == (1,)
    assert one.tag(["Dron", "baut", "12", "."]) == [
        ("noun", "", "dro"), ("verb", "fin", "bauen"), ("num", "", "12"), ("punct", "", "."),
    ]  # fmt: skip


def test_a_word_that_opens_a_sentence_may_be_a_small_one() -> None:
    one = Tagger(SMALL)
    assert one.readings("Baut", False) == (1,)
    assert one.readings("Baut", True) == (1, 4)


@given(
    st.lists(st.text(min_size=1, max_size=12).filter(str.strip), max_size=8), st.sampled_from(["de", "en"])
)
def test_every_word_gets_a_tag(words: list[str], language: str) -> None:
    made = tagger(language).tag(words)
    assert len(made) == len(words)
    assert made == tagger(language).tag(words)
