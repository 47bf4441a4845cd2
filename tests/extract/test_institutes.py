"""Institutes that no list knows."""

from __future__ import annotations

import pytest

from graph.extract.institutes import find
from graph.extract.tokens import tokenize

NAMED = [
    ("en", "a report by the Riga-based Institute for Trade Research.", ["Institute for Trade Research"]),
    (
        "en",
        "The Northwall Institute for Rain and Cloud Studies says so.",
        ["Northwall Institute for Rain and Cloud Studies"],
    ),
    ("en", "The institute for which he works is small.", []),
    ("en", "the Centre for", []),
    ("de", "Das Zentrum für Regenforschung sagt es.", ["Zentrum für Regenforschung"]),
    ("de", "eine Studie des Instituts GI-TOC", ["GI-TOC"]),
    ("de", "Das Institut schweigt.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), NAMED)
def test_the_name_says_what_it_is(language: str, text: str, expected: list[str]) -> None:
    assert [ref.name for ref, _, _ in find(tokenize(text, 0, len(text), language), (), language)] == expected


def test_what_is_known_already_is_none() -> None:
    tokens = tokenize("the Institute for Trade Research", 0, 32, "en")
    assert list(find(tokens, [(1, 5)], "en")) == []
