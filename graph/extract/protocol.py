"""What every extractor offers, whether it works by rules, a model or a language service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from graph.model import Article, Assertion


class Extractor(Protocol):
    """Finds the assertions of an article; pure, without store or network."""

    name: str
    version: str

    def extract(self, article: Article) -> Iterator[Assertion]:
        """Yield the article's assertions in the order of their evidence; nothing for other languages."""
        ...
