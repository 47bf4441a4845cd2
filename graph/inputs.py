"""The inputs of a load in their order: what is read, what `extract` made, and what need not be read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby, islice
from typing import BinaryIO, TypeVar, cast

from graph import extracted
from graph.ahead import ahead
from graph.extracted import Extracted, Refused
from graph.model import Article
from graph.planning import Planner
from graph.query.known import known_files
from graph.ready import Coming, Ready, ReadyPart, ready, ready_part
from graph.versions import Input
from loaders import Skipped, Source, expand
from loaders import load as read_articles
from loaders.fingerprint import fingerprint

_PART = 1_000  # assertions of the first batch of what `extract` made that can be begun to be written
_AHEAD = 2  # batches that are read before they are asked for, at most
_FILES = 200  # that the store is asked for at once
_SECONDS = 2.0  # that a group waits to be full: what is waiting is lost if we are killed
_FIRST_SECONDS = 5.0  # the same of the first batch, which is being written meanwhile
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Reads the inputs of a load.

    Attributes:
        planner: says what comes of what `extract` made; its store knows files that have not changed, its
            resolver gives assertions their ids.
        stdin: what "-" reads (default: the standard input).
        known: leave files that the store has, and that have not changed, unread.
    """

    planner: Planner
    stdin: BinaryIO | None
    known: bool = True

    def of(self, sources: Iterable[str]) -> Iterator[Input | Coming | Ready]:
        """The inputs of all sources; what the loaders read in a row, in one call."""
        for so, run in groupby(expand(sources), self._made_by_extract):
            if so:
                names = [one.name for one in run if isinstance(one, Source)]
                made = ahead(self._ready(names), _AHEAD)
                yield Coming(made)
                yield from cast(Iterator[Ready], made)  # what is left of it
            else:
                while some := list(islice(run, _FILES)):
                    yield from self._articles(some)

    def _made_by_extract(self, source: Source | Skipped) -> bool:
        return isinstance(source, Source) and extracted.is_extracted(source.name, self.stdin)

    def _extracted(self, names: Iterable[str]) -> Iterator[Extracted | Refused]:
        """What `extract` made, with the entities' ids."""
        resolve = self.planner.resolver.resolve
        for one in chain.from_iterable(extracted.read(name, self.stdin) for name in names):
            if isinstance(one, Extracted):
                yield Extracted(one.article, tuple(map(resolve, one.assertions)))
            else:
                yield one

    def _ready(self, names: Iterable[str]) -> Iterator[ReadyPart | Ready]:
        """The same in batches, with all that can be done for them before the store is asked.

        The first batch, for which the store would have to wait, comes in parts before it comes as a whole.
        """
        inputs, store = self._extracted(names), self.planner.store
        parts: list[ReadyPart] = []
        met: set[str] = set()
        number, full, size, begun = 0, 0, _PART, time.monotonic()
        while group := next(in_groups(inputs, _weight, size), None):
            size = min(2 * size, store.at_most)
            parts.append(one := ready_part(group, self.planner))
            number += len(one.articles)
            met.update(one.articles)
            if len(met) == number:  # else an article stands there twice, and that is no batch
                yield one
            full += sum(map(_weight, group))
            if full >= store.at_first or time.monotonic() - begun >= _FIRST_SECONDS:
                break
        yield ready(parts, self.planner)
        # Asked each time: a store that runs out of memory takes fewer from then on.
        while group := next(in_groups(inputs, _weight, store.at_once), None):
            yield ready([ready_part(group, self.planner)], self.planner)

    def _articles(self, sources: Iterable[Source | Skipped]) -> Iterator[Input]:
        """What the loaders make of these; a file that the store has as it is, is not read."""
        hashes: dict[str, str] = {}
        for source in sources:
            if isinstance(source, Source) and source.kind == "file":
                found = fingerprint(source.name)
                if found is not None:
                    hashes[source.name] = found
        before = known_files(self.planner.store, hashes) if self.known and hashes else {}
        for source in sources:
            name = source.name if isinstance(source, Source) else None
            if name in before:
                yield before[name]
            elif name in hashes:
                yield from _noted(read_articles([source], stdin=self.stdin), hashes[name])
            else:
                yield from read_articles([source], stdin=self.stdin)


def _noted(items: Iterator[Article | Skipped], file_hash: str) -> Iterator[Article | Skipped]:
    """The same; an article that is all there is in its file has the file's hash."""
    first, second = next(items, None), next(items, None)
    if isinstance(first, Article) and second is None:
        yield replace(first, file_hash=file_hash)
        return
    yield from (one for one in (first, second) if one is not None)
    yield from items


def _weight(one: Extracted | Refused) -> int:
    return 1 + len(one.assertions) if isinstance(one, Extracted) else 1


def in_groups(
    values: Iterable[_Value], weight: Callable[[_Value], float], limit: float
) -> Iterator[list[_Value]]:
    """The same values, together until they weigh `limit`, or until the first has waited two seconds.

    >>> list(in_groups([3, 1, 2, 5], float, 4))
    [[3, 1], [2, 5]]
    """
    group: list[_Value] = []
    full, begun = 0.0, time.monotonic()
    for one in values:
        group.append(one)
        full += weight(one)
        if full >= limit or time.monotonic() - begun >= _SECONDS:
            yield group
            group, full, begun = [], 0.0, time.monotonic()
    if group:
        yield group
