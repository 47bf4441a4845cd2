"""Runs what the documents show: the commands of their ```console blocks, in a folder of their own."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.conftest import environment
from tests.docs.documents import ROOT

_GAP = re.compile(r"\s*\.\.\.\s*")


@dataclass(frozen=True)
class Shown:
    """A command and the lines of output that a document shows of it; "..." stands for anything."""

    command: str
    output: tuple[str, ...]

    def __str__(self) -> str:
        return self.command


def shown(body: str) -> Iterator[Shown]:
    """The commands of a block: lines that begin with "$ ", and those to which a shell would go on."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        lines = part.splitlines()
        end = next((n for n in range(1, len(lines)) if _whole("\n".join(lines[:n]))), len(lines))
        yield Shown("\n".join(lines[:end]), tuple(line for line in lines[end:] if line.strip()))


def _whole(command: str) -> bool:
    """Whether the command ends here, and no quote or backslash leads on to the next line."""
    try:
        shlex.split(command)
    except ValueError:
        return False
    return not command.endswith("\\")


@dataclass
class Shell:
    """A shell in `folder`, in which `armsgraph` is the code of `tree`."""

    folder: Path
    tree: Path = ROOT
    variables: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        program = self.folder / ".bin" / "armsgraph"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m graph.cli.main "$@"\n', encoding="utf-8")
        program.chmod(0o755)

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        given = environment(self.folder)
        paths = os.pathsep.join((str(self.folder / ".bin"), str(Path(sys.executable).parent), given["PATH"]))
        return subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=given | {"PATH": paths, "PYTHONPATH": str(self.tree)} | self.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def check(self, one: Shown) -> None:
        """Run it; it has to succeed and to print every line that is shown, in their order."""
        result = self.run(one.command)
        assert result.returncode == 0, f"$ {one.command}\n{result.stdout}"
        printed = [_plain(line) for line in result.stdout.splitlines()]
        begin = 0
        for line in one.output:
            pattern = ".*".join(map(re.escape, _GAP.split(_plain(line))))
            at = next((i for i in range(begin, len(printed)) if re.search(pattern, printed[i])), None)
            assert at is not None, f"$ {one.command}\nshould print:\n{line}\nprints:\n" + "\n".join(printed)
            begin = at + (line.strip() != "...")


def _plain(line: str) -> str:
    return " ".join(line.split())
