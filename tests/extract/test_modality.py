"""Modality: how sure, or how far off, what a trigger tells is."""

from __future__ import annotations

import pytest

from graph.extract.clauses import split
from graph.extract.frames import find
from graph.extract.modality import decide
from graph.extract.tokens import tokenize


def modalities(text: str, language: str) -> list[str]:
    """The modality of each trigger of a text."""
    tokens = tokenize(text, 0, len(text), language)
    clauses = split(tokens, language)
    return [
        decide(tokens, clauses, clause, trigger, language)
        for clause in clauses
        for trigger in find(tokens, clause, language)
    ]


GERMAN = [
    ("Polen liefert Panzer.", "reported"),
    ("Polen hat Panzer geliefert.", "reported"),
    ("Panzer wurden geliefert.", "reported"),
    ("Polen wird Panzer liefern.", "planned"),
    ("Polen will Panzer liefern.", "planned"),
    ("Panzer sollen geliefert werden.", "planned"),
    ("Polen kündigte an, Panzer zu liefern.", "planned"),
    ("Polen soll Panzer geliefert haben.", "suspected"),
    ("Der Iran soll Hunderte Raketen an Russland geliefert haben.", "suspected"),
    ("Polen könnte Panzer liefern.", "suspected"),
    ("Polen liefert angeblich Panzer.", "suspected"),
    ("Polen hat keine Panzer geliefert.", "denied"),
    ("Polen lieferte nie Panzer.", "denied"),
    ("Polen bestreitet, Panzer zu liefern.", "denied"),
    ("Polen weigert sich, Panzer zu liefern.", "denied"),
    ("Polen hat nicht nur Panzer geliefert.", "reported"),
    ("Kim fordert Panzer.", "requested"),
]


@pytest.mark.parametrize(("text", "modality"), GERMAN)
def test_german(text: str, modality: str) -> None:
    assert modalities(text, "de") == [modality]


ENGLISH = [
    ("Poland delivers tanks.", "reported"),
    ("Poland has delivered tanks.", "reported"),
    ("Tanks were delivered.", "reported"),
    ("Poland will deliver tanks.", "planned"),
    ("Poland'll deliver tanks.", "planned"),
    ("Poland plans to deliver tanks.", "planned"),
    ("Poland might deliver tanks.", "suspected"),
    ("Poland must have delivered tanks.", "suspected"),
    ("Poland allegedly delivered tanks.", "suspected"),
    ("Poland did not deliver tanks.", "denied"),
    ("Poland didn’t deliver tanks.", "denied"),
    ("Poland never delivered tanks.", "denied"),
    ("Poland refused to deliver tanks.", "denied"),
    ("Poland denies delivering tanks.", "denied"),
    ("Poland has repeatedly denied delivering tanks.", "denied"),
    ("Poland denied having sent tanks.", "denied"),
    ("Poland has stopped sending tanks.", "denied"),
    ("Poland is considering sending tanks.", "suspected"),
    ("Poland started sending tanks.", "reported"),
    ("Poland not only delivered tanks.", "reported"),
    ("Kim demands tanks.", "requested"),
]


@pytest.mark.parametrize(("text", "modality"), ENGLISH)
def test_english(text: str, modality: str) -> None:
    assert modalities(text, "en") == [modality]


def test_each_trigger_has_its_own() -> None:
    assert modalities("Polen hat Panzer geliefert, wird aber keine Raketen liefern.", "de") == [
        "reported",
        "denied",
    ]
