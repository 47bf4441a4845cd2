"""What is let through to the network, with the weights that are shipped."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from graph.extract.glance import FILE
from graph.extract.model import files
from graph.extract.model.extractor import ModelExtractor
from graph.extract.model.files import ModelUnavailable
from graph.extract.model.gate import OPEN, Gate
from graph.model import Article
from seeds.corpus_files import AnnotatedText, split, texts


def _article(one: AnnotatedText) -> Article:
    return Article(one.name, one.text, "", language=one.language, published=one.published)


@cache
def _test_part() -> tuple[AnnotatedText, ...]:
    return tuple(one for one in texts() if split(one.name) == "test")


def test_most_texts_about_other_things_are_not_looked_into() -> None:
    others = [one for one in _test_part() if one.name.startswith("na_")]
    extractor = ModelExtractor()
    asked = [one for one in others if any(a.scored for a in extractor.analyses(_article(one)))]
    assert len(asked) < len(others) / 2


def test_little_that_the_model_finds_is_lost_and_much_is_not_asked() -> None:
    shut, wide = ModelExtractor(), ModelExtractor(gate=OPEN)
    found = kept = asked = passed = 0
    for one in _test_part()[::4]:
        article = _article(one)
        for through, all_ in zip(shut.analyses(article), wide.analyses(article), strict=True):
            found += bool(all_.assertions)
            kept += bool(all_.assertions) and through.passed
            asked += bool(all_.scored)
            passed += bool(all_.scored) and through.passed
    assert found > 50
    assert kept / found > 0.9
    assert passed / asked < 0.8


@pytest.mark.parametrize("name", [FILE, files.GATE])
def test_a_broken_or_missing_file_is_told(tmp_path: Path, name: str) -> None:
    for one in {FILE, files.GATE} - {name}:
        shutil.copy(files.folder() / one, tmp_path)
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        Gate.load(tmp_path)
    (tmp_path / name).write_text("{}", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        Gate.load(tmp_path)
