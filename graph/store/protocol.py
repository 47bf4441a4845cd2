"""What every store can do; graph.query, graph.resolve and graph.cli know no engine beyond this."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Protocol, Self

from graph.store.batch import Batch
from graph.store.growing import Growing
from graph.store.prepared import Part, Prepared
from graph.store.values import Row, Value

__all__ = ["Row", "Store", "Transaction", "Value"]


class Transaction(Protocol):
    """An open transaction: what it wrote, its later statements see."""

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Run one statement and return all its rows."""
        ...

    def send(self, query: str, parameters: Mapping[str, object] | None = None) -> Callable[[], list[Row]]:
        """Begin to run one statement; what is returned gives all its rows.

        A server is at work on it while the next one is being made. What is wrong with it may be raised
        by the next one.
        """
        ...


class Store(Protocol):
    """A graph store. Not to be shared between threads.

    Attributes:
        engine: "arcadedb" or "neo4j".
        engine_version: as the engine says it, "26.10.2" or "5.26.30".
        location: where it is, without credentials: a folder or an address.
        at_once: articles and assertions in the largest batch that is faster than smaller ones, and that
            the engine has the memory for; `python -m benchmarks.load --batch` measured it. Fewer after a
            batch that was too large.
        at_first: the same of the first batch of a load, for which an engine waits that can do nothing
            before it is whole.
        at_most: the same of the largest part of a batch that is written while it is read.

    Example:
        with open_store("my.store") as store:
            store.run("MATCH (a:Actor {id: $id}) RETURN a.name AS name", {"id": "russia"})
    """

    @property
    def engine(self) -> str:
        """Which engine: arcadedb or neo4j."""
        ...

    @property
    def engine_version(self) -> str:
        """Its version."""
        ...

    @property
    def at_once(self) -> int:
        """Articles and assertions in the largest batch that is faster than smaller ones, and fits."""
        ...

    @property
    def at_first(self) -> int:
        """The same of the first batch."""
        ...

    @property
    def at_most(self) -> int:
        """The same of the largest part of a batch that is written while it is read."""
        ...

    @property
    def location(self) -> str:
        """Where it is, without credentials."""
        ...

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Read: all rows of one Cypher query.

        Parameters are None, bool, int, float, str, lists and mappings of them; dates
        and times are handed on as ISO strings (wrap them: `date($d)`).

        Raises:
            QueryRefused: the query is not valid, lacks a parameter, writes, or reads files.
            StoreUnavailable: the connection is lost.
        """
        ...

    def stream(self, query: str, parameters: Mapping[str, object] | None = None) -> Iterator[Row]:
        """Read as with `run`, but a row at a time, so that any number of them fits into memory.

        Raises:
            QueryRefused, StoreUnavailable: as `run`, when the first row is asked for or later.
        """
        ...

    def run_write(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """The same as `run`, with writing allowed; one transaction.

        Raises:
            QueryRefused: the query is not valid, or the store was opened for reading only.
            StoreUnavailable: the connection is lost.
        """
        ...

    def part(self, batch: Batch) -> Part:
        """All of writing some articles of a larger batch that can be done before the rest of it is known.

        Another thread may do so.
        """
        ...

    def prepare(self, batch: Batch, parts: Sequence[Part] = ()) -> Prepared:
        """All of writing a batch that can be done ahead; another thread may do so.

        `parts` are all of its articles, if they have been prepared already.

        Raises:
            StoreError: the batch cannot be written whole.
        """
        ...

    def write(self, batch: Batch | Prepared | Growing) -> None:
        """Write a batch, or one prepared ahead, in one atomic transaction, retried on transient errors.

        One that is still growing is written as far as it is there while the rest of it is waited for;
        what the waiting raises is raised, and nothing is written then.
        Writing the same batch again changes nothing but `loaded_at`. What is derived
        (counts of claims, SUPPLIES) is brought up to date in the same transaction.

        Raises:
            TooLarge: the engine has too little memory for it, and may have enough for a smaller one.
            StoreError: nothing of the batch was written.
        """
        ...

    def forget(self, articles: Sequence[str]) -> list[str]:
        """Remove articles (ids) with all that is there because of them, in one atomic transaction.

        Gives the ids of those that were there. Assertions, claims that nobody else states, and
        publishers, entities and names that nothing else names go with them; what others state as
        well is counted anew.

        Raises:
            StoreError: nothing was removed.
        """
        ...

    def close(self) -> None:
        """Let go of the engine; closing twice is harmless."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...
