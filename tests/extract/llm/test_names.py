"""A model's names lead to the catalogue's entities, in whatever spelling."""

from __future__ import annotations

import pytest

from graph.extract.llm.names import Names
from graph.resolve.resolver import Resolver
from seeds.catalogue import entities

NAMES = Names(Resolver(entities()).ref, "de")


@pytest.mark.parametrize(
    ("name", "kind", "entity"),
    [
        ("Russia", "state", "russia"),
        ("Russland", "state", "russia"),
        ("DPRK", "state", "north-korea"),
        ("Leopard 2", "weapon-system", "leopard-2"),
        ("Leopard 2 tanks", "weapon-system", "leopard-2"),
        ("Panzer Leopard 2", "weapon-system", "leopard-2"),
        ("Reuters", "organisation", "reuters"),
        ("Ukraine", "place", "ukraine"),
        ("Zorblax Dynamics", "company", "zorblax-dynamics"),
        ("Leopard 2 simulators of the sea", "weapon-system", "leopard-2-simulators-of-the-sea"),
    ],
)
def test_the_entity_of_a_name(name: str, kind: str, entity: str) -> None:
    assert NAMES.ref(name, kind).id == entity


def test_a_person_is_not_taken_for_a_state() -> None:
    assert NAMES.ref("Georgia", "person").kind == "person"
    assert NAMES.ref("Georgia", "state").id == "georgia"
