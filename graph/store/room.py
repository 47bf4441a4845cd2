"""Whether the disk has room: an engine that cannot write its pages cannot be used any more."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.errors import StoreUnavailable

NEEDED = 100_000_000  # bytes on the disk, more than a batch and its log take
_LOG = 1_000_000  # without them the engine prints that it cannot log


def refuse_without(path: Path) -> None:
    """Stop before the disk is full.

    Raises:
        StoreUnavailable: less than `NEEDED` bytes are free where the store is, or that cannot be told.
    """
    free = _free(path)
    if free < NEEDED:
        raise StoreUnavailable(
            f"{path}: the disk is full ({free / 1e6:.0f} MB are free, {NEEDED / 1e6:.0f} MB are"
            " needed to go on); what was stored before is kept"
        )


def can_log(path: Path) -> bool:
    """Whether the engine can keep its log in this folder."""
    return _free(path) >= _LOG


def _free(path: Path) -> int:
    try:
        return shutil.disk_usage(path).free
    except OSError as error:
        raise StoreUnavailable(f"{path}: cannot be read ({error.strerror})") from None
