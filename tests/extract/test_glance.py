"""What is let through by its words, with the weights that are shipped and with others."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract import sentences
from graph.extract.first_pass import marks, near_arms
from graph.extract.glance import FILE, OPEN, SHORT, Glance, Weights, of_word, shipped, weights, words
from graph.extract.rules import RulesExtractor
from graph.extract.sentences import Sentence
from graph.model import Article
from seeds.corpus_files import split, texts

ARMS = "Deutschland liefert der Ukraine Panzer."
PLAIN = "Das Wetter bleibt schön."


def _split(text: str) -> list[Sentence]:
    return list(sentences.split(text, 0, len(text), "body", "de"))


def test_what_comes_before_a_sentence_that_passes_is_needed_too() -> None:
    text = " ".join([PLAIN, PLAIN, PLAIN, ARMS, PLAIN, PLAIN])
    only_arms = Glance(Weights({"de:panzer": 1}, 1))
    assert list(only_arms.look(text, _split(text), "de").needed) == [False, True, True, True, False, False]


def test_a_long_text_is_left_out_where_no_sentence_weighs_enough() -> None:
    glance = Glance(Weights({"de:panzer": 1}, 1, best=2))
    for size, kept in ((SHORT, True), (SHORT + 1, False)):
        text = " ".join([ARMS, *[PLAIN] * (size - 1)])
        assert any(glance.look(text, _split(text), "de").needed) is kept


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([ARMS, PLAIN, "Ein Panzer.", "Norwegen schweigt."]), min_size=1, max_size=12))
def test_nothing_far_from_arms_is_needed_and_an_open_glance_needs_all_else(chosen: list[str]) -> None:
    text = " ".join(chosen)
    found = _split(text)
    near = near_arms(marks(text, found, "de"))
    needed = shipped().look(text, found, "de").needed
    assert all(one or not use for one, use in zip(near, needed, strict=True))
    assert list(OPEN.look(text, found, "de").needed) == near


def test_the_rules_lose_little_by_it_and_read_less() -> None:
    quick, thorough = RulesExtractor(), RulesExtractor(OPEN)
    read, found = [0, 0], [0, 0]
    for one in [one for one in texts() if split(one.name) == "test"][::3]:
        article = Article(one.name, one.text, "", language=one.language, published=one.published)
        for i, extractor in enumerate((quick, thorough)):
            read[i] += sum(bool(a.reading.tokens) for a in extractor.analyses(article))
            found[i] += sum(1 for _ in extractor.extract(article))
    assert found[1] > 50
    assert found[0] >= 0.97 * found[1]
    assert read[0] < 0.9 * read[1]


def test_it_goes_to_another_process() -> None:
    found = _split(ARMS)
    again = pickle.loads(pickle.dumps(shipped()))
    assert again.look(ARMS, found, "de") == shipped().look(ARMS, found, "de")


def test_clues_of_words() -> None:
    assert words("Two tanks, two guns.", Sentence(0, 20, "body")) == {"Two", "tanks", "two", "guns"}
    assert list(of_word("Panzer", "de")) == ["de:panzer"]
    assert list(of_word("Panzern", "de")) == ["de:panzern", "de:panzer-", "de:-anzern"]


@pytest.mark.parametrize("data", [{}, [], {"least": 1, "before": 0, "best": 0, "weights": [1]}, None])
def test_a_broken_file_is_told(tmp_path: Path, data: object) -> None:
    path = tmp_path / FILE
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ValueError, match=FILE):
        weights(path)
