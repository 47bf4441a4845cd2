"""Options and fixtures that all tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.support.backends import RELEASES, Backend, server
from tests.support.chromium import started_browser
from tests.support.neo4j_server import Server

# On a busy machine an example takes as long as it takes: no test asserts a time.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew from what the program prints now, instead of comparing",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each engine in turn; tests of a server leave out the embedded one."""
    if "backend" in metafunc.fixturenames:
        names = [*RELEASES] if "neo4j_server" in metafunc.fixturenames else ["embedded", *RELEASES]
        metafunc.parametrize("backend", names, indirect=True, scope="session")


@pytest.fixture(scope="session")
def backend(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    """The engine of the turn; a server is started once and stopped at the end."""
    release = RELEASES.get(request.param)
    if release is None:
        yield Backend("embedded")
        return
    with server(release, tmp_path_factory.mktemp("neo4j") / "home") as started:
        yield Backend(request.param, started)


@pytest.fixture(scope="session")
def neo4j_server(backend: Backend) -> Server:
    """The server of the turn."""
    assert backend.server is not None
    return backend.server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser for all; two at a time cannot be driven from one thread."""
    with started_browser() as started:
        yield started
