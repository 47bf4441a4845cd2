"""Keeps Neo4j from planning a statement again and again: planning takes it longer than a thousand rows."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_LIST = re.compile(r"^UNWIND \$(\w+) AS ", re.MULTILINE)
_KEYED = "// BY KEYS ALONE\n"


def unsized(query: str, given: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The same statement, planned as seldom as can be: with the list that it goes through inside a map.

    A list that is a parameter itself has Neo4j plan a statement once for lists of up to ten values, once for
    up to a hundred, and so on; what is inside of a map it does not look at. A statement that says of itself
    that it finds all by keys keeps its plan while the store grows; others may need a new one.

    >>> unsized("UNWIND $ids AS id RETURN id", {"ids": [1]})
    ('UNWIND $given.ids AS id RETURN id', {'given': {'ids': [1]}})
    >>> unsized("// BY KEYS ALONE\\nUNWIND $ids AS id MERGE (n:Item {id: id})", {"ids": [1]})[0]
    'CYPHER replan=skip UNWIND $given.ids AS id MERGE (n:Item {id: id})'
    >>> unsized("RETURN $a AS a", {"a": 1})
    ('RETURN $a AS a', {'a': 1})
    """
    changed = _changed(query)
    return (changed, {"given": given}) if changed else (query, given)


@cache
def _changed(query: str) -> str | None:
    changed, times = _LIST.subn(r"UNWIND $given.\1 AS ", query.removeprefix(_KEYED))
    if not times == query.count("$") == 1:
        return None
    return f"CYPHER replan=skip {changed}" if query.startswith(_KEYED) else changed
