"""Names that no list knows."""

from __future__ import annotations

import pytest

from graph.extract.model.reading import read
from graph.model import Article


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Volga Import lieferte dem Iran Panzer.", "de", ("Volga Import", "person")),
        ("Oje Parvaz Systems sent drones to Iran.", "en", ("Oje Parvaz Systems", "company")),
        ("Iran builds drones near Qazvinak.", "en", ("Qazvinak", "place")),
        ("Colonel Richa Suksuwanon told reporters of drones.", "en", ("Richa Suksuwanon", "person")),
    ],
)
def test_a_run_of_name_words_is_one_name(text: str, language: str, expected: tuple[str, str]) -> None:
    article = Article(id="a", text=text, content_hash="", language=language)
    assert expected in [(m.entity.name, m.entity.kind) for one in read(article) for m in one.mentions]


def test_a_person_is_known_by_the_last_name_afterwards() -> None:
    text = "Die Panzer kommen, sagte Peter Brinkhuysen. Brinkhuysen nannte keine Zahl der Panzer."
    article = Article(id="a", text=text, content_hash="", language="de")
    named = [m.entity.name for one in read(article) for m in one.mentions if "Brinkhuysen" in m.entity.name]
    assert named == ["Peter Brinkhuysen", "Peter Brinkhuysen"]


def test_a_word_that_a_page_has_glued_to_a_name_is_no_part_of_it() -> None:
    text = "Nach Wochen der Raketen sprach Kyrylo Budanowdarüber."
    article = Article(id="a", text=text, content_hash="", language="de")
    names = [m.entity.name for one in read(article) for m in one.mentions if "Budan" in m.entity.name]
    assert names == ["Kyrylo Budanov"]


def test_a_date_is_no_name() -> None:
    text = "Iran sent drones on Monday, 3 March 2025."
    article = Article(id="a", text=text, content_hash="", language="en")
    names = [m.entity.name for one in read(article) for m in one.mentions]
    assert "Monday" not in names
    assert "March" not in names
