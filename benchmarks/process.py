"""What Linux tells of a process."""

from __future__ import annotations

from pathlib import Path


def megabytes(name: str, process: int | str = "self") -> float:
    """Memory by its name in /proc/PROCESS/status: VmRSS is resident now, VmHWM was so at the peak."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if line.startswith(name))
    return int(line.split()[1]) / 1024
