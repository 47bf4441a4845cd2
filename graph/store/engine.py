"""The embedded engine's driver, which has no types: the part that the store uses, typed.

Nothing but this module and `graph.store.batches` imports `arcadedb`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol, cast

_LONGEST = 10_000  # characters of a statement that the driver may remember


class Result(Protocol):
    """The rows of a statement."""

    def to_list(self) -> list[dict[str, Any]]:
        """Return all rows."""
        ...

    def __iter__(self) -> Iterator[Any]:
        """Give one row after the other."""
        ...


class Database(Protocol):
    """An open database."""

    def query(self, language: str, command: str, parameters: Mapping[str, object], /) -> Result:
        """Read."""
        ...

    def command(self, language: str, command: str, parameters: Mapping[str, object], /) -> Result | None:
        """Write, inside the open transaction or one of its own."""
        ...

    def run_in_transaction(self, fn: Callable[[], None]) -> None:
        """Run `fn` in a transaction, again after a conflict."""
        ...

    def is_transaction_active(self) -> bool:
        """Whether one is open."""
        ...

    def rollback(self) -> None:
        """Undo the open one."""
        ...

    def graph_batch(self, *, use_wal: bool, wal_flush: str, commit_every: int) -> Any:
        """Begin to use the batch interface, outside any transaction; see `graph.store.batches`."""
        ...

    def set_wal_flush(self, mode: str) -> None:
        """Choose when the log reaches the disk."""
        ...

    def lookup_by_rid(self, rid: str) -> Any:
        """Return the record with this id of the engine's own."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class Engine:
    """The driver, loaded with its log in `log` instead of on the terminal."""

    def __init__(self, log: Path) -> None:
        # Read by the driver when it is imported and when it first logs.
        os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
        os.environ.setdefault("ARCADEDB_LOG_DIR", str(log))
        import arcadedb  # type: ignore[import-untyped]  # noqa: PLC0415

        _forget_long_texts(arcadedb)
        self._driver: Any = arcadedb
        self.error: type[Exception] = arcadedb.ArcadeDBError
        self.version: str = str(arcadedb.ENGINE_VERSION)

    def create(self, path: Path) -> Database:
        """Make a database where there is none."""
        return self._durable(self._driver.create_database(str(path)))

    def open(self, path: Path, *, read_only: bool) -> Database:
        """Open a database."""
        database = self._driver.open_database(str(path), read_only=read_only)
        return cast(Database, database) if read_only else self._durable(database)

    def _durable(self, database: Any) -> Database:
        # The engine's default log leaves a commit in the page cache, where a power cut takes it.
        database.set_wal_flush("yes_nometadata")
        return cast(Database, database)


class _ShortTexts(dict[str, bytes]):
    """What the driver remembers of texts that it has encoded: names and statements, not their parameters."""

    def __setitem__(self, text: str, encoded: bytes) -> None:
        if len(text) <= _LONGEST:
            super().__setitem__(text, encoded)


def _forget_long_texts(driver: Any) -> None:
    # Else it keeps the parameters of the first 4096 statements, megabytes each, until the process ends.
    library: Any = getattr(getattr(driver, "_native", None), "lib", None)
    if isinstance(getattr(library, "_bytes_cache", None), dict):
        library._bytes_cache = _ShortTexts()


def one_line(error: BaseException) -> str:
    """The engine's message without its class names and the lines after the first.

    >>> one_line(ValueError("Query failed: com.arcadedb.exception.CommandParsingException: Syntax error"))
    'Syntax error'
    """
    chain = getattr(error, "java_chain", None) or ()
    told = [str(entry[1]) for entry in chain if entry[1] not in (None, "", "None")]
    if len(told) > 1 and told[0].startswith("Error executing "):  # the query itself, and then what it is
        told = told[-1:]
    text = told[0] if told else str(error)
    first = text.strip().partition("\n")[0]
    while True:
        head, separator, rest = first.partition(": ")
        known = head.endswith((" failed", " failed to open database")) or head.startswith(
            ("com.arcadedb.", "java.", "Failed to ")
        )
        known = known or (head.isidentifier() and head[0].isupper() and not head.isupper())  # a class
        if not (separator and known):
            return first
        first = rest


def caused_by(error: BaseException, name: str) -> bool:
    """Whether an exception of that (unqualified) Java class is among the causes."""
    chain = getattr(error, "java_chain", None) or ()
    return any(str(entry[0]).endswith("." + name) for entry in chain) or f".{name}" in str(error)
