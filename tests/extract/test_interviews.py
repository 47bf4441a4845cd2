"""Interviews: who says what stands behind his name."""

from __future__ import annotations

from graph.extract.interviews import answers
from graph.extract.sentences import split
from tests.extract.saying import assertions

TALK = """Jan Rosskamp kennt die Armee.

Frage: Kommt Hilfe?

Rosskamp: China hat dem Tschad 40 Panzer geliefert. Das ist viel.

Frage: Mehr nicht?

Rosskamp: Nein.
"""


def _speakers(text: str) -> list[str]:
    found = answers(text, list(split(text, 0, len(text), "body", "de")), "de")
    return [found[number].name for number in sorted(found)]


def test_answers_are_those_of_the_person() -> None:
    assert _speakers(TALK) == ["Jan Rosskamp"] * 3


def test_a_paragraph_that_begins_with_a_word_and_a_colon_is_no_interview() -> None:
    assert _speakers("Jan Rosskamp lacht.\n\nRosskamp: Ja.\n\nHinweis: Nein.\n") == []


def test_assertions_are_attributed_to_him() -> None:
    assert [one.attributed_to and one.attributed_to.name for one in assertions(TALK)] == ["Jan Rosskamp"]
