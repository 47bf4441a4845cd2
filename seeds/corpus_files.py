"""The annotated corpus: which texts there are, and which part each belongs to.

The corpus lies in a checkout only; the installed package does not carry it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Part = Literal["train", "validation", "test"]

_PARTS = 20  # twentieths of the texts: three for validation, three for test
_VALIDATION, _TEST = (0, 1, 2), (3, 4, 5)


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with its annotations, as `docs/annotating.md` describes them."""

    name: str
    text: str
    language: str
    published: str | None
    assertions: tuple[Mapping[str, Any], ...]


def folder() -> Path:
    """Where the corpus lies."""
    return Path(__file__).parent / "corpus"


def split(name: str) -> Part:
    """The part that a text belongs to, by its file name alone, so that new texts move no old ones.

    >>> split("t1_001.txt"), split("t1_002.txt")
    ('train', 'validation')
    """
    part = int(hashlib.sha256(name.encode()).hexdigest(), 16) % _PARTS
    return "validation" if part in _VALIDATION else "test" if part in _TEST else "train"


def texts(where: Path | None = None) -> Iterator[AnnotatedText]:
    """Every text with its annotations, in the order of the names.

    Args:
        where: a folder with `articles/` and `frames/` (default: seeds/corpus).
    """
    where = where or folder()
    for frame in sorted((where / "frames").glob("*.json")):
        data = json.loads(frame.read_text(encoding="utf-8"))
        with (where / "articles" / data["article"]).open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield AnnotatedText(
            data["article"], text, data["language"], data["published"], tuple(data["assertions"])
        )
