"""Media whose names are words: a paper only where the text says so."""

from __future__ import annotations

import pytest

from graph.extract.mentions import find
from graph.extract.tokens import tokenize


def media(text: str, language: str) -> list[str]:
    """The ids of the media that a text names."""
    return [m.entity.id for m in find(text, tokenize(text, 0, len(text), language), language) if m.medium]


MEANT = [
    ("de", "Wie Defense Express berichtet, regnet es.", ["defense-express"]),
    ("de", "Das meldet die „Welt“.", ["die-welt"]),
    ("de", "Das steht in „Die Zeit“ und im \"Stern\".", ["die-zeit", "stern"]),
    ("de", "Das steht in der Zeitung Die Welt.", ["die-welt"]),
    ("de", "Laut Spiegel regnet es.", ["der-spiegel"]),
    ("de", "Das berichtete der Guardian.", ["the-guardian"]),
    ("en", "It rains, the Guardian reported.", ["the-guardian"]),
    ("en", "It rains, according to the Economist.", ["economist"]),
    ("en", "It rains, writes the newspaper The Times.", ["the-times"]),
    ("en", "It rains, says Time magazine.", ["time-magazine"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), MEANT)
def test_a_medium_is_meant(language: str, text: str, expected: list[str]) -> None:
    assert media(text, language) == expected


NOT_MEANT = [
    ("de", "Die Welt braucht Zeit, ein Bild vom Stern im Spiegel."),
    ("de", "Im Focus steht der Standard der Presse."),
    ("en", "In hard times, a guardian takes the time to focus."),
    ("en", "The Sun rose over the Hill."),
]


@pytest.mark.parametrize(("language", "text"), NOT_MEANT)
def test_a_word_is_meant(language: str, text: str) -> None:
    assert media(text, language) == []
