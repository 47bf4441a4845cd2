"""How often Python looks for values in circles."""

from __future__ import annotations

import gc

import pytest

from graph.extract.rules import RulesExtractor
from graph.garbage import rarely_looked_for
from graph.workers import Workers


def _fail(rarely: bool) -> None:
    raise KeyError if rarely else AssertionError


def test_it_is_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), rarely_looked_for():
        _fail(gc.get_threshold()[0] > before[0])
    assert gc.get_threshold() == before


def test_who_looks_more_rarely_still_keeps_his_habit() -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(100_000, 20, 30)
        with rarely_looked_for():
            assert gc.get_threshold() == (100_000, 20, 30)
    finally:
        gc.set_threshold(*before)


def test_workers_look_rarely_while_they_are_open() -> None:
    before = gc.get_threshold()
    with Workers(RulesExtractor()):
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
