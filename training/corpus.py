"""Annotated texts: where they lie, how they are split, and what the rules' stages find in them."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import graph.extract
from graph.extract.model.reading import Read, read
from graph.model import Article
from seeds.corpus_files import texts
from seeds.yaml_files import seeds_folder


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its annotations and what the stages before the encoder find in it."""

    name: str
    article: Article
    golds: tuple[Mapping[str, Any], ...]
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
        for one in texts(folder):
            article = Article(
                id=one.name,
                text=one.text,
                content_hash="",
                path=one.name,
                published=one.published,
                language=one.language,
            )
            yield Document(
                one.name, article, one.assertions, _reads(article, cache) if read_sentences else ()
            )


def _reads(article: Article, cache: Path | None) -> tuple[Read, ...]:
    if cache is None:
        return tuple(read(article))
    key = hashlib.sha256(
        f"{_stages()}\0{article.id}\0{article.text}\0{article.published}".encode()
    ).hexdigest()[:24]
    kept = cache / f"{key}.pickle"
    if kept.exists():
        return tuple(pickle.loads(kept.read_bytes()))
    found = tuple(read(article))
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(found))
    return found


@cache
def _stages() -> str:
    """What the stages are made of: their code and the data they read."""
    told = hashlib.sha256()
    for folder, kinds in (
        (Path(graph.extract.__file__).parent, ("*.py",)),
        (seeds_folder(), ("*.py", "*.yaml", "*.gz")),
    ):
        for path in sorted(p for kind in kinds for p in folder.rglob(kind)):
            told.update(path.read_bytes())
    return told.hexdigest()
