"""Acronyms that a text explains."""

from __future__ import annotations

import pytest

from graph.extract.acronyms import explained
from tests.extract.saying import assertions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Das Seewald Institut für Handel (SIH) zählt.", {"SIH": "Seewald Institut für Handel"}),
        ("The Northbridge Institute for Trade (NIT) counts.", {"NIT": "Northbridge Institute for Trade"}),
        ("Conflict Armament Research (CAR) counts.", {"CAR": "Conflict Armament Research"}),
        ("Boris Pistorius (SPD) sprach.", {}),  # his party
        ("Die Ground Mobile Radar (GMR) sucht.", {}),  # no organisation
        ("Die Firma (GmbH) zählt.", {}),
        ("(NIT) counts.", {}),
    ],
)
def test_what_they_stand_for(text: str, names: dict[str, str]) -> None:
    assert {short: ref.name for short, ref in explained(text, "de").items()} == names


def test_an_acronym_speaks_for_its_name() -> None:
    text = (
        "The Northbridge Institute for Trade (NIT) counts arms. China has sent 40 tanks to Chad, NIT says.\n"
    )
    speakers = {one.attributed_to.name for one in assertions(text, "en") if one.attributed_to}
    assert speakers == {"Northbridge Institute for Trade"}


def test_an_acronym_of_the_text_is_no_state() -> None:
    text = (
        "Conflict Armament Research (CAR) zählt Waffen. China hat dem Tschad 40 Panzer geliefert, so CAR.\n"
    )
    speakers = {one.attributed_to.name for one in assertions(text) if one.attributed_to}
    assert speakers == {"Conflict Armament Research"}
