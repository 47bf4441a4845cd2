"""The network's file with what later training has changed in it.

A trained network is large, and each that a repository has held stays in its history. So
training that goes on from the shipped one is kept as the difference between both files,
byte by byte. They are laid out alike, most bytes are weights in 8 bits, and most of these
change by one step or not at all: packed, the difference takes a third of the file.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph.extract.model import files
from graph.extract.model.files import ModelUnavailable

Bytes = NDArray[np.uint8]


def network(folder: Path) -> bytes:
    """The network's file as it is run: with the adapter that lies beside it, if there is one.

    Raises:
        ModelUnavailable: the adapter belongs to another network.
        OSError, ValueError, KeyError: a file cannot be read, or holds something else.
    """
    base = (folder / files.NETWORK).read_bytes()
    path = folder / files.ADAPTER
    return adapted(base, path) if path.exists() else base


def adapted(base: bytes, path: Path) -> bytes:
    """A network's file with the changes of an adapter.

    Raises:
        ModelUnavailable: the adapter belongs to another network.
        OSError, ValueError, KeyError: it cannot be read, or holds something else.
    """
    with np.load(path, allow_pickle=False) as kept:
        digest: Bytes = kept["base"]
        difference: Bytes = kept["difference"]
    if digest.tobytes() != _digest(base):
        raise ModelUnavailable(f"the model's file {path.name} belongs to another {files.NETWORK}")
    return (np.frombuffer(base, np.uint8) + difference).tobytes()


def write(base: bytes, changed: bytes, path: Path) -> None:
    """Write the adapter that makes one network's file of the other.

    Raises:
        ValueError: they are not laid out alike.

    Example:
        write(old, new, folder / "adapter.npz")
        assert adapted(old, folder / "adapter.npz") == new
    """
    if len(base) != len(changed):
        raise ValueError(f"not laid out alike: {len(base)} bytes and {len(changed)}")
    difference = np.frombuffer(changed, np.uint8) - np.frombuffer(base, np.uint8)
    digest = np.frombuffer(_digest(base), np.uint8)
    np.savez_compressed(path, base=digest, difference=difference)


def _digest(base: bytes) -> bytes:
    return hashlib.sha256(base).digest()
