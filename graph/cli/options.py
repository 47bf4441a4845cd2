"""Options that several commands share."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from graph.cli.extractors import EXTRACTORS
from graph.cli.formats import FORMATS
from graph.model import MODALITIES, RELATIONS

_Function = TypeVar("_Function", bound=Callable[..., Any])
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class PartialDate(click.ParamType[str]):
    """A year, a month or a day: 2024, 2024-11, 2024-11-05."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as it was given."""
        match = _PARTIAL_DATE.fullmatch(str(value))
        try:
            if match is None:
                raise ValueError
            date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2024, 2024-11 or 2024-11-05.", param, ctx)
        return str(value)


class Share(click.ParamType[float]):
    """A number from 0 to 1."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number."""
        try:
            number = float(value)
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:  # nor is "nan" one
            self.fail(f"{value!r} is not a number from 0 to 1.", param, ctx)
        return number


def store_option(function: _Function) -> _Function:
    """Add `--store`."""

    def named(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        if value is not None and not value.strip():  # --store "$UNSET" must not mean another store
            raise click.BadParameter("names no store.", ctx, param)
        return value

    return click.option(
        "--store",
        "store_location",
        callback=named,
        metavar="PATH|bolt://...",
        help="The graph: a folder (embedded engine) or the address of a Neo4j. "
        "Else $ARMSGRAPH_STORE, else $NEO4J_URI, else the user's data folder.",
    )(function)


def format_option(function: _Function) -> _Function:
    """Add `--format`."""

    def chosen(ctx: click.Context, param: click.Parameter, value: str) -> str:
        if value != "table":
            utf8_output()
        return value

    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="table",
        callback=chosen,
        help="table for people (default), the others for programs.",
    )(function)


def relations_option(function: _Function) -> _Function:
    """Add `--relation`, which may stand several times."""
    return click.option(
        "--relation",
        "relations",
        multiple=True,
        type=click.Choice(RELATIONS),
        help="Only these. Repeatable.",
    )(function)


def lang_option(function: _Function) -> _Function:
    """Add `--lang`, of the explorer's page."""
    return click.option(
        "--lang",
        type=click.Choice(("en", "de")),  # graph.export.html.texts, which is slow to load, has the words
        help="Language of the page's own words.  [default: the browser's]",
    )(function)


def since_option(function: _Function) -> _Function:
    """Add `--since`."""
    return click.option(
        "--since",
        type=PartialDate(),
        help="Only what happened on or after this date (2024, 2024-11 or 2024-11-05), as articles state it; "
        "where one states none, its date of publication counts.",
    )(function)


def until_option(function: _Function) -> _Function:
    """Add `--until`."""
    return click.option(
        "--until", type=PartialDate(), help="Only what happened on or before this date, told the same way."
    )(function)


def modality_option(function: _Function) -> _Function:
    """Add `--modality`."""
    return click.option("--modality", type=click.Choice(MODALITIES), help="Only claims with this modality.")(
        function
    )


def min_origins_option(function: _Function) -> _Function:
    """Add `--min-origins`."""
    return click.option(
        "--min-origins",
        type=click.IntRange(min=1),
        default=1,
        metavar="N",
        help="Only claims with at least N independent origins.",
    )(function)


def limit_option(
    of: str, in_tables: int, *, told: str = "how many more there are"
) -> Callable[[_Function], _Function]:
    """Add `--limit`: so many of what `of` names; without it all but in tables."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        metavar="N",
        help=f"Only the N {of}; {told} is said.  [default: {in_tables} in a table, else all]",
    )


def check_period(since: str | None, until: str | None) -> None:
    """Refuse a period that ends before it begins.

    Raises:
        click.UsageError: it does.
    """
    if since and until:
        known = min(len(since), len(until))  # 2024-11 begins in 2024
        if since[:known] > until[:known]:
            raise click.UsageError(f"--since {since} lies after --until {until}")


def strict_option(function: _Function) -> _Function:
    """Add `--strict`."""
    help_text = "Exit with status 1 if an input was skipped (without it only if all were)."
    return click.option("--strict", is_flag=True, help=help_text)(function)


def exit_if_skipped(read: int, skipped: int, strict: bool) -> None:
    """Leave with status 1 where nothing could be read, and with `--strict` where anything could not.

    Args:
        read: number of inputs that were read.
        skipped: number of those that were not.
        strict: whether `--strict` was given.
    """
    if skipped and (strict or not read):
        sys.exit(1)


def extractor_option(function: _Function) -> _Function:
    """Add `--extractor`."""
    return click.option(
        "--extractor",
        type=click.Choice(EXTRACTORS),
        default=EXTRACTORS[0],
        show_default=True,
        help="What finds the assertions.",
    )(function)


def llm_cache_option(function: _Function) -> _Function:
    """Add `--no-llm-cache`."""
    return click.option(
        "--no-llm-cache",
        is_flag=True,
        help="With --extractor llm: ask the model anew, and keep nothing of what it answers.",
    )(function)


def min_confidence_option(function: _Function) -> _Function:
    """Add `--min-confidence`."""
    return click.option(
        "--min-confidence",
        type=Share(),
        default=0.0,
        show_default=True,
        metavar="X",
        help="Leave out assertions with a confidence below X (0 to 1).",
    )(function)


def workers_option(function: _Function) -> _Function:
    """Add `--workers`; the command gets the number of processes."""

    def counted(ctx: click.Context, param: click.Parameter, value: int) -> int:
        from graph.workers import cores  # noqa: PLC0415 - multiprocessing only where it is used

        return value or cores()

    return click.option(
        "--workers",
        type=click.IntRange(min=0),
        default=1,
        show_default=True,
        metavar="N",
        callback=counted,
        help="Processes that look for assertions; 0: one for each processor core.",
    )(function)


def utf8_output() -> None:
    """Make stdout UTF-8 with plain line ends on every system: what is printed is for programs."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
