"""Proposals for those who are named with a number alone."""

from __future__ import annotations

import pytest

from graph.extract.model.extractor import ModelExtractor
from graph.model import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Slowakei schickte der Ukraine 13 MiG-29, Polen 14.",
            {("Slovakia", "Ukraine", 13), ("Poland", "Ukraine", 14)},
        ),
        (
            "Polen erhielt von Südkorea 28 K2-Panzer, Estland zwölf.",
            {("South Korea", "Poland", 28), ("South Korea", "Estonia", 12)},
        ),
    ],
)
def test_each_has_his_own_number(text: str, expected: set[tuple[str, str, float]]) -> None:
    article = Article(id="a", text=text, content_hash="", language="de")
    found = {
        (one.subject.name, one.recipient.name, one.quantity)
        for one in ModelExtractor().extract(article)
        if one.subject and one.recipient
    }
    assert expected <= found
    assert not {("Estonia", "Poland", 12), ("Slovakia", "Poland", 14)} & found
