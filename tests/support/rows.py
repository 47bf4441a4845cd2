"""Rows of one query on two engines, made comparable."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from graph.store import Row, Store


def answer(store: Store, query: str, given: Mapping[str, object] | None = None) -> list[str]:
    """The rows as JSON, columns in their order; by the alphabet where the query does not order them."""
    rows = written(store.run(query, given))
    return rows if "ORDER BY" in query else sorted(rows)


def written(rows: Iterable[Row]) -> list[str]:
    """Each row as JSON: 1, 1.0 and true are not the same, nor are columns or keys in another order."""
    return [json.dumps(row, ensure_ascii=False) for row in rows]
