"""Quantities: the number that belongs to an item, and no other."""

from __future__ import annotations

import pytest

from graph.extract.mentions import find
from graph.extract.quantities import asserted_quantity, attach_quantity
from graph.extract.tokens import tokenize
from graph.model import Modality, Relation


def quantities(text: str, language: str) -> list[tuple[str, float | None]]:
    """Entity id of each item of a text, and how many."""
    tokens = tokenize(text, 0, len(text), language)
    mentions = find(text, tokens, language)
    items = [m for m in mentions if m.is_item]
    found = [(m.entity.id, attach_quantity(tokens, m.first, mentions, language)) for m in items]
    return [(entity, quantity.value if quantity else None) for entity, quantity in found]


COUNTED = [
    ("de", "Polen gab 30 Panzer und 12 Haubitzen ab.", [("tanks", 30), ("howitzers", 12)]),
    ("de", "Polen gab Panzer und 12 Haubitzen ab.", [("tanks", None), ("howitzers", 12)]),
    ("de", "Polen gab 20 Leopard 2 ab.", [("leopard-2", 20)]),
    ("de", "Polen gab Leopard 2 ab.", [("leopard-2", None)]),
    (
        "de",
        "Mit der Panzerhaubitze 2000 kamen drei Haubitzen.",
        [("panzerhaubitze-2000", None), ("howitzers", 3)],
    ),
    ("de", "Polen gab 30 alte, „Leopard“ genannte Panzer ab.", [("leopard-2", None), ("tanks", None)]),
    ("de", "Polen gab sechs Millionen Schuss Munition ab.", [("ammunition", 6_000_000)]),
    ("de", "Für 8 Milliarden Euro kaufte Polen Panzer.", [("tanks", None)]),
    ("de", "Im Jahr 2024 kaufte Polen Panzer.", [("tanks", None)]),
    ("de", "Polen gab 155-mm-Haubitzen ab.", [("155-mm-howitzers", None)]),
    ("en", "Poland gave 30 old tanks and a dozen howitzers.", [("tanks", 30), ("howitzers", 12)]),
    ("en", "Poland gave 20 Leopard 2 tanks.", [("leopard-2", 20)]),
    ("en", "Poland gave 14 F-16 fighter jets.", [("f-16", 14)]),
    ("en", "For $4 billion Poland bought tanks.", [("tanks", None)]),
    ("en", "Poland gave 30 of the tanks.", [("tanks", 30)]),
    ("en", "Poland gave 39 of the 50 tanks.", [("tanks", 39)]),
    ("de", "Polen gab zwei der fünf Panzer ab.", [("tanks", 2)]),
    ("de", "Von den 24 zugesagten Panzern seien inzwischen 18 geliefert.", [("tanks", 18)]),
    ("de", "Von den 24 zugesagten Panzern fehlt noch jeder.", [("tanks", 24)]),
    ("en", "Of the 50 tanks promised, 18 have arrived.", [("tanks", 18)]),
    ("de", "Polen gab 24 Kampf- und Transporthubschrauber ab.", [("transport-helicopters", 24)]),
    (
        "de",
        "Polen gab 12 Container mit Granaten und Raketen ab.",
        [("artillery-shells", 12), ("missiles", 12)],
    ),
    ("en", "Several hundred thousand artillery shells came.", [("artillery-shells", None)]),
    ("de", "Mehrere hundert Panzer kamen.", [("tanks", None)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTED)
def test_how_many(language: str, text: str, expected: list[tuple[str, float | None]]) -> None:
    assert quantities(text, language) == expected


def told(
    text: str,
    language: str,
    relation: Relation = "supplies",
    modality: Modality = "reported",
    here: bool = True,
) -> float | None:
    """How many of the last item of a text, or of one that an earlier sentence has named."""
    tokens = tokenize(text, 0, len(text), language)
    mentions = find(text, tokens, language)
    index = [m.first for m in mentions if m.is_item][-1] if here else -1
    found = asserted_quantity(tokens, index, mentions, language, relation, modality)
    return found.value if found else None


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "So far 180 have been ordered.", 180),
        ("en", "The other ten are to follow by the end of 2028.", 10),
        ("en", "Sweden ordered two in 2022.", 2),
        ("en", "Four of them were unloaded at night.", 4),
        ("de", "Zwei hat sie 2023 an die Ukraine übergeben.", 2),
        ("de", "Bis Jahresende sollten 500 weitere folgen.", 500),
        ("de", "Im Monat kamen 50 davon an.", 50),
        ("en", "Two officials said so.", None),
        ("en", "Two went to Kyiv, three to Odesa.", None),
        ("en", "The share fell from 72 to 36 per cent.", None),
        ("en", "John Smith, 51, was arrested.", None),
        ("de", "Zwei mit der Sache vertraute Personen sagten das.", None),
    ],
)
def test_a_number_that_stands_alone_counts_what_was_named_before(
    language: str, text: str, number: float | None
) -> None:
    assert told(text, language, here=False) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Poland gave bombs, 1,800 of them, to Ukraine.", 1800),
        ("de", "Polen gab Panzer ab, zunächst sechs.", 6),
        ("de", "Es geht um den Kampfpanzer Leopard 2, von dem Polen 31 Stück geliefert hat.", 31),
        ("en", "Poland gave tanks and bombs, 1,800 in all.", None),
    ],
)
def test_or_the_one_item_of_its_sentence(language: str, text: str, number: float | None) -> None:
    assert told(text, language) == number


def test_no_number_is_looked_for_where_help_is_given_or_asked_for() -> None:
    for relation in ("supports", "requests"):
        assert told("Poland gave bombs, 1,800 of them, to Ukraine.", "en", relation) is None


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Poland gave Ukraine a tank.", 1),
        ("en", "Poland will give another Patriot battery.", 1),
        ("en", "Poland gave Ukraine a shipment of tanks.", None),
        ("en", "Poland sent a tank battalion.", None),
        ("en", "The Leopard 2 is a tank.", None),
        ("de", "Polen gab einen alten Panzer ab.", 1),
        ("de", "Polen bestätigte die Lieferung eines Panzers.", None),
    ],
)
def test_an_article_counts_one_thing(language: str, text: str, number: float | None) -> None:
    assert told(text, language) == number
    assert told(text, language, "produces") is None
    assert told(text, language, modality="denied") is None


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Poland will train 2,000 soldiers.", 2000),
        ("de", "Polen bildet an 30 Panzern 5.000 Soldaten aus.", 5000),
        ("de", "In Polen wurden 300 Soldaten ausgebildet.", 300),
        ("en", "Poland trains soldiers.", None),
    ],
)
def test_training_counts_the_people_who_get_it(language: str, text: str, number: float | None) -> None:
    tokens = tokenize(text, 0, len(text), language)
    mentions = find(text, tokens, language)
    [verb] = [m for m in mentions if m.by_verb]
    found = asserted_quantity(tokens, verb.first, mentions, language, "supports", "reported")
    assert (found.value if found else None) == number
