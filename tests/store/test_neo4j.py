"""What only a server brings: addresses, credentials, several writers at once."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import neo4j
import pytest

from graph.errors import StoreError, StoreUnavailable
from graph.model import Alias, Entity, EntityRef
from graph.store import open_store
from graph.store.bolt import Neo4jStore
from tests.store.loading import load
from tests.store.samples import article, batch, column, dump, says
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


@pytest.mark.timeout(240)
def test_what_another_writer_is_about_to_name_is_not_forgotten(neo4j_server: Server, place: str) -> None:
    """The other one has named the publisher and a firm's name, and has not committed yet."""
    firm = Entity("firm", "Firm", "company", (Alias("The Firm"),))
    names = (
        "MATCH (p:Publisher {id: 'the-times'}) MATCH (k:Alias {text: 'The Firm'})"
        " CREATE (:Article {id: 'a2'})-[:PUBLISHED_BY]->(p), (k)-[:ALIAS_OF]->(:Actor {id: 'another'})"
    )
    auth = (neo4j_server.username, neo4j_server.password)
    with open_store(place, create=True) as store, neo4j.GraphDatabase.driver(place, auth=auth) as driver:
        store.write(
            batch(article("a1", says(subject=EntityRef("firm", "Firm", "company"))), entities=(firm,))
        )
        with (
            driver.session() as session,
            ThreadPoolExecutor() as beside,
            session.begin_transaction() as other,
        ):
            other.run(names).consume()
            forgotten = beside.submit(store.forget, ["a1"])
            waiting = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status"
            while not driver.execute_query(waiting).records and not forgotten.done():
                time.sleep(0.2)
            other.commit()
            assert forgotten.result() == ["a1"]
        assert column(store, "MATCH (a:Article)-[:PUBLISHED_BY]->(p) RETURN p.id") == ["the-times"]
        assert column(store, "MATCH (k:Alias)-[:ALIAS_OF]->(a) WHERE k.text = 'The Firm' RETURN a.id") == [
            "another"
        ]
        assert column(store, "MATCH (a:Actor {id: 'firm'}) RETURN a.id") == []


@pytest.mark.timeout(240)
def test_many_who_load_and_forget_the_same_names_take_turns(
    neo4j_server: Server, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    firms = [EntityRef(f"firm-{n}", f"Firm {n}", "company") for n in range(5)]

    def work(writer: int) -> None:
        dice = random.Random(writer)
        with open_store(place) as store:
            for number in range(25):
                said = [says(one, recipient=dice.choice(firms)) for one in dice.sample(firms, 3)]
                known = tuple(Entity(one.id, one.name, one.kind, (Alias("The Firm"),)) for one in firms[:3])
                store.write(batch(article(f"{writer}-{number % 3}", *said), entities=known))
                if number % 2:
                    store.forget([f"{writer}-{number % 3}"])

    open_store(place, create=True).close()
    with ThreadPoolExecutor() as writers:
        list(writers.map(work, range(3)))
    assert caplog.messages == []
    with open_store(place) as store:
        assert_whole(store)
        store.forget([str(one) for one in column(store, "MATCH (a:Article) RETURN a.id")])
        assert store.run("MATCH (n) WHERE NOT n:Meta RETURN n") == []


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
