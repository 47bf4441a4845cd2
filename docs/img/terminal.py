"""Makes terminal.svg, the picture in the README: python docs/img/terminal.py [OUT]

Runs the commands on the example articles, in a passing folder and on a terminal of its own
(so it needs a POSIX system), and lets rich draw what they print. Needs armsgraph installed.
"""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[2]
OUT = Path(__file__).with_name("terminal.svg")
COLUMNS = 126
COMMANDS = (
    "armsgraph load --quiet seeds/articles",
    "armsgraph show Pjöngjang",
    "armsgraph evidence 24008191c326",
)

_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def picture(commands: tuple[str, ...] = COMMANDS) -> str:
    """The commands and what they print, as SVG."""
    console = Console(
        record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, legacy_windows=False
    )
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds" / "articles", Path(folder) / "seeds" / "articles")
        for number, command in enumerate(commands):
            if number:
                console.print()
            console.print(Text.assemble(("$ ", "bold green"), (command, "bold")))
            printed = on_terminal(shlex.split(command)[1:], folder)
            console.print(Text.from_ansi(printed), soft_wrap=True)
    svg = console.export_svg(title="armsgraph", unique_id="armsgraph")
    # rich's format asks a server for its font; a picture fetches nothing.
    svg = _WEB_FONT.sub("", svg).replace("Fira Code", "ui-monospace, Menlo, Consolas")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def on_terminal(arguments: list[str], folder: str) -> str:
    """What `armsgraph` prints to a terminal, colours included; its notes and progress left out.

    Raises:
        subprocess.CalledProcessError: the command fails; what it said goes to stderr.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ARMSGRAPH_", "NEO4J_", "COLUMNS"))}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as notes:
        process = subprocess.Popen(
            [sys.executable, "-m", "graph.cli.main", *arguments],
            cwd=folder,
            env=kept | {"ARMSGRAPH_STORE": "store", "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=notes,
        )
        os.close(theirs)
        chunks = []
        while chunk := _read(ours):
            chunks.append(chunk)
        os.close(ours)
        if process.wait():
            notes.seek(0)
            print(notes.read(), file=sys.stderr)
            raise subprocess.CalledProcessError(process.returncode, process.args)
    return b"".join(chunks).decode("utf-8").replace("\r\n", "\n").rstrip("\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other side has closed
        return b""


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    target.write_text(picture(), encoding="utf-8", newline="\n")
    print(target)
