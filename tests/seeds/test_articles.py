"""What is read from each example article, beside what was read when somebody last looked at it.

Not all that stands in golden/ is right: what the rules get wrong stands there, too, so that a
change shows what it mends and what it breaks. After reading the difference: --update-golden.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.extract.rules import RulesExtractor
from graph.model import ROLES, Article, Assertion
from graph.query.quantity import quantity_text
from graph.resolve.resolver import Resolver
from loaders import load
from seeds.catalogue import article_paths, entities

GOLDEN = Path(__file__).parent / "golden"
PATHS = article_paths()


def _read(path: Path) -> Iterator[str]:
    """The imprint, then for each assertion a line of what it says and one with its words."""
    (article,) = load([str(path)])
    assert isinstance(article, Article)
    yield f"{article.title} | {article.publisher} | {article.published} | {article.language}"
    resolver = Resolver(entities())
    for assertion in map(resolver.resolve, RulesExtractor().extract(article)):
        assert article.text[assertion.start : assertion.end] == assertion.evidence
        yield ""
        yield _line(assertion)
        yield f"  {' '.join(assertion.evidence.split())}"


def _line(said: Assertion) -> str:
    roles = (f"{role} {ref.id}" for role in (*ROLES, "attributed_to") if (ref := getattr(said, role)))
    number = "" if said.quantity is None else quantity_text(
        said.quantity, said.quantity_max, said.quantity_qualifier, said.unit
    )  # fmt: skip
    return ", ".join(filter(None, (f"{said.modality} {said.relation}", *roles, number, said.when)))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_an_example_article_says(path: Path, request: pytest.FixtureRequest) -> None:
    text = "\n".join(_read(path)) + "\n"
    file = GOLDEN / f"{path.stem}.txt"
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


def test_every_golden_file_has_its_article() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == {path.stem for path in PATHS}
