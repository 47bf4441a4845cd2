"""Speakers whom a sentence does not name."""

from __future__ import annotations

import pytest

from graph.extract.attribution import find
from graph.extract.discourse import Discourse
from graph.extract.mentions import find as find_mentions
from graph.extract.tokens import tokenize
from graph.model import EntityRef

SIPRI = EntityRef("sipri", "SIPRI", "organisation")
NOWICKI = EntityRef("tomasz-nowicki", "Tomasz Nowicki", "person")
POLAND = EntityRef("poland", "Poland", "state")
SAAB = EntityRef("saab", "Saab", "company")


def memory() -> Discourse:
    """Two sentences on, after SIPRI and a person spoke; of Poland and Saab the text spoke before."""
    return Discourse(
        sentence=2,
        speaker=NOWICKI,
        speaker_sentence=1,
        person=NOWICKI,
        person_sentence=1,
        spoken={0: SIPRI, 1: NOWICKI},
        actors=[(POLAND, 0), (SAAB, 1), (POLAND, 1)],
    )


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "It rains, he said.", "Tomasz Nowicki"),
        ("de", "Es regne, sagte er.", "Tomasz Nowicki"),
        ("en", "It rains, the report says.", "SIPRI"),
        ("de", "Es regne, heißt es in dem Bericht.", "SIPRI"),
        ("de", "Dem Bericht zufolge regnet es.", "SIPRI"),
        ("en", "It rains, the defence ministry said.", "Poland"),
        ("en", "It rains, its foreign ministry says.", "Poland"),
        ("de", "Es regnet nach Angaben des Verteidigungsministeriums.", "Poland"),
        ("de", "Nach Militärangaben regnet es.", "Poland"),
        ("en", "It rains, the company said.", "Saab"),
        ("de", "Nach Firmenangaben regnet es.", "Saab"),
        ("de", "Es regnet nach Angaben des Herstellers.", "Saab"),
        ("en", "It rains, residents said.", "residents"),
        ("en", "It rains, a company said.", None),
    ],
)
def test_who_is_meant(language: str, text: str, speaker: str | None) -> None:
    tokens = tokenize(text, 0, len(text), language)
    found = find(tokens, find_mentions(text, tokens, language), memory(), language)
    assert (found.speaker.name if found else None) == speaker


def test_it_is_the_organisation_that_spoke_last() -> None:
    text = "It rains, it said."
    tokens = tokenize(text, 0, len(text), "en")
    before = Discourse(sentence=1, speaker=SIPRI, speaker_sentence=0, spoken={0: SIPRI})
    found = find(tokens, find_mentions(text, tokens, "en"), before, "en")
    assert found is not None
    assert found.speaker == SIPRI


def test_nobody_is_meant_where_nobody_was_named() -> None:
    for text in ("It rains, the ministry said.", "It rains, the report says.", "It rains, he said."):
        tokens = tokenize(text, 0, len(text), "en")
        assert find(tokens, find_mentions(text, tokens, "en"), Discourse(), "en") is None


def test_a_newspaper_is_the_one_named_last_and_not_the_one_that_is_told() -> None:
    reuters = EntityRef("reuters", "Reuters", "organisation")
    for text, language, speaker in (
        ("Es regne, schreibt die Zeitung.", "de", reuters),
        ("It rains, according to the newspaper.", "en", reuters),
        ("Es regne, sagte er der Zeitung.", "de", NOWICKI),
    ):
        tokens = tokenize(text, 0, len(text), language)
        before = memory()
        before.medium = reuters
        found = find(tokens, find_mentions(text, tokens, language), before, language)
        assert found is not None
        assert found.speaker == speaker


def test_he_is_the_one_to_whom_the_text_has_turned() -> None:
    before = memory()
    for number, text in enumerate(("Boris Pistorius flew to Kyiv.", "It rains, he said."), start=2):
        before.sentence = number
        tokens = tokenize(text, 0, len(text), "en")
        found = find(tokens, find_mentions(text, tokens, "en"), before, "en")
    assert found is not None
    assert found.speaker.name == "Boris Pistorius"
