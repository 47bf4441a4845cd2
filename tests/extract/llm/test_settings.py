"""The environment's variables: what they give, and what is said of those that make no sense."""

from __future__ import annotations

import pytest

from graph.errors import ExtractorUnavailable
from graph.extract.llm.settings import Settings, from_environment

NAMED = {"ARMSGRAPH_LLM_MODEL": "m", "ARMSGRAPH_LLM_BASE_URL": "https://llm.example/v1"}


def given(**more: str) -> Settings:
    return from_environment(NAMED | {f"ARMSGRAPH_LLM_{name}": value for name, value in more.items()})


def test_all_of_them() -> None:
    found = given(API_KEY=" k \n", TIMEOUT="2.5", PRICE_INPUT="0", PRICE_OUTPUT="1.5")
    assert found == Settings("m", "https://llm.example/v1", "k", 2.5, 4, 0.0, 1.5)


def test_the_key_is_never_shown() -> None:
    assert "secret" not in repr(given(API_KEY="secret"))


def test_what_is_not_set_has_a_default() -> None:
    assert given() == given(API_KEY="", TIMEOUT="", PRICE_INPUT=" ")
    assert (given().price_in, given().price_out, given().api_key) == (None, None, None)


@pytest.mark.parametrize("missing", NAMED)
def test_model_and_address_must_be_set(missing: str) -> None:
    with pytest.raises(ExtractorUnavailable, match=missing):
        from_environment(NAMED | {missing: " "})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TIMEOUT", "0"),
        ("TIMEOUT", "soon"),
        ("TIMEOUT", "-1"),
        ("TIMEOUT", "inf"),
        ("PRICE_INPUT", "nan"),
        ("PRICE_OUTPUT", "-0.1"),
        ("BASE_URL", "llm.example"),
        ("BASE_URL", "ftp://llm.example"),
        ("BASE_URL", "http://llm.example:port"),
        ("BASE_URL", "http://"),
        ("API_KEY", "a\nb"),
        ("API_KEY", "schlüssel"),
    ],
)
def test_what_makes_no_sense_is_named(name: str, value: str) -> None:
    with pytest.raises(ExtractorUnavailable, match=f"ARMSGRAPH_LLM_{name}"):
        given(**{name: value})


def test_a_key_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(ExtractorUnavailable, match="ARMSGRAPH_LLM_API_KEY") as told:
        given(BASE_URL="https://user:hunter2@llm.example/v1")
    assert "hunter2" not in str(told.value)
