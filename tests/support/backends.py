"""The engines that tests run on: the embedded one and two releases of Neo4j."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest

from tests.support.neo4j_server import (
    CURRENT,
    LONG_TERM,
    JavaMissing,
    Release,
    Server,
    Unavailable,
    running,
)

RELEASES = {"neo4j-5.26": LONG_TERM, "neo4j-current": CURRENT}
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
def server(release: Release, home: Path, settings: str = "") -> Iterator[Server]:
    """The release, running until the end; where it cannot be had, the test is skipped (or fails, in CI).

    `settings`: more lines for its neo4j.conf; then it is always a server of the tests' own.
    """
    given = None if settings else _given_server()
    if given is not None:
        if release is not LONG_TERM:
            pytest.skip(f"{_GIVEN} names the one server to test")
        _refuse_foreign_content(given)
        yield given
        return
    with contextlib.ExitStack() as stack:
        try:
            started = stack.enter_context(running(release, home, settings))
        except Unavailable as missing:
            # Without a new Java the current release cannot run; all else is required where asked for.
            excused = release is CURRENT and isinstance(missing, JavaMissing)
            if os.environ.get("ARMSGRAPH_REQUIRE_ALL") == "1" and not excused:
                pytest.fail(f"Neo4j {release.version}: {missing}")
            pytest.skip(f"Neo4j {release.version}: {missing}")
        yield started


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


def settled(server: Server, patience: float = 60) -> None:
    """Wait until the server has ended what a process that was killed had asked of it."""
    until = time.monotonic() + patience
    with _driver(server) as driver:
        while True:
            rows = driver.execute_query(
                "SHOW TRANSACTIONS YIELD transactionId RETURN count(*) AS number"
            ).records
            if rows[0]["number"] <= 1:  # this one
                return
            assert time.monotonic() < until, "a transaction of a process that was killed does not end"
            time.sleep(0.05)


def empty(server: Server) -> None:
    """Delete all that the server's database holds, however little it allows a transaction."""
    with _driver(server) as driver, driver.session() as session:
        for what in ("()-[it]->()", "(it)"):
            session.run(f"MATCH {what} CALL (it) {{ DELETE it }} IN TRANSACTIONS OF 500 ROWS").consume()
