from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.cli.safe import escape_json, one_line

ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT)
def test_no_control_reaches_the_terminal(text: str) -> None:
    shown = one_line(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    shown.encode("utf-8")


@pytest.mark.parametrize(
    "control", ["\x1b", "\x9b", "\u202e", "\u2066", "\u200f", "\u061c", "\ufeff", "\U000e0041"]
)
def test_what_steers_a_terminal_is_removed(control: str) -> None:
    assert one_line(f"a{control}b") == "ab"


@pytest.mark.parametrize("text", ["Pjöngjang", "Корея", "北朝鮮", "e\u0301", "می\u200cخواهم"])
def test_letters_of_all_scripts_stay(text: str) -> None:
    assert one_line(text) == text


@given(ANY_TEXT)
def test_escaped_json_says_the_same_in_harmless_letters(text: str) -> None:
    line = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(line) == text
    assert not [c for c in line if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert "\u202e" not in line
