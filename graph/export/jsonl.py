"""JSON Lines in the form that `extract` prints and `load` takes back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from graph import serial
from graph.model import Article, Assertion


def write_jsonl(values: Iterable[Article | Assertion], out: TextIO) -> int:
    """Write a line per article and assertion, each article before its assertions; gives their number."""
    number = 0
    for value in values:
        out.write(serial.dumps(value) + "\n")
        number += 1
    return number
