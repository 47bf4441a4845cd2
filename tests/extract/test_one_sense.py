"""What a name that is also a word means in one place of a text, it means in all of it."""

from __future__ import annotations

import pytest

from graph.extract.mentions import find
from graph.extract.one_sense import is_arms
from graph.extract.tokens import tokenize

TOLD = [
    ("de", "Ein Patriot-System steht dort. Zwei weitere sollen kommen.", "Patriots", True),
    ("de", "Der Patriot singt. Sein Lied handelt vom Regen.", "Patriot", False),
    ("en", "The Caesar howitzer is French. Denmark gave all it had.", "Caesars", True),
    ("en", "Caesar crossed the river. It rained.", "Caesar", False),
    ("en", "Leopard 2, M142 HIMARS and Bayraktar TB2 were shown.", "E-7s", True),
    ("en", "The E-7 leads to the sea. A Leopard 2 drives on it.", "E-7", False),
    ("de", "Das Tor der Kaserne ist zu. Dahinter steht ein Leopard 2.", "Tor", False),
]


@pytest.mark.parametrize(("language", "text", "name", "expected"), TOLD)
def test_an_arms_word_beside_it_anywhere_tells(language: str, text: str, name: str, expected: bool) -> None:
    assert is_arms(text, name, language) is expected


def test_the_name_alone_is_a_mention_then() -> None:
    text = "Ein Patriot-System kam an. Nun sagt Polen der Ukraine zwei Patriots zu."
    start = text.index("Nun")
    mentions = find(text, tokenize(text, start, len(text), "de"), "de")
    assert [m.entity.name for m in mentions if m.is_item] == ["Patriot"]
