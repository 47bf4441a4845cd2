"""The extractors that a person can choose from; each is imported only when it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import click

from graph.cli.safe import one_line
from graph.errors import ExtractorUnavailable
from graph.extract.protocol import Accountable, Extractor


def _rules(_llm_cache: bool) -> Extractor:
    from graph.extract.rules import RulesExtractor  # noqa: PLC0415 - loads the language data

    return RulesExtractor()


def _model(_llm_cache: bool) -> Extractor:
    """The rules, with a remark, where the model cannot be used."""
    from graph.extract.model.files import ModelUnavailable  # noqa: PLC0415 - only where it is chosen

    try:
        from graph.extract.model.extractor import ModelExtractor  # noqa: PLC0415 - may lack a library

        return ModelExtractor()
    except (ModelUnavailable, ImportError) as error:
        click.echo(f"the rules extract alone, without the model: {one_line(str(error))}", err=True)
        return _rules(_llm_cache)


def _llm(llm_cache: bool) -> Extractor:
    from graph.extract.llm.settings import from_environment  # noqa: PLC0415 - only where it is chosen

    settings = from_environment()
    try:
        from graph.extract.llm.cache import Cache, default_folder  # noqa: PLC0415 - needs the extra
        from graph.extract.llm.extractor import LlmExtractor  # noqa: PLC0415 - needs the extra
    except ImportError as error:
        raise ExtractorUnavailable(
            f"the extractor llm needs a library that is not installed ({error.name or error}): "
            'pip install "pydantic-ai-slim[openai]", or armsgraph with its extra "llm"'
        ) from error
    from graph.resolve.resolver import Resolver  # noqa: PLC0415 - only where it is chosen
    from seeds.catalogue import entities  # noqa: PLC0415 - only where it is chosen

    return LlmExtractor(settings, Resolver(entities()).ref, Cache(default_folder()) if llm_cache else None)


_MAKERS: Mapping[str, Callable[[bool], Extractor]] = {"model": _model, "rules": _rules, "llm": _llm}
"""Every extractor by its name, the default first; what makes it is told whether answers are kept."""

EXTRACTORS = tuple(_MAKERS)


def extractor_named(name: str, *, llm_cache: bool = True) -> Extractor:
    """The extractor of that name, one of EXTRACTORS.

    Args:
        name: of the extractor.
        llm_cache: take answers of a language model that were kept, and keep new ones.

    Raises:
        ExtractorUnavailable: it lacks a library or a setting.
    """
    return _MAKERS[name](llm_cache)


def check_workers(extractor: Extractor, workers: int) -> None:
    """Refuse several processes for an extractor that only waits for others and counts what they cost.

    Raises:
        click.UsageError: it is one.
    """
    if workers > 1 and isinstance(extractor, Accountable):
        raise click.UsageError(f"--workers is for extractors that work on this machine, not {extractor.name}")


@contextmanager
def accounted(extractor: Extractor) -> Iterator[Extractor]:
    """Say on stderr at the end, also of a run that failed, what an extractor has cost, where it costs."""
    try:
        yield extractor
    finally:
        if isinstance(extractor, Accountable):
            click.echo(one_line(extractor.account()), err=True)
