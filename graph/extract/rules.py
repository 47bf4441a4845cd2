"""The extractor that needs no model: gazetteers, tags and frames."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Article, Assertion


class RulesExtractor:
    """Gazetteer mentions, frames over part-of-speech tags, and rules for number, time, modality, speaker."""

    name = "rules"
    version = "1"

    def extract(self, article: Article) -> Iterator[Assertion]:
        """Yield the article's assertions in the order of their evidence."""
        yield from ()
