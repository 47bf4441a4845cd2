"""What a model may answer."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from graph.extract.llm.schema import Actor, Item, Place, Statement
from graph.model import ACTOR_KINDS, ITEM_KINDS

LEAST: dict[str, Any] = {"relation": "supplies", "modality": "planned", "quote": "a b"}


@pytest.mark.parametrize(
    ("model", "kinds"), [(Actor, ACTOR_KINDS), (Item, ITEM_KINDS), (Place, ("place", "state"))]
)
def test_the_kinds_are_those_of_the_model(model: type[BaseModel], kinds: tuple[str, ...]) -> None:
    assert get_args(model.model_fields["kind"].annotation) == kinds


@pytest.mark.parametrize(
    ("time", "kept"),
    [
        ("2024", "2024"),
        ("2024-02-29", "2024-02-29"),
        ("2023-06/2025-04", "2023-06/2025-04"),
        ("2023-02-29", None),
        ("2024-13", None),
        ("2025/2024", None),
        ("last summer", None),
        ("", None),
        (None, None),
    ],
)
def test_a_time_that_is_none_is_left_out(time: str | None, kept: str | None) -> None:
    assert Statement.model_validate(LEAST | {"when": time}).when == kept


def test_empty_units_are_none() -> None:
    assert Statement.model_validate(LEAST | {"unit": "null"}).unit is None
    assert Statement.model_validate(LEAST | {"unit": "rounds"}).unit == "rounds"


@pytest.mark.parametrize(
    "wrong",
    [
        {"relation": "sells"},
        {"modality": "certain"},
        {"quote": ""},
        {"quantity": -1},
        {"quantity": "NaN"},
        {"quantity": "many"},
        {"quantity_qualifier": "nearly"},
        {"subject": {"name": "?", "kind": "state"}},
        {"subject": {"name": "Leopard 2", "kind": "weapon-system"}},
        {"object": {"name": "Russia", "kind": "state"}},
        {"when": 2024},
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Statement.model_validate(LEAST | wrong)
