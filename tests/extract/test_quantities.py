"""Quantities: the number that belongs to an item, and no other."""

from __future__ import annotations

import pytest

from graph.extract.mentions import find
from graph.extract.quantities import attach_quantity
from graph.extract.tokens import tokenize


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
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTED)
def test_how_many(language: str, text: str, expected: list[tuple[str, float | None]]) -> None:
    assert quantities(text, language) == expected
