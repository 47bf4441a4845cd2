"""The parts of training that need no torch: agreement of names, scoring, the regression."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from training.agree import agree, core
from training.score import tally
from training.weigh import fit

GOLD: dict[str, Any] = {
    "relation": "supplies", "subject": "Germany", "object": "Leopard 2|tanks", "recipient": "Ukraine",
    "place": None, "quantity": 18, "when": None, "modality": "planned", "attributed_to": None,
    "optional": False,
}  # fmt: skip
ROW = {**GOLD, "object": "Leopard 2", "quantity": 18.0}


@pytest.mark.parametrize(
    ("wanted", "found", "right"),
    [
        ("Russia|Moscow", "moscow", True),
        ("Shahed-136", "Shahed 136", True),
        ("howitzers", "howitzer", True),
        ("Iran", "Iraq", False),
        ("Iran", None, False),
    ],
)
def test_names_agree(wanted: str, found: str | None, right: bool) -> None:
    assert agree(wanted, found) is right


def test_a_swapped_direction_is_wrong() -> None:
    assert core(GOLD, ROW)
    assert not core(GOLD, {**ROW, "subject": "Ukraine", "recipient": "Germany"})


def test_a_score_counts_right_wrong_and_missed_and_forgives_repeats() -> None:
    swapped = {**ROW, "subject": "Ukraine", "recipient": "Germany"}
    told = tally([("de", [GOLD], [ROW, ROW, swapped]), ("en", [GOLD], [])])
    every = told["all"]
    assert (every.right, every.wrong, every.missed) == (1, 1, 1)
    assert every.f1 == pytest.approx(0.5)
    assert (told["links"].right, told["links"].wrong, told["links"].missed) == (1, 1, 1)
    assert every.attributes["quantity"] == [1, 1]


def test_the_regression_finds_what_tells_right_from_wrong() -> None:
    rng = np.random.default_rng(3)
    x = rng.normal(size=(400, 3))
    y = (2 * x[:, 0] - x[:, 1] + rng.normal(size=400) > 0).astype(float)
    weights, _ = fit(x, y)
    assert weights[0] > 0.5
    assert weights[1] < -0.2
    assert abs(weights[2]) < 0.3
