"""JSON Lines in the form that `extract` prints and `load` takes back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TextIO

from graph import serial
from graph.model import Article, Assertion
from graph.model.ids import claim_of


def write_jsonl(values: Iterable[Article | Assertion], out: TextIO) -> None:
    """Write a line per article and assertion, in the order given (each article before its assertions)."""
    for value in values:
        out.write(serial.dumps(value) + "\n")


def only(claims: Collection[str], values: Iterable[Article | Assertion]) -> Iterator[Article | Assertion]:
    """The assertions of these claims (ids), and the articles that state one."""
    article: Article | None = None
    for value in values:
        if isinstance(value, Article):
            article = value
        elif claim_of(value).id in claims:
            if article is not None:
                yield article
                article = None
            yield value
