"""Rows as flat dicts, for data frames: their columns hold texts and numbers, not objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from graph.model import MODALITIES, ROLES

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_ENTITIES = (*ROLES, "speaker")


def records(rows: Iterable[DataclassInstance]) -> list[dict[str, Any]]:
    """Each row as a dict of its fields, the same keys for every row of a kind.

    An entity becomes its name, and its id under `..._id`; the modalities of a claim become
    a count for each (`reported`, `planned`, ...); several texts become one, parted by "; ".
    Takes what the named questions and `graph.pipeline.load` give. What is no text, number,
    entity or list of texts stays as it is.

    Example:
        pandas.DataFrame(records(supplies(store, recipient="Russia")))

    >>> from graph.query.rows import InfoRow
    >>> records([InfoRow("engine", "neo4j 5"), InfoRow("articles", 17)])
    [{'name': 'engine', 'value': 'neo4j 5'}, {'name': 'articles', 'value': 17}]
    """
    return [dict(_cells(row)) for row in rows]


def _cells(row: DataclassInstance) -> Iterator[tuple[str, Any]]:
    for field in fields(row):
        name, value = field.name, getattr(row, field.name)
        if name in _ENTITIES:
            yield name, value and value.name
            yield f"{name}_id", value and value.id
        elif name == "modalities":
            counts = dict(value)
            yield from ((modality, counts.get(modality, 0)) for modality in MODALITIES)
        elif isinstance(value, tuple) and all(isinstance(one, str) for one in value):
            yield name, "; ".join(value)
        else:
            yield name, value
