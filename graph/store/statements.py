"""Runs the store's statements in an open transaction, a bounded number of rows at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import cast

from graph.model import Label
from graph.store.protocol import Row, Transaction
from graph.store.queries import text
from graph.store.rows import Parameters
from graph.store.values import Checked

_CHUNK = 5000  # rows in one statement


class Missing(Exception):
    """What a relationship was to lead to is not in the graph."""


def run(
    tx: Transaction, query: str, given: Sequence[object], name: str = "rows", label: Label | None = None
) -> list[Row]:
    """The rows of the statement of that name; without parameters nothing is run."""
    found: list[Row] = []
    for start in range(0, len(given), _CHUNK):
        chunk = given[start : start + _CHUNK]
        found += tx.run(text(query, label), {name: Checked(chunk) if isinstance(given, Checked) else chunk})
    return found


def run_by_label(tx: Transaction, query: str, given: Sequence[Parameters]) -> list[Row]:
    """The same for rows that each have the label of an entity."""
    by_label: dict[Label, Checked | list[Parameters]] = defaultdict(
        Checked if isinstance(given, Checked) else list
    )
    for row in given:
        by_label[cast(Label, row["label"])].append(row)
    return [row for label, rows in by_label.items() for row in run(tx, query, rows, label=label)]


def connect(tx: Transaction, query: str, given: Sequence[object], label: Label | None = None) -> None:
    """Run a statement that makes something for each row, and tells how many.

    Raises:
        Missing: for fewer than there are rows.
    """
    number = sum(int(str(row["number"])) for row in run(tx, query, given, label=label))
    if number != len(given):
        raise Missing(f"{len(given) - number} of {len(given)} rows of {query} lead nowhere")
