"""The documents as data: their tables, their fenced blocks, the names that they mention."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = (
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
)

_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
_CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True)
class Block:
    """A fenced block: the first word behind its fence, the rest of that line, what stands in it."""

    kind: str
    name: str
    body: str


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[Block]:
    """The fenced blocks of one kind, in their order."""
    found = []
    for match in _FENCE.finditer(text):
        word, _, rest = match["info"].strip().partition(" ")
        if word == kind:
            found.append(Block(word, rest.strip(), textwrap.dedent(match["body"])))
    return found


def block(text: str, kind: str, name: str) -> str:
    """The body of the one block that is named so."""
    [body] = [found.body for found in blocks(text, kind) if found.name == name]
    return body


def prose(text: str) -> str:
    """The text without its fenced blocks."""
    return _FENCE.sub("", text)


def table(text: str, first_heading: str) -> list[tuple[str, ...]]:
    """The rows below the heading of the table whose first column is headed so."""
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith(f"| {first_heading} |"):
            return list(_rows(lines))
    raise AssertionError(f"no table headed {first_heading!r}")


def _rows(lines: Iterator[str]) -> Iterator[tuple[str, ...]]:
    next(lines)  # the rule below the headings
    for line in lines:
        if not line.startswith("|"):
            return
        yield tuple(cell.strip() for cell in line.strip("|").split("|"))


def codes(text: str) -> list[str]:
    """What stands between backticks, in its order.

    >>> codes("`a` and `b c`")
    ['a', 'b c']
    """
    return _CODE.findall(text)
