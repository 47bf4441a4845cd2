"""The content of a store as it is: every node and relationship of ours, counted, streamed and hashed.

Engine and order make no difference to the hash, so that two stores can be compared.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.store.protocol import Row, Store, Value
from graph.store.shape import KEYS, RELATIONSHIPS, Relationship

_HASHES = 2**256


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its label, its key and all its properties, the key among them."""

    label: str
    key: str
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between the nodes with these keys."""

    start: str
    end: str
    end_label: str
    properties: dict[str, Value]


def count_nodes(store: Store, label: str) -> int:
    """How many nodes of this label the store has."""
    return _number(store.run(f"MATCH (n:{label}) RETURN count(n) AS number"))


def count_edges(store: Store, shape: Relationship) -> int:
    """How many relationships of this shape the store has."""
    query = f"MATCH (a:{shape.start})-[r:{shape.type}]->(b:{'|'.join(shape.ends)}) RETURN count(r) AS number"
    return _number(store.run(query))


def counts(store: Store) -> dict[str, int]:
    """How many nodes of each label and relationships of each type."""
    found = {label: count_nodes(store, label) for label in KEYS}
    return found | {shape.type: count_edges(store, shape) for shape in RELATIONSHIPS}


def nodes(store: Store, label: str) -> Iterator[Node]:
    """All nodes of a label, in the engine's own order, one after the other."""
    key = KEYS[label]
    for row in store.stream(f"MATCH (n:{label}) RETURN properties(n) AS properties"):
        properties = _properties(row)
        yield Node(label, str(properties[key]), properties)


def edges(store: Store, shape: Relationship) -> Iterator[Edge]:
    """All relationships of a shape; those of one start node stand together."""
    query = (
        f"MATCH (a:{shape.start})-[r:{shape.type}]->(b:{'|'.join(shape.ends)})"
        f" RETURN a.{KEYS[shape.start]} AS start, b.id AS end, labels(b) AS labels,"
        " properties(r) AS properties"
    )
    for row in store.stream(query):
        labels = row["labels"]
        label = labels[0] if isinstance(labels, list) else labels
        yield Edge(str(row["start"]), str(row["end"]), str(label), _properties(row))


def content_hash(store: Store) -> str:
    """A hash of every node and relationship with all properties; 64 hexadecimal digits.

    Each is hashed alone and the hashes are added up, so that nothing has to be sorted or held.
    """
    total = 0
    for label in KEYS:
        for node in nodes(store, label):
            total += _hash([label, node.properties])
    for shape in RELATIONSHIPS:
        for edge in edges(store, shape):
            total += _hash([shape.type, shape.start, edge.start, edge.end_label, edge.end, edge.properties])
    return f"{total % _HASHES:064x}"


def _hash(value: object) -> int:
    text = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return int.from_bytes(hashlib.sha256(text.encode("ascii")).digest(), "big")


def _properties(row: Row) -> dict[str, Value]:
    found = row["properties"]
    # One engine keeps a property that was set to nothing, the other does not.
    return (
        {name: value for name, value in found.items() if value is not None}
        if isinstance(found, Mapping)
        else {}
    )


def _number(rows: list[Row]) -> int:
    number = rows[0]["number"] if rows else 0
    return number if isinstance(number, int) else 0
