"""Rows of one query on two engines, made comparable."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.store import Row, Store

PARAMETERS: dict[str, object] = {
    "ids": ["iran", "russia", "nobody"],
    "limit": 3,
    "map": {"id": "north-korea", "n": [1, 2.5]},
    "name": "Iran",
    "none": None,
    "pattern": "(?i).*(korea|russ).*",
    "since": "2025-01-01",
}
"""What lists of statements may name with a $."""


def answer(store: Store, query: str, given: Mapping[str, object] | None = None) -> list[str]:
    """The rows as JSON, columns in their order; by the alphabet where the query does not order them."""
    rows = written(store.run(query, given))
    return rows if "ORDER BY" in query else sorted(rows)


def written(rows: Iterable[Row]) -> list[str]:
    """Each row as JSON: 1, 1.0 and true are not the same, nor are columns or keys in another order."""
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def statements(path: Path) -> list[str]:
    """The statements of a file: each ends with a semicolon at the end of a line."""
    parts = re.split(r";.*$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [part.strip() for part in parts if part.strip()]


def title(statement: str) -> str:
    """How the test of a statement is called."""
    return re.sub(r"//.*\n", "", statement)[:60]
