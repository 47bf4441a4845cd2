"""Reads ahead in a thread, so that the next lines are understood while an engine writes the last ones."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from queue import Full, Queue
from typing import TypeVar

_Value = TypeVar("_Value")
_PAUSE = 0.1  # seconds after which a waiting thread looks whether it is still wanted


class _End:
    """What stands behind the last value: why there are no more."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def ahead(values: Iterable[_Value], most: int) -> Iterator[_Value]:
    """The same values in the same order; up to `most` of them are made before they are asked for.

    What making them raises is raised where the value would have come. Who stops asking ends the
    thread, at the latest with the value that it is making.

    >>> list(ahead(range(3), 2))
    [0, 1, 2]
    """
    queue: Queue[_Value | _End] = Queue(most)
    stopped = threading.Event()

    def put(value: _Value | _End) -> bool:
        while not stopped.is_set():
            try:
                queue.put(value, timeout=_PAUSE)
            except Full:
                continue
            return True
        return False

    def make() -> None:
        try:
            for value in values:
                if not put(value):
                    return
        except BaseException as error:
            put(_End(error))
        else:
            put(_End())

    threading.Thread(target=make, name="reading ahead", daemon=True).start()
    try:
        while not isinstance(value := queue.get(), _End):
            yield value
        if value.error is not None:
            raise value.error
    finally:
        stopped.set()
