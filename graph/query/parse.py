"""From the untyped rows of a store to typed values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from graph.model import EntityRef
from graph.store.protocol import Row, Value


def text(row: Mapping[str, Value], key: str) -> str:
    """A text that is always there ("" for what an old or foreign store lacks)."""
    value = row.get(key)
    return "" if value is None else str(value)


def text_or_none(row: Mapping[str, Value], key: str) -> str | None:
    """A text that may be missing."""
    value = row.get(key)
    return None if value is None else str(value)


def whole(row: Mapping[str, Value], key: str) -> int:
    """A count."""
    return int(cast("int | float", row.get(key) or 0))


def number_or_none(row: Mapping[str, Value], key: str) -> float | None:
    """A measure that may be missing."""
    value = row.get(key)
    return float(value) if isinstance(value, int | float) else None


def ref(row: Row, role: str) -> EntityRef | None:
    """The entity whose id, name and kind stand in the columns ROLE_id, ROLE_name and ROLE_kind."""
    if row.get(f"{role}_id") is None:
        return None
    return EntityRef(text(row, f"{role}_id"), text(row, f"{role}_name"), text(row, f"{role}_kind"))
