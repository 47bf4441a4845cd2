"""Embeddings in 4-bit blocks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from graph.extract.model.embeddings import BLOCK, Embeddings


def _packed(weights: np.ndarray[tuple[int, ...], np.dtype[np.int64]], scale: float) -> np.ndarray:
    """Blocks that hold whole numbers from -8 to 7, times a scale."""
    rows, width = weights.shape
    shifted = (weights + 8).reshape(rows, width // 32, 32).astype(np.uint8)
    blocks = np.zeros((rows, width // 32), BLOCK)
    blocks["scale"] = scale
    blocks["halves"] = shifted[..., :16] | shifted[..., 16:] << 4
    return blocks


def test_rows_come_back_as_they_were_packed(tmp_path: Path) -> None:
    weights = np.random.default_rng(1).integers(-8, 8, (5, 64))
    np.save(tmp_path / "e.npy", _packed(weights, 0.5).view(np.uint8))
    table = Embeddings.load(tmp_path / "e.npy")
    assert table.width == 64
    assert np.array_equal(table.rows([3, 0, 3]), weights[[3, 0, 3]] * np.float32(0.5))


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "e.npy").write_text("no table", encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        Embeddings.load(tmp_path / "e.npy")
