"""Names to ids: the catalogue first, else provisional; never dependent on the order."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Alias, Assertion, Entity, EntityRef
from graph.model.ids import assertion_id
from graph.resolve.resolver import Resolver, together

CATALOGUE = (
    Entity("north-korea", "North Korea", "state", aliases=(Alias("Pjöngjang", "de"), Alias("DPRK"))),
    Entity("georgia", "Georgia", "state"),
    Entity("jordan", "Jordan", "state"),
    Entity("wonsan", "Wonsan", "place"),
    Entity("weapons", "weapons", "weapon-system", generic=True),
    Entity("drones", "drones", "weapon-system", kind_of=("weapons",), generic=True),
    Entity("shahed-136", "Shahed-136", "weapon-system", kind_of=("drones",), aliases=(Alias("Geran-2"),)),
    Entity("gur", "GUR", "organisation", part_of=("ukraine",), aliases=(Alias("intelligence"),)),
    Entity("ukraine", "Ukraine", "state"),
    Entity("gru", "GRU", "organisation", aliases=(Alias("intelligence"),)),
    Entity("hammer", "Hammer", "weapon-system"),
)
RESOLVER = Resolver(CATALOGUE)


def ref(name: str, kind: str, id: str = "") -> EntityRef:
    return EntityRef(id or name.lower().replace(" ", "-"), name, kind)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (ref("Nordkorea", "state", id="north-korea"), ref("North Korea", "state")),
        (ref("PJÖNGJANG", "state"), ref("North Korea", "state")),
        (ref("Geran 2", "weapon-system"), ref("Shahed-136", "weapon-system")),
        (ref("GERAN-2", "component"), ref("Shahed-136", "weapon-system")),
        # a state is an Actor also where it is a place
        (ref("North Korea", "place"), ref("North Korea", "state")),
        (ref("Wonsan", "place"), ref("Wonsan", "place")),
        # unknown, and known only with another label or as something quite different
        (ref("Sokil Works", "company"), ref("Sokil Works", "company")),
        (ref("Jordan", "person"), ref("Jordan", "person", id="jordan-person")),
        (ref("Georgia", "weapon-system"), ref("Georgia", "weapon-system", id="georgia-item")),
        (ref("Hammer", "company"), ref("Hammer", "company", id="hammer-actor")),
        (ref("Wonsan", "armed-group"), ref("Wonsan", "armed-group", id="wonsan-actor")),
        # two have this name: no telling which
        (ref("Intelligence", "organisation"), ref("Intelligence", "organisation")),
    ],
)
def test_a_name_finds_its_entity(named: EntityRef, expected: EntityRef) -> None:
    assert RESOLVER.ref(named) == expected


def test_an_own_name_wins_over_an_alias() -> None:
    catalogue = [
        Entity("wagner", "Wagner", "armed-group"),
        Entity("africa-corps", "Africa Corps", "armed-group", aliases=(Alias("Wagner"),)),
    ]
    assert Resolver(catalogue).ref(ref("WAGNER", "company", id="x")).id == "wagner"


names = st.sampled_from(
    ["North Korea", "DPRK", "Jordan", "Geran-2", "Georgia", "Acme", "ACME", "ÅÇ 7", "Intelligence"]
)
kinds = st.sampled_from(["state", "person", "weapon-system", "place", "company"])
some_refs = st.none() | st.builds(EntityRef, id=st.text("abc", max_size=2), name=names, kind=kinds)
some_assertions = st.builds(
    Assertion,
    article=st.just("a"),
    relation=st.just("supplies"),
    modality=st.just("reported"),
    evidence=st.just("x"),
    start=st.integers(0, 5),
    end=st.just(6),
    subject=some_refs,
    object=some_refs,
    recipient=some_refs,
    place=some_refs,
)


@given(st.lists(some_assertions, max_size=6), st.randoms())
def test_the_order_does_not_matter(assertions: list[Assertion], random: object) -> None:
    forward = [RESOLVER.resolve(assertion) for assertion in assertions]
    backward = [Resolver(reversed(CATALOGUE)).resolve(assertion) for assertion in reversed(assertions)]
    assert forward == backward[::-1]
    assert RESOLVER.entities_for(forward) == RESOLVER.entities_for(backward)


@given(st.lists(some_assertions, max_size=6), st.integers(0, 6))
def test_entities_of_some_and_of_others_are_those_of_all(assertions: list[Assertion], number: int) -> None:
    resolved = [RESOLVER.resolve(assertion) for assertion in assertions]
    parts = [RESOLVER.entities_for(some) for some in (resolved[:number], resolved[number:])]
    assert together(chain.from_iterable(parts)) == RESOLVER.entities_for(resolved)


@given(some_assertions)
def test_resolving_again_changes_nothing(assertion: Assertion) -> None:
    resolved = RESOLVER.resolve(assertion)
    assert RESOLVER.resolve(resolved) == resolved
    assert resolved.id == assertion_id(resolved)
    entities = {(entity.label, entity.id) for entity in RESOLVER.entities_for([resolved])}
    assert {(role.label, role.id) for role in resolved.entities} <= entities


def test_120_and_120_0_are_one_assertion() -> None:
    said = Assertion("a", "supplies", "reported", "x", 0, 1, quantity=120)
    assert RESOLVER.resolve(said).id == RESOLVER.resolve(replace(said, quantity=120.0)).id


def test_entities_come_with_what_they_are_a_kind_and_a_part_of() -> None:
    said = Assertion(
        "a",
        "supplies",
        "reported",
        "x",
        0,
        1,
        subject=ref("GUR", "organisation"),
        object=ref("Shahed-136", "weapon-system"),
        recipient=ref("Sokil Works", "company"),
    )
    entities = RESOLVER.entities_for([RESOLVER.resolve(said)])
    assert [entity.id for entity in entities] == [
        "gur",
        "sokil-works",
        "ukraine",
        "drones",
        "shahed-136",
        "weapons",
    ]
    assert [entity.id for entity in entities if entity.provisional] == ["sokil-works"]


def test_a_circle_in_the_catalogue_ends() -> None:
    resolver = Resolver(
        [Entity("a", "A", "company", part_of=("b",)), Entity("b", "B", "company", part_of=("a",))]
    )
    said = Assertion("x", "produces", "reported", "x", 0, 1, subject=ref("A", "company"))
    assert [entity.id for entity in resolver.entities_for([said])] == ["a", "b"]


def test_spellings_of_a_provisional_entity_are_its_aliases() -> None:
    said = [
        RESOLVER.resolve(Assertion("x", "produces", "reported", "x", 0, 1, subject=ref(name, "company")))
        for name in ("Sokil Works", "SOKIL works")
    ]
    (entity,) = RESOLVER.entities_for(said)
    assert (entity.name, entity.aliases) == ("SOKIL works", (Alias("Sokil Works"),))
