"""`armsgraph load`: articles into the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import partial
from typing import TypeVar

import click

from graph.cli import formats
from graph.cli.extractors import accounted, check_workers, extractor_named
from graph.cli.options import (
    exit_if_skipped,
    extractor_option,
    format_option,
    llm_cache_option,
    min_confidence_option,
    store_option,
    strict_option,
    workers_option,
)
from graph.cli.progress import progress
from graph.cli.stores import opened
from graph.cli.wording import count
from graph.extract.late import LateExtractor
from graph.extract.protocol import LANGUAGES, Extractor
from graph.pipeline import LoadEvent, load
from graph.resolve.publishers import PublisherResolver
from graph.resolve.resolver import Resolver
from seeds.catalogue import entities, publishers

_Value = TypeVar("_Value")
KINDS = ("new", "changed", "unchanged", "skipped")
COLUMNS = tuple(field.name for field in fields(LoadEvent))


@click.command()
@click.argument("sources", nargs=-1, metavar="PATH|URL...")
@strict_option
@click.option("--no-text", is_flag=True, help="Do not store the articles' text (quotes are stored).")
@click.option("--again", is_flag=True, help="Look for assertions also in articles that have not changed.")
@click.option(
    "--refresh",
    is_flag=True,
    help="Look again in articles that another version of the extractor has read; without PATH, in all that "
    "the graph has.",
)
@click.option("--quiet", "-q", is_flag=True, help="Name only what was skipped.")
@extractor_option
@llm_cache_option
@min_confidence_option
@workers_option
@store_option
@format_option
def command(
    *,
    sources: tuple[str, ...],
    strict: bool,
    no_text: bool,
    again: bool,
    refresh: bool,
    quiet: bool,
    extractor: str,
    no_llm_cache: bool,
    min_confidence: float,
    workers: int,
    store_location: str | None,
    form: str,
) -> None:
    """Read articles into the graph: files, folders, http(s) addresses, "-" for standard input.

    Says of each what became of it (new, changed, unchanged, or skipped and why). Loading
    an article twice changes nothing. What `extract` printed can be loaded, too, also from
    inside a folder.

    With --min-confidence less sure assertions are not stored. That alone does not make an
    article a changed one: to load it with another threshold, add --again.

    A file that has not changed since it was loaded is not read again. Where several files,
    or lines of one, have different texts of one article, the one that was published later
    counts, else the first.

    \b
    Example:
      armsgraph load articles/ https://news.example/a.html
      armsgraph load --strict --store my.store articles.jsonl.gz
    """
    if not sources and not refresh:
        raise click.UsageError("Missing argument 'PATH|URL...'.")
    done: Counter[str] = Counter()
    assertions = 0
    events: list[LoadEvent] = []
    make = partial(extractor_named, extractor, llm_cache=not no_llm_cache)
    # One that costs says so from the start.
    chosen: Extractor = make() if extractor == "llm" else LateExtractor(make)
    check_workers(chosen, workers)
    with (
        accounted(chosen) as find,
        opened(store_location, write=True, create=True) as store,
        progress("articles") as report,
    ):
        for event in load(
            sources,
            store,
            find,
            Resolver(_Late(entities)),
            publishers=PublisherResolver(_Late(publishers)),
            keep_text=not no_text,
            again=again,
            refresh=refresh,
            min_confidence=min_confidence,
            workers=workers,
            languages=LANGUAGES,
        ):
            done[event.kind] += 1
            assertions += event.assertions
            if form == "jsonl":
                formats.write_jsonl([event])
            elif form != "table":
                events.append(event)
            if event.kind == "skipped" or event.remark or not quiet:
                report.note(line(event))
            report.step(event.source)
    counts = {kind: done[kind] for kind in KINDS}
    if form == "json":
        formats.write_json({**counts, "assertions": assertions, "inputs": events})
    elif form == "csv":
        formats.write_csv(COLUMNS, (tuple(getattr(event, name) for name in COLUMNS) for event in events))
    elif form == "table":
        click.echo(
            ", ".join(f"{number:,} {kind}" for kind, number in counts.items())
            + f"; {count(assertions, 'assertion')} in these articles"
        )
    exit_if_skipped(done.total() - done["skipped"], done["skipped"], strict)


class _Late(Iterable[_Value]):
    """What is read when it is first looked at: articles that are known need no catalogue."""

    def __init__(self, make: Callable[[], Iterable[_Value]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[_Value]:
        return iter(self._make())


def line(event: LoadEvent) -> str:
    """What became of an input, on one line.

    >>> line(LoadEvent("skipped", "a.pdf", reason="no file format of articles"))
    'skipped a.pdf: no file format of articles'
    """
    what = event.reason or event.remark or count(event.assertions, "assertion")
    return f"{event.kind} {event.source}: {what}"
