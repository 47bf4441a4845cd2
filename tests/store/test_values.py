from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from graph.store.engine import one_line
from graph.store.values import parameters, plain

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), VALUES))
def test_plain_values_pass_unchanged(given_values: dict[str, object]) -> None:
    assert parameters(given_values) == given_values
    assert plain(given_values) == given_values


@given(st.text(st.characters(codec=None, categories=["L", "Cs", "So"])))
def test_any_text_can_be_sent_and_keeps_its_offsets(text: str) -> None:
    sent = parameters({"t": text})["t"]
    assert isinstance(sent, str)
    sent.encode("utf-8")
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert len(sent) == len(paired)


def test_times_and_numbers() -> None:
    moment = datetime(2024, 1, 2, 3, 4, 5)
    assert parameters({"d": date(2024, 1, 2), "t": moment, "c": time(3, 4)}) == {
        "d": "2024-01-02",
        "t": "2024-01-02T03:04:05",
        "c": "03:04:00",
    }
    assert parameters(None) == {}
    assert plain([moment, Decimal("1.5"), b"x"]) == ["2024-01-02T03:04:05", 1.5, "b'x'"]


def test_engine_messages_become_one_line() -> None:
    inner = "Syntax error at line 1:8 - no viable alternative: '(x'\n  more"
    long = f"Query failed: com.arcadedb.exception.CommandParsingException: {inner}"
    assert one_line(ValueError(long)) == "Syntax error at line 1:8 - no viable alternative: '(x'"
