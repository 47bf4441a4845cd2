"""Where a text names arms at all: nothing that the gazetteer finds is lost, much else is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract import sentences
from graph.extract.blocks import blocks
from graph.extract.first_pass import marks, names_arms, near_arms
from graph.extract.gazetteer import gazetteer
from graph.model import Article
from seeds.corpus_files import texts

PLAIN = {"de": "Es regnete den ganzen Tag in Kiel.", "en": "It rained all day in Kiel."}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zwei Su 35 flogen ab.", "de"),
        ("SU35 und T-72B3", "de"),
        ("Leopard-2-Panzern", "de"),
        ("Schahed‑Drohnen", "de"),
        ("Panzerlieferung", "de"),
        ("Kleinwaffen", "de"),
        ("HIMARS arrived", "en"),
        ("two batteries of artillery", "en"),
        ("İHA ve drones", "en"),
    ],
)
def test_spellings_are_found_in_any_dress(text: str, language: str) -> None:
    assert names_arms(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jetzt beginnt der Sommer, Termine folgen.", "de"),
        ("Der Minister lobte das System und die Hilfe.", "de"),
        ("Some town umpires harm nobody.", "en"),
        ("", "de"),
        ("...", "en"),
    ],
)
def test_words_that_only_begin_like_one_are_none(text: str, language: str) -> None:
    assert not names_arms(text, language)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_name_of_an_item_is_found(language: str) -> None:
    names = [entity.name for entity in gazetteer(language).refs.values() if entity.label == "Item"]
    found = [n for n in names if gazetteer(language).hits(n, 0, len(n))]
    missed = [
        n
        for n in found
        if not near_arms(marks(n + " drones Drohnen", _split(n + " drones Drohnen"), language))[0]
    ]
    assert len(found) > 1000
    assert missed == []


def _split(text: str) -> list[sentences.Sentence]:
    return [sentences.Sentence(0, len(text), "body")]


@settings(max_examples=50)
@given(st.lists(st.booleans(), min_size=1, max_size=30))
def test_sentences_within_reach_of_arms_are_near(named: list[bool]) -> None:
    words = ["Panzer rollen durch Kiel." if one else PLAIN["de"] for one in named]
    text = " ".join(words)
    found = list(sentences.split(text, 0, len(text), "body", "de"))
    expected = [any(named[max(0, i - 2) : i + 3]) for i in range(len(named))]
    assert near_arms(marks(text, found, "de")) == expected


def test_a_word_that_may_mean_anything_counts_near_arms_only() -> None:
    plain = PLAIN["de"]
    text = " ".join(["Das System läuft.", *[plain] * 6, "Panzer rollen durch Kiel.", "Das System läuft."])
    found = list(sentences.split(text, 0, len(text), "body", "de"))
    assert marks(text, found, "de") == ["none"] * 7 + ["strong", "weak"]


@given(st.text(max_size=200), st.sampled_from(["de", "en"]))
def test_any_text_is_taken(text: str, language: str) -> None:
    found = list(sentences.split(text, 0, len(text), "body", language))
    assert len(near_arms(marks(text, found, language))) == len(found)


def test_few_assertions_of_the_corpus_lie_outside() -> None:
    inside = total = 0
    for one in texts():
        article = Article(id=one.name, text=one.text, content_hash="", language=one.language)
        own = [b for b in blocks(article) if b.kind in ("headline", "lead", "body", "subhead")]
        found = [s for b in own for s in sentences.split(one.text, b.start, b.end, b.kind, one.language)]
        near = near_arms(marks(one.text, found, one.language))
        starts = [one.text.find(a["evidence"]) for a in one.assertions]
        total += len(starts)
        inside += sum(n for s, n in zip(found, near, strict=True) for at in starts if s.start <= at < s.end)
    assert inside / total > 0.96
