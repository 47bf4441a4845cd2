"""Every engine that the contract holds for: the embedded one and two releases of Neo4j."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest

from graph.store import Store, open_store
from tests.support.neo4j_server import (
    CURRENT,
    LONG_TERM,
    JavaMissing,
    Release,
    Server,
    Unavailable,
    running,
)

_RELEASES = {"neo4j-5.26": LONG_TERM, "neo4j-current": CURRENT}
_GIVEN = "ARMSGRAPH_TEST_NEO4J_URI"


@dataclass(frozen=True)
class Backend:
    """An engine to test; `server` is None for the embedded one."""

    name: str
    server: Server | None = None


def _given_server() -> Server | None:
    """The server that the environment names for tests; a user's own NEO4J_URI is never looked at."""
    uri = os.environ.get(_GIVEN)
    if not uri:
        return None
    user = os.environ.get("ARMSGRAPH_TEST_NEO4J_USERNAME", "neo4j")
    return Server(uri, user, os.environ.get("ARMSGRAPH_TEST_NEO4J_PASSWORD", ""))


@contextlib.contextmanager
def _server(release: Release, home: Path) -> Iterator[Server]:
    given = _given_server()
    if given is not None:
        if release is not LONG_TERM:
            pytest.skip(f"{_GIVEN} names the one server to test")
        _refuse_foreign_content(given)
        yield given
        return
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(running(release, home))
        except Unavailable as missing:
            # Without a new Java the current release cannot run; all else is required where asked for.
            excused = release is CURRENT and isinstance(missing, JavaMissing)
            if os.environ.get("ARMSGRAPH_REQUIRE_ALL") == "1" and not excused:
                pytest.fail(f"Neo4j {release.version}: {missing}")
            pytest.skip(f"Neo4j {release.version}: {missing}")
        yield server


def _driver(server: Server) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        server.uri, auth=(server.username, server.password), notifications_min_severity="OFF"
    )


def _refuse_foreign_content(server: Server) -> None:
    """The tests empty the database; they do so only where nothing but their own graph is in it."""
    with _driver(server) as driver:
        count = "MATCH (n) RETURN count(n) AS all, count(CASE WHEN n:Meta THEN 1 END) AS ours"
        record = driver.execute_query(count).records[0]
        if record["all"] and not record["ours"]:
            pytest.fail(f"{_GIVEN}: the database has other content, which the tests would delete")


def empty(server: Server) -> None:
    with _driver(server) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each engine in turn; tests of a server leave out the embedded one."""
    if "backend" in metafunc.fixturenames:
        names = [*_RELEASES] if "neo4j_server" in metafunc.fixturenames else ["embedded", *_RELEASES]
        metafunc.parametrize("backend", names, indirect=True, scope="session")


@pytest.fixture(scope="session")
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    """The engine of the turn; a server is started once and stopped at the end."""
    release = _RELEASES.get(request.param)
    if release is None:
        yield Backend("embedded")
        return
    with _server(release, tmp_path_factory.mktemp("neo4j") / "home") as server:
        yield Backend(request.param, server)


@pytest.fixture(scope="session")
def neo4j_server(backend: Backend) -> Server:
    """The server of the turn."""
    assert backend.server is not None
    return backend.server


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
