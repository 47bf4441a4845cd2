"""The choice of an extractor, and what happens where the model cannot be used."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from graph.cli.extractors import EXTRACTORS, extractor_named
from graph.extract.model import files


def test_a_name_gives_its_extractor() -> None:
    assert set(EXTRACTORS) == {"rules", "model", "llm"}
    assert [extractor_named(name).name for name in ("rules", "model")] == ["rules", "model"]


def test_the_rules_take_over_where_the_model_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(files, "folder", lambda: tmp_path)
    assert extractor_named("model").name == "rules"
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "model.onnx is missing" in told.err


@pytest.mark.parametrize("library", ["onnxruntime", "tokenizers"])
def test_the_rules_take_over_where_a_library_is_missing(
    library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == library:
            raise ImportError(f"No module named {name!r}", name=name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    assert extractor_named("model").name == "rules"
    assert f"{library} is not installed" in capsys.readouterr().err
