"""`armsgraph extract`: what articles say, as JSON Lines, without a store."""

from __future__ import annotations

import sys

import click

from graph import serial
from graph.cli.extractors import accounted, check_workers, extractor_named
from graph.cli.options import (
    exit_if_skipped,
    extractor_option,
    llm_cache_option,
    min_confidence_option,
    strict_option,
    utf8_output,
    workers_option,
)
from graph.cli.progress import Progress, progress
from graph.cli.safe import escape_json
from graph.errors import ExtractorError
from graph.extract.protocol import LANGUAGES
from graph.model import Article
from graph.planning import not_looked_for, source_of
from graph.resolve.resolver import Resolver
from graph.workers import Workers
from loaders import Skipped, load
from seeds.catalogue import entities


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL...")
@strict_option
@extractor_option
@llm_cache_option
@min_confidence_option
@workers_option
@click.option("--explain", is_flag=True, help="Say for every sentence what each stage made of it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "jsonl")),
    help="With --explain: text for people (default), or an object a line for programs.",
)
@click.option("--verbose", "-v", is_flag=True, help="With --explain: the words with class and lemma, too.")
def command(
    *,
    sources: tuple[str, ...],
    strict: bool,
    extractor: str,
    no_llm_cache: bool,
    min_confidence: float,
    workers: int,
    explain: bool,
    form: str | None,
    verbose: bool,
) -> None:
    """Print what the articles at PATH say as JSON Lines: each article, then its assertions.

    PATH is a file, a folder, an http(s) address, or "-" for standard input. Nothing is
    stored; `load` takes the lines back.

    \b
    Example:
      armsgraph extract articles/ > assertions.jsonl
      echo "Iran hat Russland 40 Drohnen geliefert." | armsgraph extract --explain -
    """
    if not explain and (form or verbose):
        raise click.UsageError(f"{'--format' if form else '--verbose'} needs --explain")
    if explain and (extractor == "llm" or workers > 1):
        raise click.UsageError("--explain looks into the extractors rules and model, in one process")
    chosen = extractor_named(extractor, llm_cache=not no_llm_cache)
    check_workers(chosen, workers)
    with progress("articles") as report:
        if explain:
            from graph.cli.explained import print_explained  # noqa: PLC0415 - only where it is asked for

            read, skipped = print_explained(sources, chosen, report, min_confidence, form or "text", verbose)
        else:
            utf8_output()
            with accounted(chosen) as paid, Workers(paid, workers) as find:
                read, skipped = _print_lines(sources, report, find, min_confidence)
    exit_if_skipped(read, skipped, strict)


def _print_lines(
    sources: tuple[str, ...], report: Progress, find: Workers, min_confidence: float
) -> tuple[int, int]:
    """Print the lines of all articles; give how many inputs were read, and how many skipped."""
    resolver = Resolver(entities())
    read = skipped = 0
    for item in find.ahead(load(sources), _readable):
        if isinstance(item, Skipped):
            skipped += 1
            report.note(f"skipped {item}")
            continue
        source = source_of(item)
        if not _readable(item):
            report.note(f"{source}: {not_looked_for(item)}")
        lines = [serial.dumps(item)]
        try:
            found = find.extract(item) if _readable(item) else ()
            sure = (assertion for assertion in found if assertion.confidence >= min_confidence)
            lines += (serial.dumps(resolver.resolve(assertion)) for assertion in sure)
        except ExtractorError as error:
            skipped += 1
            report.note(f"skipped {source}: {error}")
            continue
        for line in lines:
            sys.stdout.write(escape_json(line) + "\n")
        sys.stdout.flush()  # an article at a time, whole, for whoever reads along
        read += 1
        report.step(source)
    return read, skipped


def _readable(item: Article | Skipped) -> Article | None:
    """The article in which assertions are looked for; None where they are not."""
    return item if isinstance(item, Article) and item.language in LANGUAGES else None
