"""The store on a Neo4j server, through the official driver."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Self, TypeVar

import neo4j
from neo4j import exceptions

from graph.errors import QueryRefused, StoreError, StoreUnavailable, TooLarge
from graph.store import bolt_memory, neo4j_schema, schema
from graph.store.batch import Batch
from graph.store.bolt_errors import credentials, first_line, out_of_memory, told
from graph.store.bolt_plans import unsized
from graph.store.bolt_values import unwrap
from graph.store.forget import forget
from graph.store.growing import Growing
from graph.store.named import Written
from graph.store.patience import patiently
from graph.store.prepared import Part, Prepared, part, prepare
from graph.store.protocol import Row
from graph.store.refusal import refuse_empty, refuse_other_than_reading
from graph.store.statements import Missing
from graph.store.values import parameters
from graph.store.writer import begin, write_batch

# The driver warns and retries by itself; what fails in the end is told by our errors.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_OLDEST = (5, 26)  # Neo4j's release with long-term support
_CONNECT = 10.0  # seconds
_TRIES = 3
_READING, _WRITING = 30.0, 600.0  # seconds that a server may be away

_Result = TypeVar("_Result")


class Neo4jStore:
    """A store on a server; see `graph.store.protocol.Store`."""

    engine = "neo4j"
    at_once = at_first = 0  # for who only reads
    at_most = 5_000  # each part takes a dozen statements

    def __init__(self, driver: neo4j.Driver, address: str, version: str, *, read_only: bool) -> None:
        self.location = address
        self.engine_version = version
        self._driver: neo4j.Driver | None = driver
        self._database = os.environ.get("NEO4J_DATABASE") or None
        self._read_only = read_only
        self._written = Written()
        self._patience = _CONNECT

    @classmethod
    def open(
        cls,
        address: str,
        *,
        create: bool,
        read_only: bool,
        unfinished: bool = False,
        patience: float | None = None,
    ) -> Self:
        """Connect; see `graph.store.open_store`.

        `patience`: seconds for which what fails for a passing reason, such as a server that is starting
        again, is tried (default: half a minute for who reads, ten minutes for who writes).
        """
        try:
            driver = neo4j.GraphDatabase.driver(
                address,
                auth=credentials(),
                notifications_min_severity="OFF",
                connection_timeout=_CONNECT,
                max_transaction_retry_time=0,  # we try again ourselves, and say so
            )
        except (exceptions.DriverError, ValueError) as error:
            raise StoreError(f"{address}: {first_line(error)}") from error
        try:
            with told(address):
                agent = _agent(driver, address)
            store = cls(driver, address, version_in(agent, address), read_only=read_only)
            store._prepare(create=create)
            if not read_only:
                store.at_once = store.at_first = bolt_memory.at_once(store._read)
            store._patience = patience or (_READING if read_only else _WRITING)
            if not unfinished:
                schema.refuse_unfinished(store._read, address)
        except BaseException:
            driver.close()
            raise
        return store

    def _prepare(self, *, create: bool) -> None:
        version = schema.found(self._read)
        if version is None and create:
            neo4j_schema.refuse_foreign(self._read, self.location)
        if create:
            neo4j_schema.refuse_others_schema(self._read, self.location)
        if version is None and create:
            schema.make(self._write)
        elif version is None:
            raise StoreError(f"{self.location}: there is no armsgraph graph here; `armsgraph load` makes one")
        else:
            schema.check(version, self.location)
        if create:  # after an import, or of an older release, it may lack an index
            neo4j_schema.complete(self._read, self._write)

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Read; see `Store.run`."""
        refuse_other_than_reading(query)
        return self._read(query, parameters)

    def stream(self, query: str, parameters: Mapping[str, object] | None = None) -> Iterator[Row]:
        """Read a row at a time; see `Store.stream`."""
        refuse_other_than_reading(query)
        with told(self.location), ExitStack() as opened:

            def begin() -> neo4j.Result:
                opened.close()  # of the last try
                session = opened.enter_context(self._session(neo4j.READ_ACCESS))
                result = session.run(query, _given(parameters))
                result.peek()
                return result

            result = self._patiently(begin, _is_away)
            names, number = result.keys(), 0
            try:
                for record in result:
                    yield {name: unwrap(record[name]) for name in names}
                    number += 1
            except (exceptions.DriverError, exceptions.Neo4jError) as error:
                if not _is_away(error):
                    raise
                # Asked again it might give other rows, or these in another order.
                raise StoreUnavailable(
                    f"{self.location}: the connection was lost after {number:,} rows, which are not all:"
                    f" ask again ({first_line(error)})"
                ) from error

    def run_write(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Write; see `Store.run_write`."""
        self._refuse_if_read_only()
        refuse_empty(query)
        self._written.forget()
        with told(self.location), self._session(neo4j.WRITE_ACCESS) as session:
            # Not retried: a person's own statement need not bear being run twice.
            return _rows(session.run(query, _given(parameters)))

    def part(self, batch: Batch) -> Part:
        """Do ahead what needs no server; see `Store.part`."""
        return part(batch)

    def prepare(self, batch: Batch, parts: Sequence[Part] = ()) -> Prepared:
        """Do ahead what needs no server; see `Store.prepare`."""
        return prepare(batch, parts)

    def write(self, batch: Batch | Prepared | Growing) -> None:
        """Write a batch; see `Store.write`."""
        self._refuse_if_read_only()
        given = batch if isinstance(batch, Growing) else prepare(batch)

        def work(tx: neo4j.ManagedTransaction) -> Prepared:
            begun, ready = None, given
            if isinstance(ready, Growing):
                begun = begin(_Transaction(tx), ready.parts(), self._written)
                ready = ready.whole()
            named = self._written.fresh(ready.named)
            named = begun.fresh(named) if begun else named
            write_batch(_Transaction(tx), ready, named, self._written, begun is not None)
            return ready

        try:
            ready = self._beside_others(work, whole=not isinstance(given, Growing) and given.is_one)
        except TooLarge:
            self.at_once = min(self.at_once, bolt_memory.less_than(given.weight))
            self.at_first = min(self.at_first, self.at_once)
            raise
        except (QueryRefused, Missing) as error:
            raise StoreError(f"{self.location}: nothing of the batch was written: {error}") from error
        self._written.keep(ready.named)

    def forget(self, articles: Sequence[str]) -> list[str]:
        """Remove articles; see `Store.forget`."""
        self._refuse_if_read_only()
        self._written.forget()
        return self._beside_others(lambda tx: forget(_Transaction(tx), articles))

    def close(self) -> None:
        """Close the connections."""
        driver, self._driver = self._driver, None
        if driver is not None:
            driver.close()

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

    def _session(self, access: str) -> neo4j.Session:
        if self._driver is None:
            raise StoreError(f"{self.location}: the store is closed")
        return self._driver.session(database=self._database, default_access_mode=access)

    def _read(self, query: str, given: Mapping[str, object] | None = None) -> list[Row]:
        def read() -> list[Row]:
            with self._session(neo4j.READ_ACCESS) as session:
                return session.execute_read(lambda tx: _Transaction(tx).run(query, given))

        with told(self.location):
            return self._patiently(read, _is_away)

    def _in_transaction(self, work: Callable[[neo4j.ManagedTransaction], _Result]) -> _Result:
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(work)

    def _beside_others(
        self, work: Callable[[neo4j.ManagedTransaction], _Result], *, whole: bool = True
    ) -> _Result:
        """Do it in one transaction; again where the server was away, or another writer got in the way.

        `whole`: it cannot be done in smaller ones, so it is also done again where memory was short.
        """
        failed = 0

        def alone(tx: neo4j.ManagedTransaction) -> _Result:
            schema.take_turn(_Transaction(tx).send)
            return work(tx)

        def passing(error: Exception) -> bool:
            nonlocal failed
            self._written.forget()
            failed += not _is_away(error)
            if not whole and out_of_memory(error):
                return False
            return failed < _TRIES and (_is_away(error) or _worth_another_try(error))

        with told(self.location):
            return self._patiently(lambda: self._in_transaction(alone), passing)

    def _patiently(self, work: Callable[[], _Result], passing: Callable[[Exception], bool]) -> _Result:
        return patiently(work, passing, self._patience, self.location)

    def _write(self, query: str, given: Mapping[str, object] | None = None) -> list[Row]:
        with told(self.location):
            return self._patiently(
                lambda: self._in_transaction(lambda tx: _Transaction(tx).run(query, given)), _is_away
            )


class _Transaction:
    """The statements of an open transaction."""

    def __init__(self, tx: neo4j.ManagedTransaction) -> None:
        self._tx = tx

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        return self.send(query, parameters)()

    def send(self, query: str, parameters: Mapping[str, object] | None = None) -> Callable[[], list[Row]]:
        query, given = unsized(query, _given(parameters))
        result = self._tx.run(query, given)
        return lambda: _rows(result)


def _given(values: Mapping[str, object] | None) -> dict[str, object]:
    return dict(parameters(values))


def _rows(result: neo4j.Result) -> list[Row]:
    names = result.keys()
    return [{name: unwrap(record[name]) for name in names} for record in result]


def _agent(driver: neo4j.Driver, address: str) -> str:
    """What the server says that it is."""
    try:
        return driver.get_server_info().agent
    except exceptions.ServiceUnavailable:
        if address.startswith("neo4j"):  # routing hides why there is no answer: the one server tells
            direct = "bolt" + address.removeprefix("neo4j")
            with neo4j.GraphDatabase.driver(
                direct, auth=credentials(), connection_timeout=_CONNECT, notifications_min_severity="OFF"
            ) as one:
                one.get_server_info()
        raise


def version_in(agent: str, address: str) -> str:
    """The version in what a server says of itself.

    Raises:
        StoreError: it is older than what the query texts were tried on.

    >>> version_in("Neo4j/5.26.30", "bolt://localhost:7687")
    '5.26.30'
    """
    version = agent.partition("/")[2] or agent
    numbers = re.match(r"(\d+)\.(\d+)", version)
    if numbers and (int(numbers[1]), int(numbers[2])) < _OLDEST:
        raise StoreError(
            f"{address}: Neo4j {version} is too old, {_OLDEST[0]}.{_OLDEST[1]} or newer is needed"
        )
    return version


def _is_away(error: Exception) -> bool:
    """Whether the server could not be reached, or was busy, or was lost so that nobody knows what it did."""
    if isinstance(error, exceptions.ForbiddenOnReadOnlyDatabase):  # the driver hopes for another server
        return False
    if out_of_memory(error):  # the driver thinks that the same transaction may fit later
        return False
    return isinstance(error, exceptions.IncompleteCommit) or (
        isinstance(error, exceptions.DriverError | exceptions.Neo4jError) and error.is_retryable()
    )


def _worth_another_try(error: Exception) -> bool:
    """Whether doing it again helps: another writer took away what it leads to, or leads to what it takes."""
    return isinstance(error, Missing | exceptions.ConstraintError) or (
        isinstance(error, exceptions.Neo4jError)
        and (out_of_memory(error) or error.code == "Neo.ClientError.Statement.EntityNotFound")
    )
