"""Rows as the embedded engine's batch interface takes them: JSON texts, made before the engine is free.

Its driver would walk through every value and then encode it, while the engine waits.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import rows
from graph.store.values import Checked

_DAYS = [rows.ASSERTION.index(name) for name in ("when_start", "when_end")]
_TAG = "\u0001"  # what JSON cannot carry stands in an object with this key, as kind and text


@dataclass(frozen=True, slots=True)
class Encoded:
    """The properties of claims and of new assertions by their ids, and of shortcuts by their claim."""

    claims: dict[str, str]
    assertions: dict[str, str]
    supplies: dict[str, str]


def encoded(claims: Checked, assertions: Checked, supplies: Checked) -> Encoded:
    """The texts of these rows, which are in the order of CLAIM, ASSERTION and SUPPLIES."""
    said: dict[str, str] = {}
    for row in assertions:
        values = list(row)
        for place in _DAYS:
            if values[place] is not None:
                values[place] = {_TAG: ["D", values[place]]}
        said[row[2]] = text(zip(rows.ASSERTION[2:], values[2:], strict=True))
    told = ("claim", *rows.SUPPLIES[3:])  # but the ends
    return Encoded(
        {row[0]: text(zip(rows.CLAIM, row, strict=True)) for row in claims},
        said,
        {row[0]: text(zip(told, (row[0], *row[3:]), strict=True)) for row in supplies},
    )


def text(properties: Iterable[tuple[str, object]]) -> str:
    """The text of one node's or relationship's properties; what is nothing is left out.

    >>> text([("id", "a"), ("unit", None)])
    '{"id": "a"}'
    """
    return json.dumps({name: value for name, value in properties if value is not None})
