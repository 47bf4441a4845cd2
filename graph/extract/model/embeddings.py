"""Word embeddings in 4-bit blocks, unpacked row by row as they are asked for.

A block is 32 weights: a half-precision scale and 16 bytes, whose low halves are the first
16 weights and whose high halves the others, each less 8.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])


class Embeddings:
    """A table of embeddings over packed blocks."""

    def __init__(self, blocks: NDArray[np.void]) -> None:
        self._blocks = blocks

    @classmethod
    def load(cls, path: Path) -> Embeddings:
        """Map a file of packed rows, as `numpy.save` wrote it, into memory.

        Raises:
            OSError: there is no such file.
            ValueError: it holds something else.
        """
        raw = np.load(path, mmap_mode="r", allow_pickle=False)
        return cls(raw.view(BLOCK))

    @property
    def width(self) -> int:
        """How many numbers a row has."""
        return int(self._blocks.shape[1]) * 32

    def rows(self, pieces: Sequence[int]) -> NDArray[np.float32]:
        """The embeddings of pieces, one row for each."""
        blocks = self._blocks[np.asarray(pieces, np.int64)]
        halves = blocks["halves"]
        weights = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - 8
        weights *= blocks["scale"].astype(np.float32)[..., None]
        return weights.reshape(len(pieces), self.width)
