"""Attribution: who says it."""

from __future__ import annotations

import pytest

from graph.extract.attribution import Attribution, find
from graph.extract.discourse import Discourse
from graph.extract.mentions import find as find_mentions
from graph.extract.tokens import tokenize
from graph.model import EntityRef

BUDANOV = EntityRef("kyrylo-budanov", "Kyrylo Budanov", "person")


def attributed(text: str, language: str, memory: Discourse | None = None) -> Attribution | None:
    """The attribution of a text of one sentence."""
    tokens = tokenize(text, 0, len(text), language)
    return find(tokens, find_mentions(text, tokens, language), memory or Discourse(), language)


SPEAKERS = [
    # by a phrase
    ("de", "Laut Kyrylo Budanow regnet es.", "Kyrylo Budanov"),
    ("de", "Es regnet, Budanow zufolge.", "Kyrylo Budanov"),
    ("de", "Dem Kreml zufolge regnet es.", "Russia"),
    ("de", "Nach Angaben der polnischen Regierung regnet es.", "Poland"),
    ("en", "It rains, according to the Polish government.", "Poland"),
    ("en", "It rains, according to Rheinmetall.", "Rheinmetall"),
    # by an adjective, by a name glued to its noun
    ("de", "Nach polnischen Angaben regnet es.", "Poland"),
    ("de", "Nach NATO-Angaben regnet es.", "NATO"),
    ("de", "Nach Reuters-Informationen regnet es.", "Reuters"),
    ("en", "It rains, according to Polish sources.", "Poland"),
    # by a verb
    ("de", "Es regne, sagte Kyrylo Budanow.", "Kyrylo Budanov"),
    ("de", "Kyrylo Budanow sagte, es regne.", "Kyrylo Budanov"),
    ("de", "Es regne, teilte die polnische Regierung mit.", "Poland"),
    ("de", "Die polnische Regierung teilt die Ansicht.", None),
    ("en", "It rains, said Kyrylo Budanov.", "Kyrylo Budanov"),
    ("en", "Kyrylo Budanov said it rains.", "Kyrylo Budanov"),
    ("en", "Poland was said to be wet.", None),
    # by a name that no list has
    ("de", "Es regne, sagte Tomasz Nowicki.", "Tomasz Nowicki"),
    ("en", "It rains, said Tomasz Nowicki.", "Tomasz Nowicki"),
    # media report; what is said to them says the speaker
    ("de", "Wie Defense Express berichtet, regnet es.", "Defense Express"),
    ("de", "Das meldete Reuters am Montag.", "Reuters"),
    ("en", "It rains, the Washington Post reported.", "Washington Post"),
    ("de", "Das sagte Kyrylo Budanow der Washington Post.", "Kyrylo Budanov"),
    ("de", "Ein Sprecher sagte der Washington Post, es regne.", None),
    # nobody
    ("de", "In Polen regnet es.", None),
    ("en", "It rains in Poland.", None),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_who_says_it(language: str, text: str, speaker: str | None) -> None:
    found = attributed(text, language)
    assert (found.speaker.name if found else None) == speaker


def test_the_span_covers_the_cue_and_the_name() -> None:
    text = "Laut Kyrylo Budanow regnet es."
    found = attributed(text, "de")
    assert found is not None
    assert (found.first, found.last) == (0, 3)


def test_a_surname_met_before_is_enough() -> None:
    memory = Discourse(surnames={"budanow": BUDANOV})
    found = attributed("Es regne, sagte Budanow.", "de", memory)
    assert found is not None
    assert found.speaker == BUDANOV


@pytest.mark.parametrize(("age", "speaker"), [(1, BUDANOV), (3, BUDANOV), (4, None)])
def test_he_is_the_speaker_of_the_sentences_before(age: int, speaker: EntityRef | None) -> None:
    memory = Discourse(sentence=10, person=BUDANOV, person_sentence=10 - age)
    for language, text in (("de", "Es regne, sagte er."), ("en", "He said it rains.")):
        found = attributed(text, language, memory)
        assert (found.speaker if found else None) == speaker


def test_an_unknown_speaker_is_a_person_with_a_readable_id() -> None:
    found = attributed("It rains, said Tomasz Nowicki.", "en")
    assert found is not None
    assert found.speaker == EntityRef("tomasz-nowicki", "Tomasz Nowicki", "person")
