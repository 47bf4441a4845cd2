"""Legal forms behind the names of firms."""

from __future__ import annotations

import pytest

from graph.extract.legal_forms import past
from graph.extract.tokens import tokenize
from tests.extract.saying import assertions, said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Raytheon Co. said so.", "Raytheon Co."),
        ("Raytheon, Inc. said so.", "Raytheon, Inc."),
        ("Muster GmbH & Co. KG said so.", "Muster GmbH & Co. KG"),
        ("Raytheon, based in Massachusetts, said so.", "Raytheon"),
        ("Raytheon AG.", "Raytheon AG"),  # the full stop is the sentence's
        ("Raytheon", "Raytheon"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    tokens = tokenize(text, 0, len(text), "en")
    assert text[: tokens[past(tokens, 1, "en") - 1].end] == name


def test_a_firm_speaks_under_its_full_name() -> None:
    (one,) = assertions("Lockheed Martin Corp. said it has delivered 24 howitzers to Poland.", "en")
    assert one.attributed_to is not None
    assert one.attributed_to.name == "Lockheed Martin"


def test_dollars_are_no_state() -> None:
    text = "Rheinmetall signed a US$4 billion deal with Romania to supply 200 infantry fighting vehicles."
    assert "United States" not in {row[1] for row in said(text, "en")}
