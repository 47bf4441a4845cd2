"""What every extractor offers, whether it works by rules, a model or a language service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from graph.model import Article, Assertion

LANGUAGES = ("de", "en")
"""What extractors understand; articles in other languages are kept without assertions."""


class Extractor(Protocol):
    """Finds the assertions of an article, without a store; without a network unless a person chose one."""

    @property
    def name(self) -> str:
        """What it is called: "rules"."""
        ...

    @property
    def version(self) -> str:
        """Another one wherever it would find something else."""
        ...

    def extract(self, article: Article) -> Iterator[Assertion]:
        """Yield the article's assertions in the order of their evidence; nothing for other languages.

        Raises:
            ExtractorError: this article cannot be read.
            ExtractorUnavailable: no article can.
        """
        ...


@runtime_checkable
class Accountable(Protocol):
    """An extractor that costs something."""

    def account(self) -> str:
        """What it has cost and found so far, on one line."""
        ...
