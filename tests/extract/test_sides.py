"""For whom somebody acts and speaks."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import gazetteer
from graph.extract.sides import place_of, principal, speaks_for
from graph.model import EntityRef


@pytest.mark.parametrize(
    ("who", "acts", "speaks"),
    [
        ("boris-pistorius", "germany", "germany"),
        ("armin-papperger", "germany", "rheinmetall"),
        ("rheinmetall", "rheinmetall", "rheinmetall"),
        ("bundeswehr", "germany", "germany"),
        ("nato", "nato", "nato"),
        ("naim-qassem", "hezbollah", "hezbollah"),
    ],
)
def test_for_whom_one_acts_and_speaks(who: str, acts: str, speaks: str) -> None:
    entity = gazetteer("de").refs[who]
    acting, speaking = principal(entity, "de"), speaks_for(entity, "de")
    assert (acting and acting.id, speaking and speaking.id) == (acts, speaks)


@pytest.mark.parametrize(
    "who",
    [
        EntityRef("dina-arnoldi", "Dina Arnoldi", "person"),
        EntityRef("unnamed-officials", "officials", "organisation"),
    ],
)
def test_nobody_knows_for_whom_strangers_speak(who: EntityRef) -> None:
    assert speaks_for(who, "de") is None


@pytest.mark.parametrize(
    ("who", "where"),
    [
        ("ukraine", "ukraine"),
        ("ukrainian-air-force", "ukraine"),
        ("volodymyr-zelensky", "ukraine"),
        ("naim-qassem", "lebanon"),
        ("rheinmetall", None),
        ("hezbollah", None),
    ],
)
def test_the_place_that_a_name_can_stand_for(who: str, where: str | None) -> None:
    place = place_of(gazetteer("de").refs[who], "de")
    assert (place and place.id) == where
