"""Small words inside of names."""

from __future__ import annotations

import pytest

from graph.extract.name_parts import joining
from graph.extract.tokens import tokenize

JOINED = [
    ("en", "Geoffrey van Leeuwen said", 2),
    ("en", "Ursula von der Leyen said", 3),
    ("en", "Jassim al-Bayati said", 1),
    ("en", "Geoffrey said", 0),
    ("de", "Piet van der Wolk sagte", 3),
    ("de", "Pistorius von der SPD sagte", 0),
    ("en", "Geoffrey van", 0),
]


@pytest.mark.parametrize(("language", "text", "expected"), JOINED)
def test_they_go_on_with_a_name(language: str, text: str, expected: int) -> None:
    assert joining(tokenize(text, 0, len(text), language), 1, language) == expected
