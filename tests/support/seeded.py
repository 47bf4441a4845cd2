"""The example articles in a store, as the rules read them: the same in every engine."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.extract.rules import RulesExtractor
from graph.pipeline import load
from graph.resolve.publishers import PublisherResolver
from graph.resolve.resolver import Resolver
from graph.store import Store, open_store
from seeds.catalogue import entities, publishers
from tests.support.backends import Backend, empty

ROOT = Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def location(backend: Backend, folder: Path, name: str = "store") -> Iterator[str]:
    """Where a store of this engine can be made, with nothing in it; credentials are set until the end."""
    with pytest.MonkeyPatch.context() as environment:
        for variable in (
            "NEO4J_URI",
            "NEO4J_USERNAME",
            "NEO4J_PASSWORD",
            "NEO4J_DATABASE",
            "ARMSGRAPH_STORE",
        ):
            environment.delenv(variable, raising=False)
        if backend.server is None:
            yield str(folder / name)
            return
        environment.setenv("NEO4J_USERNAME", backend.server.username)
        environment.setenv("NEO4J_PASSWORD", backend.server.password)
        empty(backend.server)
        yield backend.server.uri
        empty(backend.server)


@contextlib.contextmanager
def seeded(backend: Backend, folder: Path) -> Iterator[Store]:
    """An open store with the example articles."""
    with location(backend, folder) as place, open_store(place, create=True) as store:
        articles = [str(ROOT / "seeds/articles")]
        resolver, papers = Resolver(entities()), PublisherResolver(publishers())
        for event in load(articles, store, RulesExtractor(), resolver, publishers=papers):
            assert event.kind == "new", event
        yield store
