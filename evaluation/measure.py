"""What extractors find in annotated texts, in the rows that are compared with the annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import click

from evaluation.gold import Annotated
from evaluation.rows import row
from graph.cli import extract
from graph.extract.protocol import Extractor
from graph.resolve.resolver import Resolver
from seeds.catalogue import entities

Name = Literal["model", "rules"]
EXTRACTORS: tuple[Name, ...] = ("model", "rules")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A text with what each extractor found in it."""

    text: Annotated
    rows: Mapping[Name, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Shipped:
    """What `armsgraph extract` does where nothing else is asked for."""

    extractor: str
    min_confidence: float


def shipped() -> Shipped:
    """The defaults of `armsgraph extract`."""
    defaults: dict[str | None, Any] = {
        one.name: one.default for one in extract.command.params if isinstance(one, click.Option)
    }
    return Shipped(str(defaults["extractor"]), float(defaults["min_confidence"]))


def extractor(name: Name, model: Path | None = None) -> Extractor:
    """An extractor; the model never gives way to the rules here.

    Args:
        name: which one.
        model: the folder with the model's files (default: the one in seeds).

    Raises:
        ExtractorUnavailable: the model cannot be used.
    """
    if name == "rules":
        from graph.extract.rules import RulesExtractor  # noqa: PLC0415 - loads the language data

        return RulesExtractor()
    from graph.extract.model.extractor import ModelExtractor  # noqa: PLC0415 - loads the model's libraries

    return ModelExtractor(model)


def find(
    texts: Iterable[Annotated],
    extractors: Mapping[Name, Extractor],
    min_confidence: float,
    step: Callable[[str], None] = lambda name: None,
) -> Iterator[Found]:
    """What each extractor finds in each text, as `armsgraph extract` prints it.

    Args:
        texts: to read.
        extractors: by name.
        min_confidence: what is less sure is left out.
        step: is told the name of each text that is done.
    """
    resolver = Resolver(entities())
    for text in texts:
        told = {
            name: tuple(
                row(resolver.resolve(one))
                for article in text.articles
                for one in finder.extract(article)
                if one.confidence >= min_confidence
            )
            for name, finder in extractors.items()
        }
        yield Found(text, told)
        step(text.name)
