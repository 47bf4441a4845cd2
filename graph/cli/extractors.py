"""The extractors that a person can choose from; each is imported only when it is chosen."""

from __future__ import annotations

from graph.extract.protocol import Extractor

EXTRACTORS = ("rules",)
LANGUAGES = ("de", "en")
"""What they understand; articles in other languages are kept without assertions."""


def extractor_named(name: str) -> Extractor:
    """The extractor of that name, one of EXTRACTORS."""
    from graph.extract.rules import RulesExtractor  # noqa: PLC0415 - loads the language data

    return {"rules": RulesExtractor}[name]()
