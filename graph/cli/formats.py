"""Rows for programs: json (one document), jsonl (an object a line), csv."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import click

from graph.cli.safe import escape_json
from graph.export.csv import COLUMNS as CLAIM_COLUMNS
from graph.export.csv import Cell, claim_cells, write_table
from graph.model import ROLES
from graph.query.rows import ClaimRow, EvidenceRow

FORMATS = ("table", "json", "jsonl", "csv")
_NO_JSON = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}  # numbers of Cypher, and none of JSON
_ENTITIES = (*ROLES, "speaker")
EVIDENCE_COLUMNS = tuple(
    name
    for field in fields(EvidenceRow)
    for name in ((f"{field.name}_id", field.name) if field.name in _ENTITIES else (field.name,))
)


def plain(value: Any) -> Any:
    """The value in JSON's own types; a claim's modalities become a mapping.

    >>> from graph.model import EntityRef
    >>> plain((EntityRef("iran", "Iran", "state"), 2))
    [{'id': 'iran', 'name': 'Iran', 'kind': 'state'}, 2]
    >>> plain([12.0, float("nan")])
    [12, 'NaN']
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _field(field.name, getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return _NO_JSON[str(value)]
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)  # 120 rather than 120.0: quantities are mostly counts
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)  # an engine's date or time, from a free query


def write_json(value: Any) -> None:
    """Print one JSON document."""
    click.echo(escape_json(json.dumps(plain(value), ensure_ascii=False, indent=2)))


def write_jsonl(values: Iterable[Any]) -> None:
    """Print an object a line."""
    for value in values:
        click.echo(escape_json(json.dumps(plain(value), ensure_ascii=False)))


def write_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Print a header and rows as CSV."""
    write_table(header, rows, sys.stdout)


def write_claims(claims: Iterable[ClaimRow], form: str) -> int:
    """Print claims in one of the formats for programs, each as soon as it is there; gives how many."""
    number = 0

    def counted() -> Iterator[ClaimRow]:
        nonlocal number
        for claim in claims:
            number += 1
            yield claim

    if form == "csv":
        write_csv(CLAIM_COLUMNS, map(claim_cells, counted()))
    else:
        write_rows(counted(), form)
    return number


def write_rows(rows: Iterable[Any], form: str) -> None:
    """Print rows as json or jsonl."""
    if form == "json":
        write_json(list(rows))
    else:
        write_jsonl(rows)


def evidence_cells(row: EvidenceRow) -> list[Cell]:
    """An assertion as the cells of one line, in the order of EVIDENCE_COLUMNS."""
    cells: list[Cell] = []
    for field in fields(row):
        value = plain(getattr(row, field.name))
        if field.name in _ENTITIES:
            cells += [value["id"], value["name"]] if value else [None, None]
        else:
            cells.append(value)
    return cells


def _field(name: str, value: Any) -> Any:
    return dict(value) if name == "modalities" else plain(value)
