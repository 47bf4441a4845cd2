"""The weights of an exported network, read and written back."""

from __future__ import annotations

import pytest

from graph.extract.model import files

shipped = pytest.importorskip("training.shipped", reason="needs the extra `train`")


def test_weights_are_read_and_written_back_as_they_were() -> None:
    model = (files.folder() / files.NETWORK).read_bytes()
    assert shipped.written(model, shipped.read(model)) == model


def test_changed_weights_are_laid_out_as_those_before() -> None:
    model = (files.folder() / files.NETWORK).read_bytes()
    weights = shipped.read(model)
    changed = {name: weight * 0.5 for name, weight in weights.items()}
    other = shipped.written(model, changed)
    assert len(other) == len(model)
    told = shipped.read(other)
    for name in ("layers.3.up.weight", "role.0.weight", "none"):
        assert abs(told[name] - changed[name]).max() < 0.01
