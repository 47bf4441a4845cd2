"""Who says what a headline tells."""

from __future__ import annotations

from graph.model import Assertion
from tests.extract.saying import assertions

BODY = "Nach Angaben der polnischen Regierung hat Nordkorea Russland 100 Raketen geliefert."


def _first(text: str) -> Assertion:
    found = assertions(text)
    return min(found, key=lambda one: one.start)


def test_a_headline_has_the_speaker_of_the_same_below() -> None:
    first = _first(f"Nordkorea liefert Russland Waffen\n\n{BODY}\n")
    assert first.evidence == "Nordkorea liefert Russland Waffen"
    assert first.attributed_to is not None
    assert first.attributed_to.name == "Poland"


def test_not_that_of_something_else_below() -> None:
    first = _first(f"Iran liefert Russland Waffen\n\n{BODY}\n")
    assert first.evidence == "Iran liefert Russland Waffen"
    assert first.attributed_to is None


def test_its_own_speaker_stays() -> None:
    first = _first(f"Nordkorea liefert Russland Waffen, sagt Budanow\n\n{BODY}\n")
    assert first.attributed_to is not None
    assert first.attributed_to.name == "Kyrylo Budanov"


def test_a_sentence_of_the_text_keeps_silent() -> None:
    body = assertions(f"Bericht\n\nNordkorea hat Russland Granaten geliefert. {BODY}\n")
    assert [one.attributed_to and one.attributed_to.name for one in body] == [None, "Poland"]
