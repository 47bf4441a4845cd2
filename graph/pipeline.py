"""From inputs to the graph: reads articles, finds what they say, and stores it, a batch at a time.

What has been said of an input (new, changed, unchanged, skipped) stands in the store, whatever
happens next: events are given only after the store has acknowledged their batch.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import BinaryIO, cast

from graph.errors import ExtractorUnavailable, StoreError, StoreUnavailable
from graph.extract.protocol import LANGUAGES, Extractor
from graph.extracted import Extracted
from graph.inputs import Inputs, in_groups
from graph.model import Article
from graph.planning import LoadEvent, Planned, Planner, source_of
from graph.query.known import known, outdated
from graph.ready import Coming, NoBatch, Ready
from graph.resolve.publishers import PublisherResolver
from graph.resolve.resolver import Resolver
from graph.store.growing import Growing
from graph.store.protocol import Store
from graph.versions import Input, Versions
from graph.workers import Workers
from graph.writing import written
from loaders import Skipped
from seeds import catalogue

__all__ = ["LoadEvent", "load"]

_CHARACTERS = 4_000_000  # of text in one batch
_TURN = 0.0005  # seconds that a thread has Python to itself, at least
_SECONDS = 2.0  # after which a batch is written, full or not: what is waiting is lost if we are killed


def load(
    sources: Iterable[str] | str,
    store: Store,
    extractor: Extractor | None = None,
    resolver: Resolver | None = None,
    *,
    publishers: PublisherResolver | None = None,
    keep_text: bool = True,
    again: bool = False,
    refresh: bool = False,
    min_confidence: float = 0.0,
    workers: int = 1,
    batch_size: int = 50,
    languages: Collection[str] = LANGUAGES,
    stdin: BinaryIO | None = None,
) -> Iterator[LoadEvent]:
    """Load files, folders, addresses and standard input ("-") into the store.

    A file that `extract` made is recognised, also inside a folder, and its assertions are
    stored as they are. Everything else is read by the loaders, but for files that have not changed since
    the store took an article from them. An article that the store has with the same
    text is left alone; one whose text has changed replaces what the store has of it, unless another file
    of this load has the text that counts, see `graph.versions`.

    Args:
        sources: what `loaders.load` takes, one or several; files among them (or "-") that `extract` made.
        store: open for writing.
        extractor: finds the assertions (default: the rules).
        resolver: gives entities their ids (default: those in `seeds/`).
        publishers: gives publishers their ids and reliability (default: those in `seeds/`).
        keep_text: store the articles' text.
        again: look for assertions also in articles that are known and have not changed.
        refresh: look again in known articles that another extractor, or another version of it, has
            read; without any source, in all of them that the store has.
        min_confidence: leave out assertions that are less sure. An article that has not changed
            is left alone, whatever threshold it was loaded with, unless `again`.
        workers: processes that look for assertions; 1 is this one, more need an extractor that can
            be pickled.
        batch_size: articles that are read in one transaction, at most.
        languages: those in which the extractor looks for assertions.
        stdin: what "-" reads (default: the standard input).

    Raises:
        StoreError: the store cannot be written; what was given before is kept.
        ExtractorUnavailable: the extractor cannot go on; what was given before is kept.

    Example:
        for event in load("news/", store):
            print(event.kind, event.source, event.assertions)
    """
    if isinstance(sources, str):
        sources = [sources]
    if extractor is None:
        from graph.extract.rules import RulesExtractor  # noqa: PLC0415 - loads the language data

        extractor = RulesExtractor()
    resolver = resolver or Resolver(catalogue.entities())
    if stdin is not None and not hasattr(stdin, "peek"):
        stdin = io.BufferedReader(cast(io.RawIOBase, stdin))
    publishers = publishers or PublisherResolver(catalogue.publishers())
    with Workers(extractor, workers) as find, _short_turns():
        planner = Planner(
            store, find, resolver, publishers, keep_text, again, languages, min_confidence, refresh
        )
        named, versions = list(sources), Versions()
        if refresh and not named:
            inputs: Iterator[Input | Coming | Ready] = _outdated(planner)
        else:
            inputs = Inputs(planner, stdin, known=not (again or refresh)).of(named)
        for batch in _batches(inputs, batch_size):
            if isinstance(batch, Coming):
                yield from _as_it_comes(batch, planner, find, versions)
            elif isinstance(batch, Ready):
                yield from _at_once(batch, planner, find, versions)
            else:
                yield from _done(batch, planner, find, versions)


@contextmanager
def _short_turns() -> Iterator[None]:
    """Lets who writes have its turn soon, while who reads ahead is at work."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)


def _outdated(planner: Planner) -> Iterator[Input]:
    """The store's articles that the extractor has not read, with the texts that are stored."""
    for article in outdated(planner.store, planner.reader, planner.languages):
        if article.text:
            yield article
        else:
            yield Skipped(source_of(article), "its text is not stored: load it from where it came")


def _batches(inputs: Iterable[Input | Coming | Ready], size: int) -> Iterator[list[Input] | Coming | Ready]:
    """The inputs by `size` or less: no more text at once, nor longer waiting, than a batch should have."""
    for is_ready, run in groupby(inputs, lambda one: isinstance(one, Coming | Ready)):
        if is_ready:
            yield from cast(Iterator[Coming | Ready], run)
        else:
            yield from in_groups(cast(Iterator[Input], run), lambda one: _share(one, size), 1)


def _share(one: Input, size: int) -> float:
    """How much of a batch this is."""
    characters = len(one.text) if isinstance(one, Article) else 0
    return max(1 / size, characters / _CHARACTERS)


def _as_it_comes(batch: Coming, planner: Planner, find: Workers, versions: Versions) -> Iterator[LoadEvent]:
    """Write what is still being read, if the store knows nothing of it."""
    try:
        planner.store.write(Growing(batch.new()))
    except StoreUnavailable:
        raise
    except (NoBatch, StoreError):  # also where an article is not new: each is compared, then
        yield from _at_once(batch.whole(), planner, find, versions)
    else:
        versions.met(batch.whole().inputs)
        yield from (plan.event for plan in batch.whole().plans)


def _at_once(batch: Ready, planner: Planner, find: Workers, versions: Versions) -> Iterator[LoadEvent]:
    """Write what is ready, if the store knows nothing of it."""
    if batch.prepared is None or known(planner.store, filter(None, map(_article_id, batch.inputs))):
        yield from _done(batch.inputs, planner, find, versions)
    else:
        versions.met(batch.inputs)
        yield from written(batch.plans, planner, batch.prepared)


def _done(
    inputs: Sequence[Input], planner: Planner, find: Workers, versions: Versions
) -> Iterator[LoadEvent]:
    """What became of the inputs, in their order, after it has been written."""
    before = known(planner.store, filter(None, map(_article_id, inputs)))
    inputs = versions.chosen(inputs, before)
    plans: list[Planned] = []
    planned: set[str | None] = set()  # articles that `plans` will write
    begun = time.monotonic()
    for one in find.ahead(inputs, lambda one: planner.wanted(one, before.get(_article_id(one) or ""))):
        article = _article_id(one)
        twice = article in planned
        if plans and (twice or time.monotonic() - begun >= _SECONDS):
            yield from written(plans, planner)
            plans, begun = [], time.monotonic()
            planned.clear()
        if twice and article:  # the second is compared with the first
            before.update(known(planner.store, [article]))
        try:
            plan = planner.plan(one, before.get(article or ""))
        except ExtractorUnavailable:  # what was found before it, and perhaps paid for, is kept
            yield from written(plans, planner)
            raise
        plans.append(plan)
        if plan.write is not None:
            planned.add(article)
    yield from written(plans, planner)


def _article_id(one: Input) -> str | None:
    if isinstance(one, Article):
        return one.id
    return one.article.id if isinstance(one, Extracted) else None
