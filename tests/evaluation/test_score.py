from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.agree import agree, core
from evaluation.score import matched, reliability, score

GOLD: dict[str, Any] = {
    "relation": "supplies", "subject": "Germany", "object": "Leopard 2|tanks", "recipient": "Ukraine",
    "place": None, "quantity": 18, "when": "2023-03", "modality": "planned|reported",
    "attributed_to": "Boris Pistorius", "optional": False,
}  # fmt: skip
ROW = {**GOLD, "object": "Leopard 2", "quantity": 18.0, "modality": "reported", "confidence": 0.85}
SWAPPED = {**ROW, "subject": "Ukraine", "recipient": "Germany"}
OPTIONAL = {**GOLD, "recipient": "Poland", "optional": True}


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ("Russia|Moscow", "moscow", True),
        ("Shahed-136", "Shahed 136", True),
        ("howitzers", "howitzer", True),
        ("DPRK", "North Korea", True),
        ("Türkiye", "Turkey", True),
        ("Iran", "Iraq", False),
        ("Iran", None, False),
    ],
)
def test_names_agree(wanted: str, found: str | None, right: bool) -> None:
    assert agree(wanted, found) is right


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, True),
        ({"subject": "Ukraine", "recipient": "Germany"}, False),
        ({"relation": "supports"}, False),
        ({"object": "Leopard 2A6"}, False),
        ({"object": "Leopard 2 tanks"}, True),  # only the item may be said in more words, or fewer
        ({"subject": "Germany's government"}, False),
        ({"object": None}, False),
        ({"recipient": None}, False),
        ({"place": "Berlin", "quantity": None, "modality": "denied"}, True),  # no part of the core
    ],
)
def test_what_makes_an_assertion_right(change: dict[str, Any], right: bool) -> None:
    assert core(GOLD, {**ROW, **change}) is right


def test_a_place_counts_where_nobody_receives() -> None:
    gold = {**GOLD, "relation": "deploys|operates", "recipient": None, "place": "Poland"}
    row = {**ROW, "relation": "operates", "recipient": None, "place": "Poland"}
    assert core(gold, row)
    assert core(gold, {**row, "recipient": "Poland", "place": None})
    assert not core(gold, {**row, "place": "Estonia"})


def test_right_wrong_and_missed_are_counted_and_repeats_forgiven() -> None:
    told = score([("de", [GOLD], [ROW, ROW, SWAPPED]), ("en", [GOLD], [])])
    assert (told.every.said.part, told.every.said.of) == (1, 2)
    assert (told.every.wanted.part, told.every.wanted.of) == (1, 2)
    assert told.every.f1 == pytest.approx(0.5)
    assert (told.languages["de"].precision, told.languages["de"].recall) == (0.5, 1)
    assert (told.languages["en"].precision, told.languages["en"].recall) == (0, 0)
    assert told.relations["supplies"].f1 == pytest.approx(0.5)
    assert (told.links.precision, told.links.recall) == (0.5, 0.5)


def test_what_is_optional_is_neither_missed_nor_wrong() -> None:
    told = score([("de", [GOLD, OPTIONAL], [{**ROW, "recipient": "Poland"}])])
    assert (told.every.said.of, told.every.wanted.part, told.every.wanted.of) == (0, 0, 1)
    assert (told.links.said.of, told.links.wanted.part, told.links.wanted.of) == (0, 0, 1)


@pytest.mark.parametrize(
    ("change", "attribute", "right"),
    [
        ({}, "quantity", [1, 1]),
        ({"quantity": 17}, "quantity", [0, 1]),
        ({"quantity": None}, "quantity", [0, 1]),
        ({"modality": "planned"}, "modality", [1, 1]),
        ({"modality": "denied"}, "modality", [0, 1]),
        ({"attributed_to": None}, "attribution", [0, 1]),
        ({"when": "2023-03-28"}, "when", [1, 1]),
        ({"when": "2023"}, "when", [0, 1]),
        ({"when": None}, "when", [0, 1]),
    ],
)
def test_attributes_of_what_was_found(change: dict[str, Any], attribute: str, right: list[int]) -> None:
    share = score([("de", [GOLD], [{**ROW, **change}])]).attributes[attribute]
    assert [share.part, share.of] == right


def test_attributes_that_neither_side_gives_are_not_counted() -> None:
    nothing = {"quantity": None, "attributed_to": None, "when": None}
    told = score([("de", [{**GOLD, **nothing}], [{**ROW, **nothing}])]).attributes
    assert {name for name, share in told.items() if share.of} == {"modality"}
    said = score([("de", [{**GOLD, **nothing}], [ROW])]).attributes
    assert (said["quantity"].value, said["attribution"].value) == (0, 0)
    assert (said["quantity"].of, said["attribution"].of, said["when"].of) == (1, 1, 0)


def test_the_best_pair_is_matched_first() -> None:
    other = {**GOLD, "quantity": 4}
    pairing = matched([GOLD, other], [{**ROW, "quantity": 4}, ROW])
    assert pairing.found == {0: 1, 1: 0}


def test_a_link_counts_once_whatever_the_items() -> None:
    ammunition = {**GOLD, "object": "artillery shells", "subject": "Germany|Rheinmetall"}
    told = score([("de", [GOLD, ammunition], [{**ROW, "object": "helmets"}, {**ROW, "object": "boots"}])])
    assert told.every.f1 == 0
    assert (told.links.said.of, told.links.wanted.of, told.links.f1) == (1, 1, 1)


def test_how_sure_and_how_right() -> None:
    rows = [ROW, {**ROW, "confidence": 1.0}, {**SWAPPED, "confidence": 0.85}]
    told = reliability([("de", [GOLD, OPTIONAL], [*rows, {**ROW, "recipient": "Poland"}])])
    assert {step: (share.part, share.of) for step, share in told.items()} == {8: (1, 2), 9: (1, 1)}


@given(st.lists(st.sampled_from([GOLD, OPTIONAL, {**GOLD, "subject": "Norway"}]), max_size=5),
       st.lists(st.sampled_from([ROW, SWAPPED, {**ROW, "subject": "Norway"}]), max_size=5))  # fmt: skip
def test_counts_fit_together(golds: list[dict[str, Any]], rows: list[dict[str, Any]]) -> None:
    told = score([("de", golds, rows)])
    assert told.every.wanted.of == sum(not gold["optional"] for gold in golds)
    assert told.every.said.of <= len(rows)
    assert told.every.said.part == told.every.wanted.part
    assert told.languages["de"].f1 == told.every.f1
    assert 0 <= told.links.f1 <= 1
    perfect = score([("de", golds, [{**g, "object": "Leopard 2"} for g in golds if not g["optional"]])])
    assert perfect.every.said.part == perfect.every.said.of
