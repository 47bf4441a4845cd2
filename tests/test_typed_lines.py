"""Lines decoded in one go: what is taken so is what a closer look gives; all else is left to that."""

from __future__ import annotations

import json
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import serial, typed_lines
from graph.errors import InputError
from graph.model import Article, Assertion
from tests.test_serial import SAID, articles, assertions

LINE = serial.dumps(SAID)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.just("person"),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "name", "kind", "path", "more"]), inner, max_size=4)
    ),
    max_leaves=4,
)


def looked_at_closely(line: str | bytes) -> Article | Assertion | str:
    """What comes of the line without the shorter way: a value, or what is wrong."""
    with patch.object(typed_lines, "loads", return_value=None):
        return told(line)


def told(line: str | bytes) -> Article | Assertion | str:
    try:
        return serial.loads(line)
    except InputError as error:
        return str(error)


@given(articles | assertions())
def test_what_was_written_is_taken_at_once(value: Article | Assertion) -> None:
    line = serial.dumps(value)
    if "\\u" not in line:  # half of a surrogate pair is looked at more closely
        assert typed_lines.loads(line) == typed_lines.loads(line.encode()) == value
    assert repr(told(line)) == repr(looked_at_closely(line))


@given(
    articles | assertions(),
    st.dictionaries(
        st.sampled_from([*serial.ASSERTION_KEYS, *serial.ARTICLE_KEYS, "more"]), ANYTHING, max_size=2
    ),
    st.sets(st.sampled_from(serial.ASSERTION_KEYS), max_size=2),
)
def test_both_ways_say_the_same_of_what_is_changed(
    value: Article | Assertion, changed: dict[str, Any], left_out: set[str]
) -> None:
    values = {**json.loads(serial.dumps(value)), **changed}
    line = json.dumps({key: one for key, one in values.items() if key not in left_out})
    assert repr(told(line)) == repr(looked_at_closely(line))


@pytest.mark.parametrize(
    "number",
    ["5.0", "3e0", "03", "-0", "+3", "3.", ".5", "9" * 25, "9" * 5000, "1e400", "NaN", "true", '"3"'],
)
@pytest.mark.parametrize("key", ["start", "quantity", "confidence"])
def test_both_ways_say_the_same_of_numbers(key: str, number: str) -> None:
    before = f'"{key}": {json.dumps(json.loads(LINE)[key])}'
    assert before in LINE
    line = LINE.replace(before, f'"{key}": {number}')
    assert repr(told(line)) == repr(looked_at_closely(line))


@pytest.mark.parametrize(
    "text", [b"\xff", b"\xed\xa0\x80", b"\x01", b"\\ud83d", b"\\ud83d\\ude00", b"\\x", b"\\/", b'"', b" "]
)
def test_both_ways_say_the_same_of_texts(text: bytes) -> None:
    for key in (b'"unit": null', b'"when": null'):
        line = LINE.encode().replace(key, key.replace(b"null", b'"%b"' % text))
        assert repr(told(line)) == repr(looked_at_closely(line))


def test_an_article_of_an_assertion_may_have_more_to_it() -> None:
    values = json.loads(LINE)
    values["article"]["more"] = 1
    assert serial.loads(json.dumps(values)) == SAID
