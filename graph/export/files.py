"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.errors import ArmsgraphError

STDOUT = "-"


@contextmanager
def replacing(out: str) -> Iterator[BinaryIO]:
    """A file to write to; it takes the place of `out` when all is written. "-" is stdout.

    An `out` that is a device or a pipe is written to as it is. On an error `out` stays
    as it was.

    Raises:
        ArmsgraphError: `out` is a folder, or empty.
        OSError: it cannot be written.
    """
    if out == STDOUT:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if not out:
        raise ArmsgraphError("the file to write has no name")
    target = Path(os.path.realpath(out))  # a link stays a link, to the new file
    if target.is_dir():
        raise ArmsgraphError(f"{out}: is a folder; name a file in it")
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        with target.open("wb") as stream:
            yield stream
        return
    if not target.parent.is_dir():
        raise ArmsgraphError(f"{out}: the folder {target.parent} does not exist")
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    except OSError as error:
        raise ArmsgraphError(f"{out}: {error.strerror}") from None
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those of a new file."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
