"""Ways into a Neo4j: TLS, no authentication, a token.

What the Community server has not (roles, single sign-on) is shown with the driver's own errors.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest
from neo4j import exceptions

from graph.errors import QueryRefused, StoreError, StoreUnavailable
from graph.store import open_store
from graph.store.bolt_errors import credentials, told
from tests.store.samples import article, batch, says
from tests.support.backends import server
from tests.support.neo4j_server import LONG_TERM, Server

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """dbms.security.auth_enabled=false
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={folder}
dbms.ssl.policy.bolt.private_key=private.key
dbms.ssl.policy.bolt.public_certificate=public.crt
dbms.ssl.policy.bolt.client_auth=NONE
server.bolt.tls_level=OPTIONAL
db.memory.transaction.max=8m
"""


@dataclass(frozen=True)
class Guarded:
    """A server that encrypts and asks for no password; the file with its certificate."""

    server: Server
    certificate: Path

    def address(self, scheme: str) -> str:
        return self.server.uri.replace("bolt://", f"{scheme}://")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "private.key", folder / "public.crt"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
    ]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    with server(LONG_TERM, folder / "home", SETTINGS.format(folder=folder)) as started:
        yield Guarded(started, certificate)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URI", "USERNAME", "PASSWORD", "TOKEN", "DATABASE"):
        monkeypatch.delenv(f"NEO4J_{name}", raising=False)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc", "neo4j+ssc"])
def test_without_a_password_where_none_is_asked_for(guarded: Guarded, scheme: str) -> None:
    with open_store(guarded.address(scheme), create=True) as store:
        store.write(batch(article("a1", says())))
        assert store.run("MATCH (a:Article) RETURN a.id AS id") == [{"id": "a1"}]


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_self_signed_certificate(guarded: Guarded, scheme: str) -> None:
    open_store(guarded.server.uri, create=True).close()
    address = guarded.address(scheme)
    with pytest.raises(StoreUnavailable) as caught:
        open_store(address, read_only=True)
    line = str(caught.value)
    assert "certificate is not trusted" in line
    assert "SSL_CERT_FILE" in line
    assert f"{scheme.partition('+')[0]}+ssc://" in line
    assert "\n" not in line
    done = subprocess.run(
        [sys.executable, "-m", "graph.cli.main", "info", "--store", address],
        env={**os.environ, "SSL_CERT_FILE": str(guarded.certificate)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "5.26" in done.stdout


def test_a_server_without_tls(neo4j_server: Server) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        open_store(neo4j_server.uri.replace("bolt://", "bolt+ssc://"))
    assert "\n" not in str(caught.value)


def test_a_token_that_the_server_does_not_take(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_TOKEN", "abc.def")
    with pytest.raises(StoreUnavailable, match=r"refuses the token \(NEO4J_TOKEN\)") as caught:
        open_store(neo4j_server.uri)
    assert "abc.def" not in str(caught.value)


def test_who_asks() -> None:
    assert credentials({}) is None
    assert credentials({"NEO4J_USERNAME": "me"}) is None
    assert credentials({"NEO4J_PASSWORD": "p"}) == neo4j.basic_auth("neo4j", "p")
    assert credentials({"NEO4J_USERNAME": "me", "NEO4J_PASSWORD": "p"}) == neo4j.basic_auth("me", "p")
    assert credentials({"NEO4J_TOKEN": "t"}) == neo4j.bearer_auth("t")
    with pytest.raises(StoreError, match="both set"):
        credentials({"NEO4J_TOKEN": "t", "NEO4J_PASSWORD": "p"})


def test_a_batch_that_is_too_large_for_the_servers_memory(guarded: Guarded) -> None:
    large = article("large", *(says(start=place, evidence="x" * 500) for place in range(5_000)))
    with open_store(guarded.address("bolt"), create=True) as store:
        with pytest.raises(
            StoreError, match=r"too little memory .* raise db\.memory\.transaction\.max"
        ) as caught:
            store.write(batch(large))
        assert "\n" not in str(caught.value)
        store.write(batch(article("small", says())))
        found = store.run("MATCH (a:Article) WHERE a.id IN ['large', 'small'] RETURN a.id AS id")
        assert found == [{"id": "small"}]
        store.forget(["small"])


def hydrated(code: str, message: str) -> Exception:
    """What the driver makes of such an answer of a server."""
    error: Exception = exceptions.Neo4jError._hydrate_neo4j(code=code, message=message)
    return error


READER = (
    "Create node with labels 'Article' on database 'neo4j' is not allowed for user 'bob' with roles [reader]."
)


@pytest.mark.parametrize(
    ("code", "message", "kind", "words"),
    [
        (
            "Neo.ClientError.Security.Forbidden",
            READER,
            QueryRefused,
            "this user may not do that .*user 'bob'",
        ),
        ("Neo.ClientError.Security.TokenExpired", "x", StoreUnavailable, "the token has expired"),
        ("Neo.ClientError.Security.CredentialsExpired", "x", StoreUnavailable, "SET PASSWORD"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", "x", StoreUnavailable, "wants a pause"),
        ("Neo.TransientError.General.DatabaseUnavailable", "down", StoreUnavailable, "busy .down"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "full", StoreError, "too little memory"),
        ("Neo.ClientError.Database.DatabaseNotFound", "No 'x'.\nMore", StoreUnavailable, "No 'x'.$"),
        ("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "x", StoreUnavailable, "is read-only"),
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "x", StoreUnavailable, "is read-only"),
        ("Neo.DatabaseError.General.UnknownError", "odd\nthings", StoreError, "odd$"),
    ],
)
def test_what_the_community_server_does_not_say(
    code: str, message: str, kind: type[StoreError], words: str
) -> None:
    with pytest.raises(kind, match=words) as caught, told("neo4j+s://x.example"):
        raise hydrated(code, message)
    assert "neo4j+s://x.example" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_mistake_that_5_26_tells_as_its_own_is_the_query_s() -> None:
    with pytest.raises(QueryRefused, match=r"^Unknown field: month$"), told("neo4j+s://x.example"):
        raise hydrated("Neo.DatabaseError.Statement.ExecutionFailed", "Unknown field: month")
