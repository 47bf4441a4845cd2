from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.csv import COLUMNS, safe_cell, write_claims, write_table
from graph.model import EntityRef
from tests.cli.rows import DRONES, GUNS


def read_back(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_claim_a_line_with_ids_and_names() -> None:
    out = io.StringIO()
    write_claims([GUNS, DRONES], out)
    guns, drones = read_back(out.getvalue())
    assert tuple(guns) == COLUMNS
    assert (guns["subject_id"], guns["subject"], guns["recipient"]) == (
        "north-korea",
        "North Korea",
        "Russia",
    )
    assert (guns["modalities"], guns["quantities"]) == ("reported 2; planned 1", "120; at least 100")
    assert (drones["recipient"], drones["place"], drones["origins"]) == ("", "Alabuga", "1")


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=x"])
def test_a_name_is_never_a_formula(text: str) -> None:
    out = io.StringIO()
    write_claims([replace(GUNS, object=EntityRef("x", text, "ammunition"))], out)
    assert read_back(out.getvalue())[0]["object"].startswith("'")


def test_numbers_are_no_formulas() -> None:
    assert safe_cell(-1.5) == -1.5


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00\r")), min_size=2, max_size=2))
def test_every_text_comes_back(cells: list[str]) -> None:
    out = io.StringIO()
    write_table(("a", "b"), [cells], out)
    back = list(csv.reader(io.StringIO(out.getvalue(), newline="")))[1]
    assert [cell.removeprefix("'") for cell in back] == [cell.removeprefix("'") for cell in cells]
