"""Runs the command and writes which of the project's functions it called: traced.py OUT ARGUMENT..."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

ROOT = str(Path(__file__).resolve().parents[2])


def main() -> None:
    """Run `armsgraph ARGUMENT...`; each line of OUT is a file and a function's qualified name."""
    out, *arguments = sys.argv[1:]
    called: dict[tuple[str, str], None] = {}

    def profile(frame: FrameType, event: str, argument: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(ROOT):
            file = Path(code.co_filename).relative_to(ROOT).as_posix()
            called.setdefault((file, code.co_qualname), None)

    sys.setprofile(profile)
    from graph.cli.main import main as command  # noqa: PLC0415 - its loading is watched, too

    sys.argv = ["armsgraph", *arguments]
    try:
        command()
    finally:
        sys.setprofile(None)
        lines = [f"{file} {name}\n" for file, name in called]
        Path(out).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
