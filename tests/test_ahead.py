"""Reading ahead in a thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from graph.ahead import ahead


def test_all_values_come_in_their_order() -> None:
    assert list(ahead(iter(range(1000)), 3)) == list(range(1000))


def test_what_goes_wrong_is_raised_where_the_value_would_have_come() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("two")

    values = ahead(broken(), 5)
    assert next(values) == 1
    with pytest.raises(ValueError, match="two"):
        next(values)


def test_no_more_is_made_than_may_wait() -> None:
    made: list[int] = []
    enough = threading.Event()

    def counted() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            if number == 3:  # one is taken, two wait, the fourth has no room
                enough.set()
            yield number

    values = ahead(counted(), 2)
    assert next(values) == 0
    assert enough.wait(10)
    assert len(made) <= 4
    assert list(values) == list(range(1, 100))


def test_the_thread_ends_with_the_one_who_asks() -> None:
    closed = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            closed.set()

    values = ahead(endless(), 2)
    assert next(values) == 1
    values.close()  # type: ignore[attr-defined]
    assert closed.wait(10)
