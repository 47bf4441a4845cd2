"""The embedded store: ArcadeDB in this process, its database in one folder.

FOLDER/graph   the engine's database
FOLDER/log     the engine's log
FOLDER/lock    who has it open
FOLDER/unfinished.json    what is being made piece by piece; of who was killed, until the next opening
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.errors import QueryRefused, StoreError, StoreUnavailable
from graph.model.folder import DATABASE, SCHEMA, is_store
from graph.store import note, room, schema
from graph.store.batch import Batch
from graph.store.dialect import Asked, read
from graph.store.dialect.longer import too_long
from graph.store.encoded import assertion_texts
from graph.store.engine import Database, Engine, Result, caused_by, one_line
from graph.store.filling import Filling, encode
from graph.store.forget import forget
from graph.store.growing import Growing
from graph.store.lock import FolderLock
from graph.store.named import Named, Written
from graph.store.prepared import Part, Prepared, part, prepare
from graph.store.protocol import Row, Transaction
from graph.store.queries import sql, text
from graph.store.records import unwrap
from graph.store.refusal import as_written, refuse_empty, refuse_other_than_reading, why_refused
from graph.store.statements import Missing
from graph.store.values import parameters
from graph.store.writer import write_batch

_CYPHER, _SQL = "opencypher", "sqlscript"
_OWN = {text("supplies_again"): sql("supplies_again")}
_UNFINISHED, _LOG, _LOCK = "graph.new", "log", "lock"
_OURS = frozenset({DATABASE, _UNFINISHED, _LOG, _LOCK, note.NAME})
_PATIENCE = 2.0  # seconds to wait for another process that is about to finish


class EmbeddedStore:
    """A store in a folder; see `graph.store.protocol.Store`."""

    engine = "arcadedb"
    at_once = at_first = 32_000
    at_most = 1_000

    def __init__(
        self, path: Path, engine: Engine, database: Database, lock: FolderLock, *, read_only: bool
    ) -> None:
        self.location = str(path)
        self.engine_version = engine.version
        self._error = engine.error
        self._database: Database | None = database
        self._lock = lock
        self._read_only = read_only
        self._written = Written()
        self._filling = Filling(database, path, self._within)

    @classmethod
    def open(cls, path: Path, *, create: bool, read_only: bool, unfinished: bool = False) -> Self:
        """Open the store in this folder; see `graph.store.open_store`."""
        if create:
            _claim(path)
            room.refuse_without(path)
        elif not is_store(path):
            _refuse_other(path)
            raise StoreError(f"{path}: there is no store here; `armsgraph load` makes one")
        engine = Engine(_log_folder(path))
        if read_only and note.left(path):  # what a writer left who was killed takes a writer to clear up
            cls.open(path, create=False, read_only=False, unfinished=unfinished).close()
        lock = FolderLock.acquire(path, shared=read_only, patience=_PATIENCE)
        try:
            if create and not is_store(path):
                _make(path, engine)
            database, lock = _open(path, engine, lock, read_only=read_only)
        except BaseException:
            lock.release()
            raise
        store = cls(path, engine, database, lock, read_only=read_only)
        try:
            version = schema.found(store._query)
            if version is None:
                raise StoreError(f"{path}: the database in this folder is no armsgraph graph")
            schema.check(version, str(path))
            if not read_only:
                store._take_back()
            if create:  # of an older release it may lack an index
                schema.make(store._command)
            if not unfinished:
                schema.refuse_unfinished(store._query, str(path))
        except BaseException:
            store.close()
            raise
        return store

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Read; see `Store.run`."""
        asked = self._asked(query, parameters)
        with as_written(asked.written, asked.text, self._query):
            rows = self._query(asked.text, parameters)
        return [] if asked.explains else [asked.ordered(row) for row in rows]

    def stream(self, query: str, parameters: Mapping[str, object] | None = None) -> Iterator[Row]:
        """Read a row at a time; see `Store.stream`."""
        asked = self._asked(query, parameters)
        rows = self._streamed(asked.text, parameters)
        with as_written(asked.written, asked.text, self._query):
            if not asked.explains:
                yield from map(asked.ordered, rows)
            else:
                next(rows, None)  # whether it is right

    def run_write(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Write; see `Store.run_write`."""
        self._refuse_if_read_only()
        refuse_empty(query)
        self._forget()
        return self._command(read(query).text, parameters)

    def part(self, batch: Batch) -> Part:
        """Do ahead what needs no engine; see `Store.part`."""
        made = part(batch)
        return replace(made, texts=assertion_texts(made.assertions))

    def prepare(self, batch: Batch, parts: Sequence[Part] = ()) -> Prepared:
        """Do ahead what needs no engine; see `Store.prepare`."""
        ready = prepare(batch, parts)
        return replace(ready, encoded=encode(ready.fresh, parts))

    def write(self, batch: Batch | Prepared | Growing) -> None:
        """Write a batch; see `Store.write`."""
        self._refuse_if_read_only()
        room.refuse_without(Path(self.location))
        try:
            with self._filling.begun(batch) as ready:
                try:
                    self._write(ready, self._written.fresh(ready.named))
                except Missing:
                    self._forget()
                    self._write(ready, ready.named)
        except (self._error, Missing) as error:
            room.refuse_without(Path(self.location))
            raise StoreError(
                f"{self.location}: nothing of the batch was written: {one_line(error)}"
            ) from error
        self._written.keep(ready.named)

    def _forget(self) -> None:
        """Somebody may have changed what was written."""
        self._written.forget()
        self._filling.forget()

    def _write(self, ready: Prepared, named: Named) -> None:
        if self._filling.fits(ready):
            self._filling.write(ready, named)
        else:
            self._filling.take_back()
            self._within(lambda tx: write_batch(tx, ready, named, self._written))

    def _within(self, work: Callable[[Transaction], None]) -> None:
        # Conflicts are retried there, with a growing pause.
        self._open_database().run_in_transaction(lambda: work(_Transaction(self)))

    def _take_back(self) -> None:
        """Take back what a writer has made by halves who was killed."""
        try:
            self._filling.take_back()
        except self._error as error:
            raise StoreUnavailable(
                f"{self.location}: what an interrupted load left cannot be cleared up: {one_line(error)}"
            ) from error
        except (OSError, ValueError, TypeError) as error:
            raise StoreError(f"{self.location}: {note.NAME} cannot be read ({error})") from error

    def forget(self, articles: Sequence[str]) -> list[str]:
        """Remove articles; see `Store.forget`."""
        self._refuse_if_read_only()
        self._forget()
        found: list[str] = []
        try:
            self._within(lambda tx: found.__setitem__(slice(None), forget(tx, articles)))
        except self._error as error:
            raise StoreError(f"{self.location}: nothing was removed: {one_line(error)}") from error
        return found

    def close(self) -> None:
        """Close the database and let others in."""
        database, self._database = self._database, None
        if database is None:
            return
        try:
            database.close()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _refuse_if_read_only(self) -> None:
        if self._read_only:
            raise QueryRefused(f"{self.location} is open for reading only")

    def _open_database(self) -> Database:
        if self._database is None:
            raise StoreError(f"{self.location}: the store is closed")
        return self._database

    def _asked(self, query: str, given: Mapping[str, object] | None) -> Asked:
        """How a query is asked; what Neo4j refuses is refused."""
        refuse_other_than_reading(query)
        asked = read(query)
        for expression in asked.expressions:
            self._query(f"RETURN text.regexReplace('', {expression}, '') AS none", given)
        return asked

    def _query(self, query: str, given: Mapping[str, object] | None = None) -> list[Row]:
        database = self._open_database()
        try:
            return self._rows(database.query(_CYPHER, query, parameters(given)))
        except self._error as error:
            raise _refusal(error, query) from error

    def _streamed(self, query: str, given: Mapping[str, object] | None) -> Iterator[Row]:
        database = self._open_database()
        try:
            for row in database.query(_CYPHER, query, parameters(given)):
                yield unwrap(row.to_dict(), database)
        except self._error as error:
            raise _refusal(error, query) from error

    def _command(self, query: str, given: Mapping[str, object] | None = None) -> list[Row]:
        database = self._open_database()
        found: list[Row] = []

        def work() -> None:
            # Without a transaction around it the engine would make one for every record.
            found[:] = self.statement(query, given, _CYPHER)

        try:
            database.run_in_transaction(work)
            return found
        except self._error as error:
            raise _refusal(error, query) from error

    def statement(self, query: str, given: Mapping[str, object] | None, language: str) -> list[Row]:
        """One statement of an open transaction; the engine's errors pass, for the retry to see."""
        return self._rows(self._open_database().command(language, query, parameters(given)))

    def _rows(self, result: Result | None) -> list[Row]:
        return [] if result is None else [unwrap(row, self._open_database()) for row in result.to_list()]


class _Transaction:
    """The statements of an open transaction."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        own = _OWN.get(query)
        return self._store.statement(own or query, parameters, _SQL if own else _CYPHER)

    def send(self, query: str, parameters: Mapping[str, object] | None = None) -> Callable[[], list[Row]]:
        rows = self.run(query, parameters)
        return lambda: rows


def _claim(path: Path) -> None:
    """Make the folder, or see that it is empty or a store; leave everything else alone."""
    if not is_store(path):
        _refuse_other(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"{path}: cannot be made ({error.strerror})") from None


def _refuse_other(path: Path) -> None:
    """Refuse what is neither a store nor a place for one."""
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path}: is a file, a store is a folder")
    try:
        others = sorted(entry.name for entry in path.iterdir() if entry.name not in _OURS)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise StoreUnavailable(f"{path}: cannot be read ({error.strerror})") from None
    if others:
        raise StoreError(f"{path}: the folder is no store and has other files in it ({others[0]})")


def _make(path: Path, engine: Engine) -> None:
    """Make the database beside its place and move it there whole: a killed process leaves none by halves."""
    unfinished = path / _UNFINISHED
    if unfinished.exists():  # of a process that was killed: the lock says that none is at it
        shutil.rmtree(unfinished)
    try:
        database = engine.create(unfinished)
        try:
            schema.make(lambda query, given: _listed(database.command(_CYPHER, query, given)))
        finally:
            database.close()
        unfinished.rename(path / DATABASE)
    except engine.error as error:
        raise StoreUnavailable(f"{path}: cannot make the store: {one_line(error)}") from error
    except OSError as error:
        raise StoreError(f"{path}: cannot make the store: {error.strerror}") from None


def _listed(result: Result | None) -> list[Row]:
    return [] if result is None else result.to_list()


def _refuse_damaged(path: Path) -> None:
    """The engine takes a broken schema for an empty one, and would show a graph without its edges."""
    try:
        json.loads((path / DATABASE / SCHEMA).read_bytes())
    except ValueError:
        raise StoreError(
            f"{path}: the store is damaged ({DATABASE}/{SCHEMA} cannot be read);"
            " load the articles into a new one"
        ) from None
    except OSError as error:
        raise StoreUnavailable(f"{path}: cannot be read ({error.strerror})") from None


def _open(path: Path, engine: Engine, lock: FolderLock, *, read_only: bool) -> tuple[Database, FolderLock]:
    _refuse_damaged(path)
    try:
        return engine.open(path / DATABASE, read_only=read_only), lock
    except engine.error as error:
        if not (read_only and caused_by(error, "DatabaseMetadataException")):
            raise _unavailable(path, error) from error
    # A writer was killed: what its log holds is brought in first, which takes a writer.
    lock.release()
    lock = FolderLock.acquire(path, shared=False, patience=_PATIENCE)
    try:
        engine.open(path / DATABASE, read_only=False).close()
        lock.release()
        lock = FolderLock.acquire(path, shared=True, patience=_PATIENCE)
        return engine.open(path / DATABASE, read_only=True), lock
    except engine.error as error:
        lock.release()
        raise _unavailable(path, error) from error


def _unavailable(path: Path, error: Exception) -> StoreUnavailable:
    if "already in use" in str(error):
        return StoreUnavailable(f"{path}: this process has the store open already")
    if caused_by(error, "LockException"):
        return StoreUnavailable(f"{path}: another process has the store open; try again when it is done")
    return StoreUnavailable(f"{path}: cannot be opened, it may be damaged: {one_line(error)}")


def _refusal(error: Exception, query: str) -> QueryRefused:
    if caused_by(error, "QueryNotIdempotentException"):
        return QueryRefused(why_refused(query))
    message = one_line(error)
    return too_long(message) or QueryRefused(message)


def _log_folder(path: Path) -> Path:
    """Where the engine logs: in the store, or in a passing place where that cannot be written."""
    if os.access(path, os.W_OK) and room.can_log(path):
        return path / _LOG
    return Path(tempfile.gettempdir()) / f"armsgraph-log-{os.getpid()}"
