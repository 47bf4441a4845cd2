"""Annotated texts: where they lie, how they are split, and what the rules' stages find in them."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.extract.model.reading import Read, read
from graph.model import Article


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its annotations and what the stages before the encoder find in it."""

    name: str
    article: Article
    golds: tuple[dict[str, Any], ...]
    reads: tuple[Read, ...]


def documents(
    folders: Sequence[Path], cache: Path | None = None, *, read_sentences: bool = True
) -> Iterator[Document]:
    """The annotated texts of folders with `articles/` and `frames/`, in the order of their names.

    Args:
        folders: where they lie.
        cache: a folder to keep what the stages found in (pickled; safe to delete).
        read_sentences: false leaves `reads` empty.
    """
    for folder in folders:
        for frame in sorted((folder / "frames").glob("*.json")):
            data = json.loads(frame.read_text(encoding="utf-8"))
            path = folder / "articles" / data["article"]
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            article = Article(
                id=data["article"],
                text=text,
                content_hash="",
                path=data["article"],
                published=data["published"],
                language=data["language"],
            )
            yield Document(
                data["article"],
                article,
                tuple(data["assertions"]),
                _reads(article, cache) if read_sentences else (),
            )


def _reads(article: Article, cache: Path | None) -> tuple[Read, ...]:
    if cache is None:
        return tuple(read(article))
    key = hashlib.sha256(f"{article.id}\0{article.text}\0{article.published}".encode()).hexdigest()[:24]
    kept = cache / f"{key}.pickle"
    if kept.exists():
        return tuple(pickle.loads(kept.read_bytes()))
    found = tuple(read(article))
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(found))
    return found
