"""Values of the Neo4j driver as plain ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from neo4j.graph import Entity, Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from graph.store.protocol import Value
from graph.store.values import clock, plain

_PLAIN = frozenset({str, int, float, bool})
_AXES = ("x", "y", "z")


def unwrap(value: object) -> Value:
    """A value from the driver as a plain one.

    >>> unwrap(Date(2024, 1, 2)), unwrap([Duration(days=1)])
    ('2024-01-02', ['P1D'])
    """
    if value is None or type(value) in _PLAIN:
        return value  # type: ignore[return-value]
    if isinstance(value, Node | Relationship | Path):
        return _graph_value(value)
    if isinstance(value, DateTime | Time):
        return clock(value.iso_format()) + _zone(value)
    if isinstance(value, Date | Duration):
        return value.iso_format()
    if isinstance(value, Point):
        return {**dict(zip(_AXES, map(float, value), strict=False)), "srid": value.srid}
    if isinstance(value, Mapping):  # comes in any order
        return {str(key): unwrap(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return [unwrap(item) for item in value]
    return plain(value)


def _zone(value: DateTime | Time) -> str:
    """The name of the time zone, where the value has one and not only an offset: "[Europe/Berlin]"."""
    name = getattr(value.tzinfo, "key", None) or getattr(value.tzinfo, "zone", None)
    return f"[{name}]" if name and "/" in name else ""  # "UTC" is an offset


def _graph_value(value: Node | Relationship | Path) -> Value:
    if isinstance(value, Path):
        steps: list[Entity] = [value.nodes[0]]
        for relationship, node in zip(value.relationships, value.nodes[1:], strict=True):
            steps += [relationship, node]
        return [unwrap(step) for step in steps]
    name = value.type if isinstance(value, Relationship) else ":".join(sorted(value.labels))
    return {"@type": name, **{key: unwrap(value[key]) for key in sorted(value.keys())}}
