"""Arguments: how a mention is attached to its clause."""

from __future__ import annotations

import pytest

from graph.extract.arguments import Argument, attach, marker_classes
from graph.extract.clauses import split
from graph.extract.mentions import find
from graph.extract.tokens import tokenize


def arguments(text: str, language: str) -> list[Argument]:
    """The arguments of all clauses of a text."""
    tokens = tokenize(text, 0, len(text), language)
    mentions = find(text, tokens, language)
    return [a for clause in split(tokens, language) for a in attach(tokens, clause, mentions, language)]


def markers(text: str, language: str) -> list[tuple[str, str]]:
    """Entity id and marker of each argument."""
    return [(a.mention.entity.id, a.marker) for a in arguments(text, language)]


MARKED = [
    ("de", "Polen gab Kiew Panzer.", "poland bare, ukraine bare, tanks bare"),
    ("de", "An Kiew gingen aus Polen mehr als 30 alte Panzer.", "ukraine an, poland aus, tanks bare"),
    ("de", "Polen half mit drei „alten“ Panzern.", "poland bare, tanks mit"),
    ("de", "Polen half mit sechs Millionen Schuss Munition.", "poland bare, ammunition mit"),
    ("de", "Polens Panzer kamen.", "poland possessive, tanks bare"),
    ("de", "Die Panzer Polens kamen.", "tanks bare, poland genitive"),
    ("de", "Die Fahrt Polens kam.", "poland genitive"),
    ("de", "Die Soldaten der Bundeswehr kamen.", "soldiers bare, bundeswehr genitive"),
    ("de", "Polnische Panzer kamen.", "poland attribute, tanks bare"),
    ("de", "Polen gab Waffen, darunter Panzer.", "poland bare, weapons bare, tanks including"),
    ("en", "Poland gave Kyiv tanks.", "poland bare, ukraine bare, tanks bare"),
    ("en", "Poland sent over 30 old tanks to Kyiv.", "poland bare, tanks bare, ukraine to"),
    ("en", "Poland handed over tanks.", "poland bare, tanks bare"),
    ("en", "Poland's tanks came.", "poland possessive, tanks bare"),
    ("en", "Polish tanks came.", "poland attribute, tanks bare"),
    ("en", "Poland gave weapons, including tanks.", "poland bare, weapons bare, tanks including"),
]


@pytest.mark.parametrize(("language", "text", "expected"), MARKED)
def test_markers(language: str, text: str, expected: str) -> None:
    assert ", ".join(" ".join(pair) for pair in markers(text, language)) == expected


CASES = [
    ("Der Iran gab Panzer.", "iran", "nominative"),
    ("Polen gab dem Iran Panzer.", "iran", "dative"),
    ("Polen gab der Ukraine Panzer.", "ukraine", "oblique"),
    ("Polen gab den USA Panzer.", "united-states", "dative"),
    ("Polen gab Panzer.", "poland", ""),
]


@pytest.mark.parametrize(("text", "entity", "case"), CASES)
def test_german_articles_tell_the_case(text: str, entity: str, case: str) -> None:
    assert [a.case for a in arguments(text, "de") if a.mention.entity.id == entity] == [case]


def test_a_list_shares_its_first_member_s_marker() -> None:
    first, second, *_ = arguments("An Polen und die Ukraine gingen Panzer.", "de")
    assert (first.marker, first.coordinated) == ("an", False)
    assert (second.marker, second.coordinated) == ("an", True)


def test_an_item_carries_its_modifiers_and_origins() -> None:
    found = arguments("Iranische Drohnen und Panzer aus Polen kamen.", "de")
    drones, tanks = (a for a in found if a.mention.is_item)
    assert [e.id for e in drones.modifiers] == ["iran"]
    assert [e.id for e in tanks.origins] == ["poland"]
    (drones,) = [a for a in arguments("Russian drones came.", "en") if a.mention.is_item]
    assert [e.id for e in drones.modifiers] == ["russia"]


def test_negation_and_pointing_stand_with_the_article() -> None:
    assert [a.negated for a in arguments("Sie bekamen keine Panzer.", "de")] == [True]
    assert [a.negated for a in arguments("They got no tanks.", "en")] == [True]
    assert [a.demonstrative for a in arguments("Sie bekamen diese Panzer.", "de")] == [True]
    assert [a.demonstrative for a in arguments("They got those tanks.", "en")] == [True]


def test_media_fill_no_role() -> None:
    assert markers("Reuters gab der Washington Post Panzer.", "de") == [("tanks", "bare")]


def test_the_place_of_a_war_does_nothing_itself() -> None:
    assert markers("Der Ukraine-Krieg verschlingt Panzer.", "de") == [
        ("ukraine", "attribute"),
        ("tanks", "bare"),
    ]


def test_classes_of_markers() -> None:
    assert marker_classes("bare", "de") == {"bare"}
    assert "of" in marker_classes("genitive", "de")
    assert "to" in marker_classes("an", "de")
    assert "to" in marker_classes("to", "en")
    assert marker_classes("zzz", "en") == frozenset()
