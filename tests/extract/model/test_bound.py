"""Partners that a preposition binds to one item of several."""

from __future__ import annotations

import pytest

from graph.extract.model.bound import bound
from graph.extract.model.extractor import ModelExtractor
from graph.extract.model.reading import read
from graph.model import Article


def _article(text: str, language: str) -> Article:
    return Article(id="a", text=text, content_hash="", language=language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It bought tanks from Poland and the drones from Turkey.", ["Poland", "Turkey"]),
        ("de", "Es kaufte Panzer aus Polen und Drohnen aus der Türkei.", ["Poland", "Turkey"]),
        ("en", "It sent tanks to the Polish government and drones to Chad.", ["Poland", "Chad"]),
        ("en", "It bought tanks and, from Poland, drones in Chad.", []),
    ],
)
def test_who_is_bound_to_an_item(language: str, text: str, expected: list[str]) -> None:
    [sentence] = read(_article(text, language))
    assert [one.partner.name for one in bound(sentence, language)] == expected


def test_each_item_has_its_own_partner() -> None:
    text = (
        "Myanmar has bought Su-30 jets from Russia and drones from China, the U.N. special rapporteur said."
    )
    said = {
        (one.subject.name, one.object.name)
        for one in ModelExtractor().extract(_article(text, "en"))
        if one.subject and one.object
    }
    assert {("Russia", "Su-30"), ("China", "drones")} <= said
    assert not {("China", "Su-30"), ("Russia", "drones")} & said
