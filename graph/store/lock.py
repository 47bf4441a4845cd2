"""Who may use an embedded store's folder: one writer, or any number of readers.

The engine itself keeps a second writer out, but lets a writer in beside readers, who
would then see pages change under them. So the folder has a lock of its own. A killed
process lets go of it by itself. The file holds the writer's process id.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

from graph.errors import StoreUnavailable

_PAUSE = 0.05  # seconds between two tries


class FolderLock:
    """A lock on `folder/lock`, held until `release`.

    Example:
        lock = FolderLock.acquire(Path("my.store"), shared=False, patience=2.0)
    """

    def __init__(self, descriptor: int | None, *, shared: bool) -> None:
        self._descriptor = descriptor
        self._shared = shared

    @classmethod
    def acquire(cls, folder: Path, *, shared: bool, patience: float) -> FolderLock:
        """Take the lock, waiting up to `patience` seconds.

        Raises:
            StoreUnavailable: another process holds it, or the folder is not ours to write.
        """
        path = folder / "lock"
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        except OSError as error:
            if not shared:
                raise StoreUnavailable(f"{folder}: cannot be written ({error.strerror})") from None
            descriptor = _open_for_reading(folder, path)
            if descriptor < 0:
                return cls(None, shared=True)
        deadline = time.monotonic() + patience
        while not _try_lock(descriptor, shared=shared):
            if time.monotonic() >= deadline:
                holder = _holder(descriptor)
                os.close(descriptor)
                raise StoreUnavailable(_in_use(folder, holder))
            time.sleep(_PAUSE)
        if not shared:
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, str(os.getpid()).encode("ascii"), 0)
        return cls(descriptor, shared=shared)

    def release(self) -> None:
        """Let go; twice is harmless."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if not self._shared:
            os.ftruncate(descriptor, 0)
        os.close(descriptor)


def _open_for_reading(folder: Path, path: Path) -> int:
    """The lock file of a folder that may only be read; -1 where there is none and none can be made."""
    try:
        return os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return -1
    except OSError as error:
        raise StoreUnavailable(f"{folder}: cannot be read ({error.strerror})") from None


def _try_lock(descriptor: int, *, shared: bool) -> bool:
    if sys.platform == "win32":  # there the engine's own lock is all there is
        return True
    import fcntl  # noqa: PLC0415 - not on every platform

    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(descriptor: int) -> int | None:
    """The writer's process id, None where readers hold the lock (or it cannot be told)."""
    with contextlib.suppress(OSError, ValueError):
        pid = int(os.pread(descriptor, 20, 0))
        os.kill(pid, 0)
        return pid
    return None


def _in_use(folder: Path, holder: int | None) -> str:
    if holder == os.getpid():
        return f"{folder}: this process has the store open already"
    who = f"process {holder}" if holder else "another process"
    return f"{folder}: {who} has the store open; try again when it is done"
