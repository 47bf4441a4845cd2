"""Who is answered, and how: over a real connection."""

from __future__ import annotations

import http.client
import json
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from graph.store import open_store
from tests.serve.conftest import serving
from tests.serve.filled import fill
from tests.support import seeded
from tests.support.backends import Backend
from tests.support.neo4j_server import Server


def ask(
    address: str, path: str = "/", method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    host = urlsplit(address).netloc
    connection = http.client.HTTPConnection(host, timeout=60)
    try:
        connection.putrequest(method, path, skip_host=True)
        for name, value in ({"Host": host} | headers).items():
            if value:
                connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def port(address: str) -> int:
    found = urlsplit(address).port
    assert found
    return found


def test_the_page_and_an_answer_come_with_headers_that_keep_others_out(address: str) -> None:
    for path, kind in (("/", "text/html; charset=utf-8"), ("/api/search?q=iran", "application/json")):
        response, body = ask(address, path)
        assert response.status == 200
        headers = {name.lower(): value for name, value in response.getheaders()}
        assert headers["content-type"] == kind
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert not [name for name in headers if name.startswith("access-control-")]
        assert "server" not in headers
        assert len(body) == int(headers["content-length"]) > 0
    assert json.loads(body)["found"]


@pytest.mark.parametrize(
    "name",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "[::1]:{port}",
        "127.0.0.1:{port}.evil.example",
        "",
    ],
)
def test_another_name_is_refused(address: str, name: str) -> None:
    response, body = ask(address, "/", Host=name.format(port=port(address)))
    assert response.status in (400, 403)
    assert b"Iran" not in body


def test_its_own_names_are_answered(address: str) -> None:
    for name in ("127.0.0.1", "localhost"):
        assert ask(address, Host=f"{name}:{port(address)}")[0].status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_nothing_but_reading_is_allowed(address: str, method: str) -> None:
    response, _ = ask(address, "/", method, Origin="http://evil.example")
    assert (response.status, response.getheader("Allow")) == (405, "GET, HEAD")
    assert response.getheader("Access-Control-Allow-Origin") is None


def test_a_body_is_refused(address: str) -> None:
    assert ask(address, "/", "POST", Content_Length="1000000000")[0].status == 413


def test_head_has_no_body(address: str) -> None:
    response, body = ask(address, "/api/search?q=iran", "HEAD")
    assert (response.status, body) == (200, b"")
    assert int(response.getheader("Content-Length") or 0) > 0


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/api/", 404),
        ("/api/page", 404),
        ("/api/__init__", 404),
        ("/api/../../../../etc/passwd", 404),
        ("/api/%2e%2e/%2fetc%2fpasswd", 404),
        ("//evil.example/", 404),
        ("/index.html", 404),
        ("/api/around", 400),
        ("/api/strongest?top=many", 400),
        ("/api/strongest?since=2024-99", 400),
        ("/api/search?q=" + "x" * 3000, 400),
        ("/api/search?q=" + "x" * 200_000, 431),
        ("/api/search?q=%ff%fe%00", 200),
    ],
)
def test_what_is_not_there_or_not_understood(address: str, path: str, status: int) -> None:
    response, body = ask(address, path)
    assert response.status == status
    assert b"root:" not in body
    assert len(body) < 1000


def test_it_listens_on_127_0_0_1_alone(address: str) -> None:
    # on Linux any other address of 127.0.0.0/8 is this machine, too
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.2", port(address)), 10):
        pass


def test_a_silent_connection_keeps_nobody_waiting(address: str) -> None:
    with socket.create_connection(("127.0.0.1", port(address)), 10) as silent:
        silent.sendall(b"GET / HTTP/1.1\r\n")
        assert ask(address, "/api/search?q=iran")[0].status == 200


def test_a_neo4j_is_served_as_well(neo4j_server: Server, backend: Backend, tmp_path: Path) -> None:
    credentials = {"NEO4J_USERNAME": neo4j_server.username, "NEO4J_PASSWORD": neo4j_server.password}
    with seeded.location(backend, tmp_path) as place:
        with open_store(place, create=True) as store:
            fill(store)
        with serving(place, tmp_path, **credentials) as (address, process):
            assert b"Works 1" in ask(address)[1]
            answer = json.loads(ask(address, "/api/around?id=russia&top=3")[1])
        assert (len(answer["claims"]), process.returncode) == (3, 0)
