"""Nodes and relationships in the order of their keys: engines give them in another one each time they please.

An engine would hold all of them to sort them; here a part is held, and the rest waits on the disk.
"""

from __future__ import annotations

import heapq
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, TypeVar

from graph.store.contents import Edge, Node

_ROOM = 100_000_000  # bytes that are held, about
_WEIGHT = 2_000  # bytes that one takes beside its texts, about

_Part = TypeVar("_Part", Node, Edge)


def in_order(
    parts: Iterable[_Part], key: Callable[[_Part], tuple[str, ...]], folder: Path, room: int = _ROOM
) -> Iterator[_Part]:
    """The same, ordered by `key`.

    Args:
        key: no two of them have the same.
        folder: for what is not held, in files without a name.
        room: bytes that are held, about.
    """
    with ExitStack() as opened:
        aside: list[Iterator[_Part]] = []
        held: list[_Part] = []
        left = room
        for one in parts:
            held.append(one)
            left -= _WEIGHT + sum(len(value) for value in one.properties.values() if isinstance(value, str))
            if left <= 0:
                held.sort(key=key)
                aside.append(_laid_aside(held, opened.enter_context(TemporaryFile(dir=folder))))
                held, left = [], room
        held.sort(key=key)
        yield from heapq.merge(*aside, held, key=key)


def _laid_aside(held: Iterable[_Part], file: BinaryIO) -> Iterator[_Part]:
    for one in held:
        pickle.dump(one, file)
    file.seek(0)
    return _read(file)


def _read(file: BinaryIO) -> Iterator[_Part]:
    while True:
        try:
            yield pickle.load(file)
        except EOFError:
            return
