"""The article's own words in parts that a model can take at once, each with a little of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.blocks import blocks
from graph.extract.sentences import split
from graph.model import Article

SIZE = 8000
"""Characters of a window, about 2,500 tokens."""
_CONTEXT = 1000  # characters of the paragraph before that are repeated, for pronouns and names
_READ = ("headline", "lead", "body")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """Stretches of an article's text, [start, end) each, in order and apart."""

    spans: tuple[Span, ...]

    def text(self, source: str) -> str:
        """Their words, a paragraph each."""
        return "\n\n".join(source[start:end] for start, end in self.spans)


def windows(article: Article, size: int = SIZE) -> Iterator[Window]:
    """The windows of an article: headline, lead and body, nothing of what stands around them.

    None is longer than `size` characters (and what a paragraph of context adds).

    >>> text = "Panzer für Kiew\\nFoto: dpa\\nBerlin hat am Montag 18 Panzer an Kiew geliefert."
    >>> [w.text(text) for w in windows(Article("1", text, "", title="Panzer für Kiew", language="de"))]
    ['Panzer für Kiew\\n\\nBerlin hat am Montag 18 Panzer an Kiew geliefert.']
    """
    spans: list[Span] = []
    fresh = 0
    for piece in _pieces(article, size):
        length = piece[1] - piece[0]
        if fresh and fresh + length > size:
            yield Window(tuple(spans))
            last = spans[-1]
            spans, fresh = ([last] if last[1] - last[0] <= _CONTEXT else []), 0
        spans.append(piece)
        fresh += length
    if fresh:
        yield Window(tuple(spans))


def _pieces(article: Article, size: int) -> Iterator[Span]:
    """The blocks that are read; one that is too long by sentences, and such a sentence by length."""
    for block in blocks(article):
        if block.kind not in _READ:
            continue
        if block.end - block.start <= size:
            yield block.start, block.end
            continue
        begun: int | None = None
        ended = block.start
        for sentence in split(article.text, block.start, block.end, block.kind, article.language or ""):
            if begun is not None and sentence.end - begun > size:
                yield from _cut(begun, ended, size)
                begun = None
            begun = sentence.start if begun is None else begun
            ended = sentence.end
        if begun is not None:
            yield from _cut(begun, ended, size)


def _cut(start: int, end: int, size: int) -> Iterator[Span]:
    for at in range(start, end, size):
        yield at, min(at + size, end)
