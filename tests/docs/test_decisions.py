"""docs/decisions/: the list of dependencies is the real one, with the real licences."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata

import pytest

from tests.docs.documents import ROOT, codes, document, table

TEXT = document("docs/decisions/0004-dependencies.md")


def listed() -> dict[str, str]:
    return {codes(package)[0]: licence for package, licence, *_ in table(TEXT, "package")}


def test_every_runtime_dependency_is_explained() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    required = [re.match(r"[\w.-]+", requirement) for requirement in project["dependencies"]]
    assert list(listed()) == [name.group() for name in required if name]


@pytest.mark.parametrize(("package", "licence"), listed().items())
def test_its_licence_is_the_one_that_it_states(package: str, licence: str) -> None:
    stated = metadata(package)
    fields = ("License-Expression", "License", "Classifier")
    values = [value for field in fields for value in stated.get_all(field) or []]
    assert any(re.search(rf"\b{re.escape(licence)}\b", value) for value in values), values
