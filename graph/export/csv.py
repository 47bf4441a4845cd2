"""CSV that spreadsheets open without running anything in it.

A text cell that begins with =, +, -, @, a tab or a line end is a formula to some
spreadsheets. Names, titles and quotes come from strangers, so such a cell gets a
leading apostrophe, which spreadsheets hide. Numbers are written as they are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from graph.model import EntityRef
from graph.query.rows import ClaimRow

COLUMNS = (
    "claim",
    "relation",
    "subject_id",
    "subject",
    "object_id",
    "object",
    "recipient_id",
    "recipient",
    "place_id",
    "place",
    "quantities",
    "when",
    "modalities",
    "origins",
    "assertions",
    "first_reported",
    "last_reported",
    "speakers",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\n")

Cell = str | int | float | bool | None


def safe_cell(value: Cell) -> Cell:
    """The value, with an apostrophe before a text that a spreadsheet would take for a formula.

    >>> safe_cell("=1+1"), safe_cell("Su-35"), safe_cell(-3)
    ("'=1+1", 'Su-35', -3)
    """
    if isinstance(value, str):
        # csv would leave a lone \r unquoted, and readers take it for the end of the line
        value = value.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
        value = value.encode("utf-8", "replace").decode("utf-8")
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value


def write_table(header: Sequence[str], rows: Iterable[Sequence[Cell]], out: TextIO) -> None:
    """Write a header and rows as CSV (RFC 4180 quoting, lines end with a line feed)."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([safe_cell(name) for name in header])
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row])


def claim_cells(claim: ClaimRow) -> tuple[Cell, ...]:
    """A claim as the cells of one line, in the order of COLUMNS; lists joined with "; "."""
    return (
        claim.claim,
        claim.relation,
        *_entity_cells(claim.subject),
        *_entity_cells(claim.object),
        *_entity_cells(claim.recipient),
        *_entity_cells(claim.place),
        "; ".join(claim.quantities),
        "; ".join(claim.when),
        "; ".join(f"{modality} {count}" for modality, count in claim.modalities),
        claim.origins,
        claim.assertions,
        claim.first_reported,
        claim.last_reported,
        "; ".join(claim.speakers),
    )


def write_claims(claims: Iterable[ClaimRow], out: TextIO) -> None:
    """Write one line per claim: the table of the graph's edges with ids and names."""
    write_table(COLUMNS, map(claim_cells, claims), out)


def _entity_cells(entity: EntityRef | None) -> tuple[Cell, Cell]:
    return (None, None) if entity is None else (entity.id, entity.name)
