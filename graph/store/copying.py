"""One store's content into another, piece by piece; what was killed goes on where it stopped.

Each piece is one statement, so it is there whole or not at all, and what is there can be seen: whole
labels and types by their number, pieces of one by their keys. Only a mark says that the copy goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TypeVar

from graph.errors import StoreError, StoreUnavailable
from graph.store import schema
from graph.store.contents import Edge, Node, count_edges, count_nodes, edges, nodes
from graph.store.patience import patiently
from graph.store.protocol import Store
from graph.store.shape import KEYS, RELATIONSHIPS, TIMES, Relationship

PATIENCE = 600.0  # seconds for which an engine that has gone away is waited for
_ROWS, _CHARACTERS = 5000, 4_000_000  # of a piece; which of the two comes first
_PAUSE = 1.0  # seconds, before what was lost is begun again

_T = TypeVar("_T", Node, Edge)
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Copied:
    """So much of a label or a type is done: `number` more, of which `written` were not there."""

    what: str
    number: int
    written: int


def copy(source: Store, target: Store, rows: int = _ROWS) -> Iterator[Copied]:
    """Copy everything, saying how far it is. The target is empty, or has part of a copy of the source.

    `rows`: how many nodes or relationships are written at once.

    Raises:
        StoreError: the target has something else.
        StoreUnavailable: one of the engines has gone away for ten minutes; copying again goes on.
    """
    surely(lambda: begin(source, target), target)
    for label in KEYS:
        yield from _resumed(partial(_nodes, source, target, label, rows))
    for shape in RELATIONSHIPS:
        yield from _resumed(partial(_edges, source, target, shape, rows))


def begin(source: Store, target: Store) -> None:
    """Mark the target as a copy that is not finished.

    Raises:
        StoreError: the target has something else.
    """
    begun = schema.unfinished(target.run)
    if begun is None:
        held = {label: number for label in KEYS if (number := count_nodes(target, label))}
        if held:
            what = ", ".join(f"{number} {label}" for label, number in held.items())
            raise StoreError(f"{target.location}: has a graph already ({what}), a copy wants an empty store")
        schema.mark_unfinished(target.run_write, source.location)
    elif begun != source.location:
        raise StoreError(f"{target.location}: has an unfinished copy of {begun}, not of {source.location}")


def finish(target: Store) -> None:
    """Take the mark away: the target is a store like any other."""
    surely(lambda: schema.unmark_unfinished(target.run_write), target)


def surely(work: Callable[[], _Result], store: Store) -> _Result:
    """What `work` gives, which may be done twice; where the connection to the store is lost, it is."""
    return patiently(work, lambda error: isinstance(error, StoreUnavailable), PATIENCE, store.location)


def _resumed(part: Callable[[], Iterator[Copied]]) -> Iterator[Copied]:
    """What `part` gives; where an engine is lost in between, it is begun again, and finds what is there.

    Unlike `surely`: only what was written is a step forward, for a piece that brings the engine down each
    time would else be tried for ever.
    """
    lost: float | None = None
    while True:
        try:
            for done in part():
                yield done
                if done.written:
                    lost = None
        except StoreUnavailable:
            lost = lost or time.monotonic()
            if time.monotonic() - lost >= PATIENCE:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _nodes(source: Store, target: Store, label: str, size: int) -> Iterator[Copied]:
    there = count_nodes(target, label)
    if there and there == count_nodes(source, label):
        yield Copied(label, there, 0)
        return
    key = KEYS[label]
    present = f"UNWIND $keys AS key MATCH (n:{label} {{{key}: key}}) RETURN key AS key"
    create = (
        f"UNWIND $rows AS row CREATE (n:{label} {{{key}: row.key}}) SET n += row.properties{_times(label)}"
    )

    def write(piece: list[Node], check: bool) -> int:
        done = _keys(target, present, [node.key for node in piece]) if check else set()
        rows: list[dict[str, object]] = [
            {"key": n.key, "properties": n.properties} for n in piece if n.key not in done
        ]
        return _written(target, create, rows)

    for piece in _pieces(nodes(source, label), lambda node: node.key, size):
        yield Copied(label, len(piece), write(piece, check=there > 0))


def _edges(source: Store, target: Store, shape: Relationship, size: int) -> Iterator[Copied]:
    there = count_edges(target, shape)
    if there and there == count_edges(source, shape):
        yield Copied(shape.type, there, 0)
        return
    if there and shape.key:  # several between two nodes: begun ones are few enough to be made anew
        _remove(target, shape)
        there = 0

    def write(piece: list[Edge], check: bool) -> int:
        written = 0
        for label in shape.ends:
            part = [edge for edge in piece if edge.end_label == label]
            if part:
                done = _starts(target, shape, label, part) if check else set()
                create = _create(shape, label)
                rows: list[dict[str, object]] = [
                    {"start": e.start, "end": e.end, "properties": e.properties}
                    for e in part
                    if _unit(e, shape) not in done
                ]
                written += _written(target, create, rows)
        return written

    for piece in _pieces(edges(source, shape), lambda edge: _unit(edge, shape), size):
        yield Copied(shape.type, len(piece), write(piece, check=there > 0))


def _unit(edge: Edge, shape: Relationship) -> str:
    """What is there whole or not at all: all relationships of a start node, or the one of this key."""
    return str(edge.properties.get(shape.key)) if shape.key else edge.start


def _create(shape: Relationship, label: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{shape.start} {{{KEYS[shape.start]}: row.start}})"
        f" MATCH (b:{label} {{{KEYS[label]}: row.end}})"
        f" CREATE (a)-[r:{shape.type}]->(b) SET r += row.properties"
    )


def _starts(target: Store, shape: Relationship, label: str, piece: list[Edge]) -> set[str]:
    if shape.key:
        query = (
            f"UNWIND $keys AS key MATCH (:{shape.start})-[r:{shape.type} {{{shape.key}: key}}]->(:{label})"
            " RETURN DISTINCT key AS key"
        )
    else:
        query = (
            f"UNWIND $keys AS key MATCH (a:{shape.start} {{{KEYS[shape.start]}: key}})"
            f"-[:{shape.type}]->(:{label}) RETURN DISTINCT key AS key"
        )
    return _keys(target, query, sorted({_unit(edge, shape) for edge in piece}))


def _remove(target: Store, shape: Relationship) -> None:
    (end,) = shape.ends
    query = (
        f"MATCH (:{shape.start})-[r:{shape.type}]->(:{end}) WITH r LIMIT {_ROWS} DELETE r"
        " RETURN count(*) AS number"
    )
    while count_edges(target, shape):
        target.run_write(query)


def _times(label: str) -> str:
    """The part of SET that makes real times of their ISO texts."""
    times = TIMES.get(label, {})
    return "".join(f", n.{name} = {make}(row.properties.{name})" for name, make in times.items())


def _keys(target: Store, query: str, keys: list[str]) -> set[str]:
    return {str(row["key"]) for row in target.run(query, {"keys": keys})}


def _written(target: Store, query: str, rows: list[dict[str, object]]) -> int:
    if rows:
        target.run_write(query, {"rows": rows})
    return len(rows)


def _pieces(values: Iterable[_T], unit: Callable[[_T], str], size: int) -> Iterator[list[_T]]:
    """The values in lists that are not too large; what belongs together stands in one list."""
    piece: list[_T] = []
    characters = 0
    for _, group in groupby(values, unit):
        for value in group:
            piece.append(value)
            characters += sum(len(text) for text in value.properties.values() if isinstance(text, str))
        if len(piece) >= size or characters >= _CHARACTERS:
            yield piece
            piece, characters = [], 0
    if piece:
        yield piece
