"""`armsgraph extract`: what articles say, as JSON Lines, without a store."""

from __future__ import annotations

import sys

import click

from graph import serial
from graph.cli.extractors import LANGUAGES, accounted, extractor_named
from graph.cli.options import extractor_option, llm_cache_option, strict_option, utf8_output
from graph.cli.progress import progress
from graph.cli.safe import escape_json
from graph.errors import ExtractorError
from graph.planning import not_looked_for, source_of
from graph.resolve.resolver import Resolver
from loaders import Skipped, load
from seeds.catalogue import entities


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL...")
@strict_option
@extractor_option
@llm_cache_option
def command(*, sources: tuple[str, ...], strict: bool, extractor: str, no_llm_cache: bool) -> None:
    """Print what the articles at PATH say as JSON Lines: each article, then its assertions.

    PATH is a file, a folder, an http(s) address, or "-" for standard input. Nothing is
    stored; `load` takes the lines back.

    \b
    Example:
      armsgraph extract articles/ > assertions.jsonl
    """
    chosen = extractor_named(extractor, llm_cache=not no_llm_cache)
    resolver = Resolver(entities())
    utf8_output()
    skipped = 0
    with accounted(chosen) as find, progress("articles") as report:
        for item in load(sources):
            if isinstance(item, Skipped):
                skipped += 1
                report.note(f"skipped {item}")
                continue
            source = source_of(item)
            if item.language not in LANGUAGES:
                report.note(f"{source}: {not_looked_for(item)}")
            lines = [serial.dumps(item)]
            try:
                lines += (serial.dumps(resolver.resolve(assertion)) for assertion in find.extract(item))
            except ExtractorError as error:
                skipped += 1
                report.note(f"skipped {source}: {error}")
                continue
            for line in lines:
                sys.stdout.write(escape_json(line) + "\n")
            sys.stdout.flush()  # an article at a time, whole, for whoever reads along
            report.step(source)
    if strict and skipped:
        sys.exit(1)
