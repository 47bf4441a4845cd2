"""Records of the embedded engine as plain values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from graph.store.engine import Database
from graph.store.protocol import Row, Value
from graph.store.values import plain

# The engine hands a path over as text: "(#13:0)-[#21:1]->(#1:1)".
_STEP = r"\(#\d+:\d+\)"
_PATH = re.compile(rf"{_STEP}(?:<?-\[#\d+:\d+\]->?{_STEP})*")
_PLAIN = frozenset({int, float, bool})
_RECORD = re.compile(r"#\d+:\d+")
# It leaves out seconds that are none, and gives a point under every name that its axes have.
_NO_SECONDS = re.compile(r"(\d{4,}-\d\d-\d\dT\d\d:\d\d)(Z|[+-]\d\d:\d\d)?(\[[\w/+-]+\])?")
_POINT, _AXES = {"x", "y", "crs", "srid"}, ("x", "y", "z", "srid")


def unwrap(row: Mapping[str, Any], database: Database) -> Row:
    """A row with the engine's own record ids taken out and paths written out."""
    return {name: _value(value, database) for name, value in row.items()}


def _value(value: object, database: Database) -> Value:
    if value is None or type(value) in _PLAIN:
        return value  # type: ignore[return-value]
    if isinstance(value, str):
        return _text(value, database)
    if isinstance(value, Mapping):
        return _mapping(value, database)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_value(item, database) for item in value]
    if type(value).__name__ == "RID":
        return _record(str(value), database)
    return plain(value)


def _text(value: str, database: Database) -> Value:
    first = value[:1]  # tells nearly all texts from the others
    if first == "(" and _PATH.fullmatch(value):
        return [_record(rid, database) for rid in _RECORD.findall(value)]
    if first.isdigit() and (time := _NO_SECONDS.fullmatch(value)):
        return f"{time[1]}:00{time[2] or ''}{time[3] or ''}"
    return value


def _mapping(value: Mapping[str, Any], database: Database) -> Value:
    if "@type" in value:  # a node or a relationship: its properties come in any order, and a text is one
        names = (name for name in sorted(value) if name != "@rid")
        return {n: value[n] if isinstance(value[n], str) else _value(value[n], database) for n in names}
    if value.keys() >= _POINT:
        return {name: plain(value[name]) for name in _AXES if name in value}
    return {str(name): _value(value[name], database) for name in sorted(value, key=str)}


def _record(rid: str, database: Database) -> Value:
    found = database.lookup_by_rid(rid)
    if found is None:
        return rid
    return _value({"@type": str(found.get_type_name()), **found.to_dict()}, database)
