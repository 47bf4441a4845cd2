"""An empty store in each engine in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store, open_store
from tests.support.backends import Backend
from tests.support.seeded import location


@pytest.fixture
def place(backend: Backend, tmp_path: Path) -> Iterator[str]:
    """The location of a store that is not made yet, with the credentials set."""
    with location(backend, tmp_path, "störe with space") as made:
        yield made


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """An open store with nothing in it."""
    with open_store(place, create=True) as opened:
        yield opened
