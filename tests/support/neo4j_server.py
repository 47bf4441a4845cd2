"""A real Neo4j for the tests, started from its jars with Java alone.

Maven fetches the jars once into the user's cache folder; home and port are new for
every server, and nothing of a user's own Neo4j is touched.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from platformdirs import user_cache_path

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>armsgraph.tests</groupId>
  <artifactId>neo4j</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{version}</version></dependency>
  </dependencies>
</project>
"""

_CONF = """server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=128m
server.jvm.additional=--add-opens=java.base/java.nio=ALL-UNNAMED
"""


_ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"


@dataclass(frozen=True)
class Release:
    """A Neo4j release, the class that starts it and the oldest Java that runs it."""

    version: str
    main: str
    java: int


LONG_TERM = Release("5.26.30", "org.neo4j.server.CommunityEntryPoint", 17)
CURRENT = Release("2026.08.1", "org.neo4j.server.Neo4jCommunity", 21)


class Unavailable(Exception):
    """What is missing to start this release."""


class JavaMissing(Unavailable):
    """No Java here is new enough."""


@dataclass(frozen=True)
class Server:
    """Where a Neo4j answers; the process id is None where it is somebody else's."""

    uri: str
    username: str
    password: str
    pid: int | None = None


def java(oldest: int) -> Path:
    """The oldest Java that is new enough: a release is tested with those of its own time."""
    candidates = [Path(home) / "bin" / "java" for home in (os.environ.get("JAVA_HOME"),) if home]
    on_path = shutil.which("java")
    candidates += [Path(on_path)] if on_path else []
    candidates += sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    found: dict[int, Path] = {}
    for candidate in candidates:
        version = _java_version(candidate)
        if version is not None and version >= oldest:
            found.setdefault(version, candidate)
    if not found:
        raise JavaMissing(f"no Java {oldest} or newer in JAVA_HOME, PATH or /usr/lib/jvm")
    return found[min(found)]


def _java_version(binary: Path) -> int | None:
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run([binary, "-version"], capture_output=True, text=True, timeout=60, check=False)
        match = re.search(r'version "(?:1\.)?(\d+)', done.stderr + done.stdout)
        return int(match[1]) if match else None
    return None


def jars(release: Release) -> Path:
    """The folder of the release's jars, fetched on first use."""
    folder = user_cache_path("armsgraph-tests", appauthor=False) / f"neo4j-{release.version}"
    library = folder / "lib"
    if library.is_dir():
        return library
    if shutil.which("mvn") is None:
        raise Unavailable("no Maven (mvn) in PATH to fetch Neo4j's jars")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pom.xml").write_text(_POM.format(version=release.version), encoding="utf-8")
    fresh = folder / f"lib.{os.getpid()}"
    command = ["mvn", "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={fresh}"]
    done = subprocess.run(
        [*command, "-DincludeScope=runtime"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    if done.returncode:
        shutil.rmtree(fresh, ignore_errors=True)
        raise Unavailable(f"Maven could not fetch Neo4j {release.version}: {done.stdout[-500:]}")
    with contextlib.suppress(OSError):  # another run was quicker
        fresh.rename(library)
    shutil.rmtree(fresh, ignore_errors=True)
    return library


class Process:
    """A Neo4j of our own, which may be killed and started again with what it has stored."""

    def __init__(
        self, command: list[str | Path], environment: dict[str, str], home: Path, server: Server
    ) -> None:
        self._command, self._environment, self._log = command, environment, home / "logs" / "neo4j.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._server = server

    @property
    def server(self) -> Server:
        """Where it answers."""
        return replace(self._server, pid=self._process.pid if self._process else None)

    def admin(self, *arguments: str, folder: Path) -> str:
        """Run neo4j-admin in this folder, while the server is down; gives what it printed."""
        command = [self._command[0], "-cp", self._command[self._command.index("-cp") + 1]]
        done = subprocess.run(
            [*command, f"-Dbasedir={self._environment['NEO4J_HOME']}", _ADMIN, *arguments],
            cwd=folder,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if done.returncode:
            raise AssertionError(f"neo4j-admin: {done.stdout[-2000:]}{done.stderr[:2000]}")
        return done.stdout

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._log.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            self._command,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _await_start(self._process, self._log)

    def kill(self) -> None:
        """End it with SIGKILL."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stop(self) -> None:
        """End it as one should."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()


@contextlib.contextmanager
def running(release: Release, home: Path, settings: str = "") -> Iterator[Server]:
    """Start the release with this (new) home folder; stop it at the end, whatever happened."""
    process = prepared(release, home, settings)
    try:
        process.start()
        yield process.server
    finally:
        process.stop()


def prepared(release: Release, home: Path, settings: str = "") -> Process:
    """The release with this (new) home folder, not started yet; `settings`: more lines for its neo4j.conf."""
    binary, library = java(release.java), jars(release)
    port, password = _free_port(), secrets.token_hex(16)  # no hyphen first: that would be an option
    configuration = home / "conf"
    configuration.mkdir(parents=True)
    (configuration / "neo4j.conf").write_text(_CONF.format(port=port) + settings, encoding="utf-8")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")},
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(configuration),
    }
    classes = ["-cp", f"{library}/*"]
    subprocess.run(
        [binary, *classes, f"-Dbasedir={home}", _ADMIN, "dbms", "set-initial-password", password],
        env=environment,
        check=True,
        capture_output=True,
        timeout=120,
    )
    command: list[str | Path] = [binary, "-Xmx1g", *classes, release.main, f"--home-dir={home}"]
    command.append(f"--config-dir={configuration}")
    return Process(command, environment, home, Server(f"bolt://127.0.0.1:{port}", "neo4j", password))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await_start(process: subprocess.Popen[bytes], log: Path, patience: float = 120) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        if "Started." in text:
            return
        if process.poll() is not None:
            raise Unavailable(f"Neo4j ended while it started: {text[-500:]}")
        time.sleep(0.2)
    raise Unavailable(f"Neo4j did not start within {patience:.0f} s")
