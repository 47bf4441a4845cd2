"""Runs the store's statements in an open transaction, a bounded number of rows at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from graph.model import Label
from graph.store.protocol import Row, Transaction
from graph.store.queries import text
from graph.store.values import Checked

_CHUNK = 5000  # rows in one statement


class Missing(Exception):
    """What a relationship was to lead to is not in the graph."""


def run(
    tx: Transaction, query: str, given: Sequence[object], name: str = "rows", label: Label | None = None
) -> list[Row]:
    """The rows of the statement of that name; without parameters nothing is run."""
    return send(tx, query, given, name, label)()


def send(
    tx: Transaction, query: str, given: Sequence[object], name: str = "rows", label: Label | None = None
) -> Callable[[], list[Row]]:
    """Begin to run it; what is returned gives the rows."""
    sent: list[Callable[[], list[Row]]] = []
    for start in range(0, len(given), _CHUNK):
        chunk = given[start : start + _CHUNK]
        rows = {name: Checked(chunk) if isinstance(given, Checked) else chunk}
        sent.append(tx.send(text(query, label), rows))
    return lambda: [row for found in sent for row in found()]


def by_label(given: Checked) -> dict[Label, Checked]:
    """The rows, which each have the label of an entity, by that."""
    found: dict[Label, Checked] = defaultdict(Checked)
    for row in given:
        found[row["label"]].append(row)
    return found


def connect(
    tx: Transaction, query: str, given: Sequence[object], label: Label | None = None
) -> Callable[[], None]:
    """Begin to run a statement that makes something for each row, and tells how many.

    What is returned waits for it, and raises Missing if that is fewer than there are rows.
    """
    found = send(tx, query, given, label=label)

    def made() -> None:
        number = sum(int(str(row["number"])) for row in found())
        if number != len(given):
            raise Missing(f"{len(given) - number} of {len(given)} rows of {query} lead nowhere")

    return made
