"""The Cypher texts of the store, one file each; every one runs on both engines as it stands.

Where a text says `:Entity`, it is run once for each label of entities that it is to be run for,
with the label put in: looking in one index is fifteen times faster than looking in three.

A text whose first line is `// BY KEYS ALONE` finds whatever it finds by the key of a constraint, so that
no plan is better for a larger store than the one that was made for an empty one (`graph.store.bolt_plans`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.model import Label
from graph.store.shape import KEYS


@cache
def text(name: str, label: Label | None = None) -> str:
    """The query of that name; `label` takes the place of `Entity` in it.

    >>> text("meta_read")
    'MATCH (m:Meta {key: $key}) RETURN m.schema AS schema'
    """
    query = _read(f"{name}.cypher")
    return query.replace(":Entity", f":{label}") if label else query


@cache
def sql(name: str, kind: str = "") -> str:
    """The same in the embedded engine's own language, where that has a way that Cypher does not have.

    `kind` is the label or the type that takes the place of `KIND` in it, and its key that of `KEY`.

    >>> sql("nodes_remove", "Alias")
    'DELETE FROM Alias WHERE key IN :keys'
    """
    return _read(f"{name}.sql").replace("KIND", kind).replace("KEY", KEYS.get(kind, ""))


def _read(file: str) -> str:
    return (Path(__file__).parent / file).read_text(encoding="utf-8").strip()
