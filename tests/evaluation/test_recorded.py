"""Extraction is as right on the corpus's test part as it was when that was last recorded."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from evaluation import recorded
from evaluation.gold import annotated, names
from evaluation.measure import EXTRACTORS, extractor, find, shipped
from evaluation.score import score
from graph.errors import InputError
from seeds import corpus_files


@cache
def measured() -> recorded.Recorded:
    folder, default = corpus_files.folder(), shipped()
    only = [name for name in names(folder) if corpus_files.split(name) == "test"]
    finders = {name: extractor(name) for name in EXTRACTORS}
    found = list(find(annotated(folder, only), finders, default.min_confidence))
    scores = {
        name: score((one.text.language, one.text.golds, one.rows[name]) for one in found)
        for name in EXTRACTORS
    }
    return recorded.recordable(found, scores, default)


def test_extraction_is_not_worse_than_recorded() -> None:
    before = recorded.read()
    assert set(before.f1) == {"default", "model", "rules"}
    assert recorded.fallen(before, measured()) == []


def test_a_fall_is_told() -> None:
    before = recorded.read()
    assert recorded.fallen(before, before) == []
    for name, f1 in before.f1.items():
        bearable = replace(before, f1={**before.f1, name: f1 - 0.019})
        assert recorded.fallen(before, bearable) == []
        worse = replace(before, f1={**before.f1, name: f1 - 0.021})
        assert recorded.fallen(before, worse) == [f"{name}: F1 {f1 - 0.021:.3f}, recorded {f1:.3f}"]
    missing = replace(before, f1={})
    assert len(recorded.fallen(before, missing)) == len(before.f1)


def test_other_texts_cannot_be_compared() -> None:
    before = recorded.read()
    [told] = recorded.fallen(before, replace(before, texts=before.texts + 1))
    assert told.endswith("record anew")


def test_what_is_recorded_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "recorded.json"
    recorded.write(recorded.read(), path)
    assert recorded.read(path) == recorded.read()


@pytest.mark.parametrize("text", [None, "{", "[]", '{"texts": 3}'])
def test_a_broken_record_is_told(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "recorded.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"recorded\.json: "):
        recorded.read(path)


def test_the_defaults_are_those_of_the_command() -> None:
    default = shipped()
    assert default.extractor in EXTRACTORS
    assert 0 <= default.min_confidence < 1
