"""What only a server brings: addresses, credentials, several writers at once."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreError, StoreUnavailable
from graph.store import open_store
from graph.store.bolt import Neo4jStore
from tests.store.loading import load
from tests.store.samples import article, batch, dump, says
from tests.store.test_killed import assert_whole
from tests.support.backends import Backend, empty
from tests.support.neo4j_server import Server

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def quiet_port() -> int:
    """A port at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def chatty_port() -> Iterator[int]:
    """A port at which something other than Neo4j answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(64)
                    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def test_a_wrong_password_is_one_clear_line(
    neo4j_server: Server, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    with pytest.raises(StoreUnavailable, match="refuses the user name or the password") as caught:
        open_store(place)
    assert "not-the-password" not in str(caught.value)
    monkeypatch.delenv("NEO4J_PASSWORD")
    with pytest.raises(StoreUnavailable, match="set NEO4J_PASSWORD"):
        open_store(place)


def test_an_unknown_database(neo4j_server: Server, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with pytest.raises(StoreUnavailable, match="nowhere"):
        open_store(place, create=True)
    monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
    with open_store(place, create=True) as store:
        assert store.run("RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_no_server(quiet_port: int, scheme: str) -> None:
    address = f"{scheme}://127.0.0.1:{quiet_port}"
    with pytest.raises(StoreUnavailable, match="no connection to a Neo4j") as caught:
        open_store(address)
    assert address in str(caught.value)
    assert "\n" not in str(caught.value)


def test_another_kind_of_server(chatty_port: int) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(f"bolt://127.0.0.1:{chatty_port}")
    assert f"127.0.0.1:{chatty_port}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_both_schemes_reach_the_server(neo4j_server: Server, place: str) -> None:
    with open_store(place, create=True) as store:
        store.write(batch(article("a1", says())))
        expected = dump(store)
    with open_store(place.replace("bolt://", "neo4j://"), read_only=True) as store:
        assert dump(store) == expected


def test_the_connection_breaks(neo4j_server: Server, place: str) -> None:
    """The server closes every connection; what can be done again takes a new one."""
    with open_store(place, create=True) as store, open_store(place) as other:
        kill = "CALL dbms.listConnections() YIELD connectionId WITH collect(connectionId) AS ids"
        # A person's own statement is not run twice, and this one ends the connection that it came by.
        with pytest.raises(StoreUnavailable, match="connection"):
            store.run_write(f"{kill} CALL dbms.killConnections(ids) YIELD message RETURN message")
        assert store.run("RETURN 1 AS one") == [{"one": 1}]
        other.write(batch(article("a1", says())))
        assert store.run("MATCH (a:Article) RETURN a.id AS id") == [{"id": "a1"}]


def test_a_users_own_graph_beside_ours_stays(neo4j_server: Server, place: str) -> None:
    with Neo4jStore.open(place, create=True, read_only=False) as store:
        store.run_write("CREATE (:Recipe {id: 'russia', name: 'borscht'})-[:SUPPLIES]->(:Cook {id: 'x'})")
        store.write(batch(article("a1", says())))
        store.write(batch(article("a1")))
        kept = store.run("MATCH (r:Recipe)-[:SUPPLIES]->(c:Cook) RETURN r.name AS name, c.id AS id")
        assert kept == [{"name": "borscht", "id": "x"}]


@pytest.mark.timeout(240)
def test_two_loads_at_once_count_right(backend: Backend, neo4j_server: Server, place: str) -> None:
    load(place)
    with open_store(place) as store:
        expected = dump(store)
    empty(neo4j_server)
    command = [sys.executable, "-m", "tests.store.loading", place]
    processes = [
        subprocess.Popen(command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.DEVNULL) for _ in range(3)
    ]
    assert [process.wait() for process in processes] == [0, 0, 0]
    with open_store(place) as store:
        assert_whole(store)
        assert dump(store) == expected


def test_nothing_is_printed(neo4j_server: Server, place: str) -> None:
    open_store(place, create=True).close()
    code = (
        "import sys; from graph.store import open_store\n"
        "with open_store(sys.argv[1]) as s: s.run('MATCH (n:Nothing)-[:LIKE]->(t) RETURN t.y AS y')\n"
        "try: open_store('bolt://127.0.0.1:1')\n"
        "except Exception: pass"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, place], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout + done.stderr == ""
