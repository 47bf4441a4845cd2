"""Runs the store's statements in an open transaction, a bounded number of rows at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import cast

from graph.model import Label
from graph.store.protocol import Row, Transaction
from graph.store.queries import text
from graph.store.rows import Parameters

_CHUNK = 5000  # rows in one statement


class Missing(Exception):
    """What a relationship was to lead to is not in the graph."""


def run(
    tx: Transaction, query: str, given: Sequence[object], name: str = "rows", label: Label | None = None
) -> list[Row]:
    """The rows of the statement of that name; without parameters nothing is run."""
    found: list[Row] = []
    for start in range(0, len(given), _CHUNK):
        found += tx.run(text(query, label), {name: given[start : start + _CHUNK]})
    return found


def run_by_label(tx: Transaction, query: str, given: Sequence[Parameters]) -> list[Row]:
    """The same for rows that each have the label of an entity."""
    by_label: dict[Label, list[Parameters]] = defaultdict(list)
    for row in given:
        by_label[cast(Label, row["label"])].append(row)
    return [row for label, rows in by_label.items() for row in run(tx, query, rows, label=label)]


def connect(tx: Transaction, query: str, given: Sequence[object]) -> None:
    """Run a statement that makes something for each row, and tells how many.

    Raises:
        Missing: for fewer than there are rows.
    """
    _expect(run(tx, query, given), query, len(given))


def connect_by_label(tx: Transaction, query: str, given: Sequence[Parameters]) -> None:
    """The same for rows that each have the label of an entity."""
    _expect(run_by_label(tx, query, given), query, len(given))


def _expect(found: Sequence[Row], query: str, wanted: int) -> None:
    number = sum(int(str(row["number"])) for row in found)
    if number != wanted:
        raise Missing(f"{wanted - number} of {wanted} rows of {query} lead nowhere")
