"""The extractor with the model, with the files that are shipped."""

from __future__ import annotations

import pickle
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extract.glance import FILE
from graph.extract.model import files
from graph.extract.model.extractor import ModelExtractor
from graph.extract.model.files import ModelUnavailable
from graph.model import Article, Assertion

TEXT = (
    "Norwegen gibt Artillerie ab\n\n"
    "Oslo hat der Ukraine im Mai 22 Haubitzen vom Typ M109 geliefert. Das teilte das "
    "Verteidigungsministerium mit. Die Geschütze waren zuvor in Rena eingelagert. Auch Dänemark will Kiew "
    "Haubitzen überlassen.\n"
)


@cache
def _extractor() -> ModelExtractor:
    return ModelExtractor()


def _assertions(text: str, language: str = "de") -> list[Assertion]:
    article = Article(id="a", text=text, content_hash="", language=language, published="2024-06-03")
    return list(_extractor().extract(article))


def _links(text: str, language: str = "de") -> set[tuple[str, ...]]:
    return {
        (a.relation, *(r.name if r else "" for r in (a.subject, a.object, a.recipient or a.place)))
        for a in _assertions(text, language)
    }


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "Norwegen hat der Ukraine 22 Haubitzen geliefert.",
         ("supplies", "Norway", "howitzers", "Ukraine")),
        ("de", "Die Ukraine hat aus Norwegen Haubitzen erhalten.",
         ("supplies", "Norway", "howitzers", "Ukraine")),
        ("en", "Poland has bought rocket launchers from South Korea.",
         ("supplies", "South Korea", "rocket launchers", "Poland")),
        ("en", "Iran has sent hundreds of Shahed-136 drones to Russia.",
         ("supplies", "Iran", "Shahed-136", "Russia")),
    ],
)  # fmt: skip
def test_who_gives_and_who_gets(language: str, text: str, wanted: tuple[str, str, str, str]) -> None:
    assert wanted in _links(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Bundestag hat am Donnerstag über das Rentenpaket beraten."),
        ("en", "The minister praised the soldiers and thanked Norway for its hospitality."),
        ("fr", "La Norvège a livré 22 obusiers à l'Ukraine."),
    ],
)
def test_nothing_is_asserted(language: str, text: str) -> None:
    assert _assertions(text, language) == []


def test_a_text_gives_the_same_answer_twice() -> None:
    assert _assertions(TEXT) == _assertions(TEXT)
    assert _assertions(TEXT)


def test_a_worker_process_gets_an_extractor_that_finds_the_same() -> None:
    other = pickle.loads(pickle.dumps(_extractor()))
    article = Article(id="a", text=TEXT, content_hash="", language="de", published="2024-06-03")
    assert list(other.extract(article)) == _assertions(TEXT)


def test_evidence_stands_where_it_is_said_to_and_confidence_is_a_probability() -> None:
    for one in _assertions(TEXT):
        assert TEXT[one.start : one.end] == one.evidence
        assert 0 < one.confidence <= 1
        assert one.extractor == "model/9"


@settings(max_examples=20)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for one in _assertions(text):
        assert text[one.start : one.end] == one.evidence


def test_the_model_starts_in_a_moment() -> None:
    begun = time.perf_counter()
    ModelExtractor()
    assert time.perf_counter() - begun < 5  # half a second on a machine that is free


def test_missing_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="missing"):
        ModelExtractor(tmp_path)


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    for name in (files.NETWORK, files.EMBEDDINGS, files.TOKENIZER, files.WEIGHING, files.GATE, FILE):
        (tmp_path / name).write_bytes(b"broken")
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        ModelExtractor(tmp_path)


def test_the_model_is_small_enough_for_the_repository() -> None:
    assert sum(path.stat().st_size for path in files.folder().iterdir()) < 40_000_000
