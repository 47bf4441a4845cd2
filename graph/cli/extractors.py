"""The extractors that a person can choose from; each is imported only when it is chosen."""

from __future__ import annotations

import click

from graph.extract.protocol import Extractor

EXTRACTORS = ("rules", "model")
LANGUAGES = ("de", "en")
"""What they understand; articles in other languages are kept without assertions."""


def extractor_named(name: str) -> Extractor:
    """The extractor of that name, one of EXTRACTORS; the rules, with a remark, where the model is missing."""
    if name == "model":
        from graph.extract.model.files import ModelUnavailable  # noqa: PLC0415 - loads the language data

        try:
            from graph.extract.model.extractor import ModelExtractor  # noqa: PLC0415 - may lack a library

            return ModelExtractor()
        except (ModelUnavailable, ImportError) as error:
            click.echo(f"the rules extract alone, without the model: {error}", err=True)
    from graph.extract.rules import RulesExtractor  # noqa: PLC0415 - loads the language data

    return RulesExtractor()
