"""Firms that a text calls by the name of their group."""

from __future__ import annotations

import pytest

from graph.extract.short_names import meant
from tests.extract.saying import said


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("Hanwha Aerospace baut Haubitzen. Hanwha liefert sie an Polen.", {"hanwha": "Hanwha Aerospace"}),
        ("Hanwha liefert Haubitzen. Hanwha Aerospace baut sie.", {}),  # the group was named first
        ("Hanwha Aerospace baut Haubitzen, Hanwha Ocean U-Boote. Hanwha liefert.", {}),  # which one?
        ("Hanwha liefert Haubitzen.", {}),
        ("Die Firma Hanwhata baut nichts.", {}),
    ],
)
def test_who_is_meant(text: str, firms: dict[str, str]) -> None:
    assert {group: firm.name for group, firm in meant(text, "de").items()} == firms


def test_a_short_name_is_the_firm_that_was_named_in_full() -> None:
    text = "Hanwha Aerospace baut Haubitzen. Nun liefert Hanwha 40 Haubitzen an Polen.\n"
    assert ("supplies", "Hanwha Aerospace", "howitzers", "Poland") in said(text)


def test_a_name_of_the_group_alone_stays_with_it() -> None:
    text = "Hanwha Aerospace baut Panzer. Nun liefert die Hanwha Group 40 Panzer an Polen.\n"
    assert {row[1] for row in said(text) if row[0] == "supplies"} == {"Hanwha"}
