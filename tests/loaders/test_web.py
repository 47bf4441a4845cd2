"""Addresses, against a real server on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from graph.errors import InputError
from graph.model import Article
from loaders import Skipped, load
from loaders.web import fetch

TEXT = "Zwölf Haubitzen\n\nDie Regierung in Musterstadt hat zwölf Haubitzen an ihren Nachbarn geliefert.\n"


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.partition("?")[0]
        if name == "/moved":
            self._answer(302, b"", {"Location": "/a.txt"})
        elif name == "/round":
            self._answer(302, b"", {"Location": "/round"})
        elif name == "/latin":
            self._answer(200, TEXT.encode("cp1252"), {"Content-Type": 'text/plain; charset="ISO-8859-1"'})
        elif name == "/packed":
            self._answer(200, gzip.compress(TEXT.encode()), {"Content-Encoding": "gzip"})
        elif name == "/damaged":
            self._answer(200, b"no gzip", {"Content-Encoding": "gzip"})
        elif name == "/large":
            self._answer(200, b"a" * 100_000, {})
        elif name == "/photo":
            self._answer(200, b"\xff\xd8\xff\xe0" + b"\x00" * 50, {"Content-Type": "image/jpeg"})
        elif name == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"a" * 10)
        elif name.startswith("/status/"):
            self._answer(int(name.rsplit("/", 1)[1]), b"", {})
        else:
            self._answer(200, TEXT.encode(), {"Content-Type": "text/plain; charset=utf-8"})

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def reason(url: str, **options: Any) -> str:
    [item] = load([url], **options)
    assert isinstance(item, Skipped), item
    assert item.source == url
    return item.reason


@pytest.mark.parametrize("name", ["/a.txt", "/moved", "/latin", "/packed"])
def test_pages_that_are_there(site: str, name: str) -> None:
    [article] = load([site + name])
    assert isinstance(article, Article)
    assert article.text == TEXT
    assert article.url == site + ("/a.txt" if name == "/moved" else name)
    assert article.path is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("/status/404", "the server answers 404 Not Found"),
        ("/status/503", "the server answers 503 Service Unavailable"),
        ("/status/204", "the server answers 204 No Content"),
        ("/round", "more than 8 redirects"),
        ("/damaged", "a damaged compressed answer"),
        ("/cut", "the connection broke off"),
        ("/photo", "an image (JPEG), not text"),
    ],
)
def test_dead_links_say_why(site: str, name: str, expected: str) -> None:
    assert reason(site + name) == expected


def test_a_page_larger_than_the_limit(site: str) -> None:
    assert reason(site + "/large", limit=1000) == "larger than 1000 bytes, too large for one article"


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert reason(f"http://127.0.0.1:{port}/") == "no server answers there"


def test_a_server_that_never_answers() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(InputError, match="no answer in time"):
            fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", read=0.2)


@pytest.mark.parametrize("url", ["http://", "http://[broken", "http://a..b/", "https://"])
def test_addresses_that_are_none(url: str) -> None:
    assert reason(url)


def test_a_name_that_no_machine_has() -> None:
    assert reason("http://nobody.invalid/") == "no such host, or no network"
