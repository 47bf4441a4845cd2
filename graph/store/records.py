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
_PATH = re.compile(rf"{_STEP}(?:<?-\[#\d+:\d+\]->?{_STEP})+")
_PLAIN = frozenset({int, float, bool})
_RECORD = re.compile(r"#\d+:\d+")


def unwrap(row: Mapping[str, Any], database: Database) -> Row:
    """A row with the engine's own record ids taken out and paths written out."""
    return {name: _value(value, database) for name, value in row.items()}


def _value(value: object, database: Database) -> Value:
    if value is None or type(value) in _PLAIN:
        return value  # type: ignore[return-value]
    if isinstance(value, str) and value.startswith("(#") and _PATH.fullmatch(value):
        return [_record(rid, database) for rid in _RECORD.findall(value)]
    if isinstance(value, Mapping):
        # "@type" marks a node or a relationship, whose properties come in any order.
        names = sorted(value) if "@type" in value else list(value)
        return {str(name): _value(value[name], database) for name in names if name != "@rid"}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return [_value(item, database) for item in value]
    if type(value).__name__ == "RID":
        return _record(str(value), database)
    return plain(value)


def _record(rid: str, database: Database) -> Value:
    found = database.lookup_by_rid(rid)
    if found is None:
        return rid
    return _value({"@type": str(found.get_type_name()), **found.to_dict()}, database)
