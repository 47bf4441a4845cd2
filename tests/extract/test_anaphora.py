"""Words that point back."""

from __future__ import annotations

import pytest

from graph.extract.anaphora import resolve
from graph.extract.discourse import Discourse
from graph.extract.mentions import find
from graph.extract.tokens import tokenize
from graph.model import EntityRef

KOKSAN = EntityRef("m1989-koksan", "M1989 Koksan", "weapon-system")
POLAND = EntityRef("poland", "Poland", "state")
RHEINMETALL = EntityRef("rheinmetall", "Rheinmetall", "company")


def memory(age: int = 1) -> Discourse:
    """A text that named a gun, a state and a company `age` sentences ago."""
    at = 10 - age
    return Discourse(sentence=10, items=[(KOKSAN, at)], actors=[(POLAND, at), (RHEINMETALL, at)])


def resolved(text: str, language: str, discourse: Discourse) -> list[str]:
    """Ids of the mentions of a text after what points back is resolved."""
    tokens = tokenize(text, 0, len(text), language)
    return [m.entity.id for m in resolve(tokens, find(text, tokens, language), discourse, None, language)]


def test_these_weapons_are_the_ones_named_before() -> None:
    assert resolved("Diese Waffen kamen.", "de", memory()) == ["m1989-koksan"]
    assert resolved("These weapons came.", "en", memory()) == ["m1989-koksan"]


def test_weapons_without_a_pointer_are_weapons() -> None:
    assert resolved("Waffen kamen.", "de", memory()) == ["weapons"]


def test_a_demonstrative_needs_an_item_of_its_kind() -> None:
    assert resolved("Diese Drohnen kamen.", "de", memory()) == ["drones"]
    assert resolved("Diese Geschütze kamen.", "de", memory()) == ["m1989-koksan"]


def test_counted_pieces_are_of_the_last_item() -> None:
    assert resolved("Es kamen 120 Stück.", "de", memory()) == ["m1989-koksan"]
    assert resolved("Es kamen 120 Stück.", "de", Discourse()) == []


def test_the_latter_and_of_them() -> None:
    assert resolved("Von letzteren kamen 120 an.", "de", memory()) == ["m1989-koksan"]
    assert resolved("Davon kamen 120 an.", "de", memory()) == ["m1989-koksan"]


def test_what_was_named_long_ago_is_not_meant() -> None:
    assert resolved("Diese Waffen kamen.", "de", memory(age=5)) == ["weapons"]
    assert resolved("Es kamen 120 Stück.", "de", memory(age=5)) == []


def test_a_noun_points_to_the_last_actor_of_its_kind() -> None:
    assert resolved("Das Land schweigt.", "de", memory()) == ["poland"]
    assert resolved("Der Konzern schweigt.", "de", memory()) == ["rheinmetall"]
    assert resolved("The company is silent.", "en", memory()) == ["rheinmetall"]
    assert resolved("The country is silent.", "en", Discourse()) == []


def test_a_noun_with_a_name_names_itself() -> None:
    assert resolved("Der Konzern Rheinmetall schweigt.", "de", memory()) == ["rheinmetall"]


def test_soldiers_are_no_things() -> None:
    soldiers = EntityRef("soldiers", "soldiers", "personnel")
    assert resolved("Es kamen 120 Stück.", "de", Discourse(sentence=1, items=[(soldiers, 0)])) == []


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("We came.", "en", [("poland", False)]),
        ("They sent us our tanks.", "en", [("poland", False), ("poland", True), ("tanks", False)]),
        ("Man half uns.", "de", [("poland", False)]),
        ("Unsere Waffen kamen.", "de", [("poland", True), ("weapons", False)]),
    ],
)
def test_we_are_the_side_that_is_quoted(text: str, language: str, wanted: list[tuple[str, bool]]) -> None:
    tokens = tokenize(text, 0, len(text), language)
    found = resolve(tokens, find(text, tokens, language), memory(), POLAND, language)
    assert [(m.entity.id, m.attribute) for m in found] == wanted
