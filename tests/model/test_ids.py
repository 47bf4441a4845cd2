"""Ids: the same content gives the same id, other content another, and no text breaks them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.model import ROLES, Assertion, EntityRef
from graph.model.ids import alias_key, article_id, assertion_id, claim_of, content_hash, slug

IRAN, RUSSIA = EntityRef("iran", "Iran", "state"), EntityRef("russia", "Russia", "state")
SAID = Assertion("a1", "supplies", "reported", "Iran lieferte.", 0, 14, subject=IRAN, recipient=RUSSIA)
ANY_TEXT = st.text(st.characters(), max_size=40)  # lone surrogates among it
NAMES = st.text(st.sampled_from("aÄéßø -.’/_1Ж金\u0301"), max_size=12)


@given(ANY_TEXT, ANY_TEXT)
def test_two_texts_have_one_hash_only_if_they_are_the_same(one: str, other: str) -> None:
    assert (content_hash(one) == content_hash(other)) == (one == other)


@given(*[st.text("ab", min_size=1, max_size=3)] * 6)
def test_what_stands_in_which_field_tells_articles_apart(
    a: str, b: str, c: str, x: str, y: str, z: str
) -> None:
    ids = [article_id(publisher=p, title=t, published=d) for p, t, d in ((a, b, c), (x, y, z))]
    assert (ids[0] == ids[1]) == ((a, b, c) == (x, y, z))


def test_the_address_comes_first_then_the_imprint_then_the_path() -> None:
    known = {"publisher": "Bote", "title": "T", "published": "2024"}
    assert article_id(url="https://a.example", path="x", **known) == article_id(url=" https://a.example ")
    assert article_id(path="x", text="t", **known) == article_id(path="y", **known)
    assert article_id(path="x", text="t", title="T") == article_id(path="x", text="u")
    assert article_id(text="t") != article_id(text="u")


# what other releases and other machines must find again in a store
def test_ids_are_what_stores_have() -> None:
    assert article_id(url="https://a.example/x") == "8fbed4358e9ef8f042d4"
    assert claim_of(SAID).id == "9829e14335bf90f4d220"
    assert assertion_id(SAID) == "83c5356e674e36420563"


@pytest.mark.parametrize(
    "change",
    [
        {"article": "a2"}, {"relation": "supports"}, {"modality": "denied"}, {"subject": None},
        {"recipient": IRAN}, {"object": RUSSIA}, {"place": RUSSIA}, {"attributed_to": IRAN},
        {"quantity": 3.0}, {"quantity_max": 3.0}, {"quantity_qualifier": "about"}, {"unit": "rounds"},
        {"when": "2024"}, {"start": 1}, {"end": 15}, {"evidence": "Iran liefert."},
    ],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_every_part_of_what_is_said_counts(change: dict[str, object]) -> None:
    assert assertion_id(replace(SAID, **change)) != assertion_id(SAID)  # type: ignore[arg-type]


def test_who_found_it_and_how_surely_does_not_count() -> None:
    assert assertion_id(replace(SAID, extractor="other/2", confidence=0.1)) == assertion_id(SAID)


def test_a_claim_is_relation_and_roles() -> None:
    same = replace(SAID, article="a2", modality="denied", quantity=3.0, attributed_to=IRAN, when="2024")
    assert claim_of(same) == claim_of(SAID)
    others = [replace(SAID, **{role: EntityRef("x", "X", "company")}) for role in ROLES]  # type: ignore[arg-type]
    assert len({claim_of(one).id for one in (SAID, *others)}) == len(ROLES) + 1


@given(NAMES)
@example("1__1")
def test_a_key_is_its_own_key_and_knows_no_case(name: str) -> None:
    key = alias_key(name)
    assert alias_key(key) == key
    assert alias_key(name.upper()) == alias_key(name.lower())


@given(ANY_TEXT)
def test_every_name_gives_an_id_that_is_one_word(name: str) -> None:
    found = slug(name)
    assert found
    assert not set(found) & set(" \t\n/:_.")
