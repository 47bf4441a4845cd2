"""What is let through to the tagger and to the network, with the weights that are shipped."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract import sentences
from graph.extract.first_pass import marks, near_arms
from graph.extract.model import files
from graph.extract.model.clues import of_word, words
from graph.extract.model.extractor import ModelExtractor
from graph.extract.model.files import ModelUnavailable
from graph.extract.model.gate import EVERY, OPEN, SHORT, Gate, Weights
from graph.extract.sentences import Sentence
from graph.model import Article
from seeds.corpus_files import AnnotatedText, split, texts

ARMS = "Deutschland liefert der Ukraine Panzer."
PLAIN = "Das Wetter bleibt schön."


@cache
def _shipped() -> Gate:
    return Gate.load(files.folder() / files.GATE)


def _article(one: AnnotatedText) -> Article:
    return Article(one.name, one.text, "", language=one.language, published=one.published)


@cache
def _test_part() -> tuple[AnnotatedText, ...]:
    return tuple(one for one in texts() if split(one.name) == "test")


def _split(text: str) -> list[Sentence]:
    return list(sentences.split(text, 0, len(text), "body", "de"))


def test_what_comes_before_a_sentence_that_passes_is_needed_too() -> None:
    text = " ".join([PLAIN, PLAIN, PLAIN, ARMS, PLAIN, PLAIN])
    only_arms = Gate(Weights({"de:panzer": 1}, 1), EVERY)
    assert list(only_arms.look(text, _split(text), "de").needed) == [False, True, True, True, False, False]


def test_a_long_text_is_left_out_where_no_sentence_weighs_enough() -> None:
    gate = Gate(Weights({"de:panzer": 1}, 1, best=2), EVERY)
    for size, kept in ((SHORT, True), (SHORT + 1, False)):
        text = " ".join([ARMS, *[PLAIN] * (size - 1)])
        assert any(gate.look(text, _split(text), "de").needed) is kept


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([ARMS, PLAIN, "Ein Panzer.", "Norwegen schweigt."]), min_size=1, max_size=12))
def test_nothing_far_from_arms_is_needed_and_an_open_gate_needs_all_else(chosen: list[str]) -> None:
    text = " ".join(chosen)
    found = _split(text)
    near = near_arms(marks(text, found, "de"))
    needed = _shipped().look(text, found, "de").needed
    assert all(one or not use for one, use in zip(near, needed, strict=True))
    assert list(OPEN.look(text, found, "de").needed) == near


def test_most_texts_about_other_things_are_not_looked_into() -> None:
    others = [one for one in _test_part() if one.name.startswith("na_")]
    extractor = ModelExtractor()
    asked = [one for one in others if any(a.scored for a in extractor.analyses(_article(one)))]
    assert len(asked) < len(others) / 2


def test_little_that_the_model_finds_is_lost_and_much_is_not_asked() -> None:
    shut, wide = ModelExtractor(), ModelExtractor(gate=OPEN)
    found = kept = asked = passed = 0
    for one in _test_part()[::4]:
        article = _article(one)
        for through, all_ in zip(shut.analyses(article), wide.analyses(article), strict=True):
            found += bool(all_.assertions)
            kept += bool(all_.assertions) and through.passed
            asked += bool(all_.scored)
            passed += bool(all_.scored) and through.passed
    assert found > 50
    assert kept / found > 0.9
    assert passed / asked < 0.8


def test_clues_of_words() -> None:
    assert words("Two tanks, two guns.", Sentence(0, 20, "body")) == {"Two", "tanks", "two", "guns"}
    assert list(of_word("Panzer", "de")) == ["de:panzer"]
    assert list(of_word("Panzern", "de")) == ["de:panzern", "de:panzer-", "de:-anzern"]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"words": {}, "mentions": {}},
        [],
        {"words": {"least": 1, "before": 0, "best": 0, "weights": [1]}, "mentions": None},
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, data: object) -> None:
    path = tmp_path / files.GATE
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        Gate.load(path)
