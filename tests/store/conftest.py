"""An empty store in each engine in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store, open_store
from tests.support.backends import Backend, empty


@pytest.fixture
def place(backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The location of a store that is not made yet, with the credentials set."""
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "ARMSGRAPH_STORE"):
        monkeypatch.delenv(name, raising=False)
    if backend.server is None:
        yield str(tmp_path / "störe with space")
        return
    monkeypatch.setenv("NEO4J_USERNAME", backend.server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", backend.server.password)
    empty(backend.server)
    yield backend.server.uri
    empty(backend.server)


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """An open store with nothing in it."""
    with open_store(place, create=True) as opened:
        yield opened
