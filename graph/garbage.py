"""Lets Python look rarely for values that are in circles, while a great many are made that are not."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 50_000  # new ones, between two looks


@contextmanager
def rarely_looked_for() -> Iterator[None]:
    """Look after 50,000 new values that stay; Python's own habit, after 700, costs a tenth of all time here.

    >>> with rarely_looked_for():
    ...     gc.get_threshold()[0]
    50000
    """
    before = gc.get_threshold()
    gc.set_threshold(max(_OBJECTS, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
