"""Sentences that tell only who said the one before: "Polen liefert Panzer. Das teilte Warschau mit."."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.attribution import shows, speaks
from graph.extract.sentences import Sentence
from graph.extract.tokens import Token
from seeds.catalogue import lexicon


def followed(text: str, sentences: Sequence[Sentence], language: str) -> list[tuple[int, ...]]:
    """For each sentence the next one, where that begins as a credit line does.

    Whether it is one, its tokens tell (`credits`).
    """
    openings = tuple(f"{word.capitalize()} " for word in lexicon(language, "attribution")["credits"])
    begins = [text.startswith(openings, sentence.start) for sentence in sentences] if openings else []
    return [(number + 1,) if any(begins[number + 1 : number + 2]) else () for number in range(len(sentences))]


def credits(tokens: Sequence[Token], language: str) -> bool:
    """Whether a sentence tells only who said the one before."""
    words = lexicon(language, "attribution")
    if len(tokens) < 2 or tokens[0].low not in words["credits"]:
        return False
    if tokens[1].pos == "aux":  # "Das hat ein Sprecher bestätigt"
        return any(t.form == "part" and speaks(tokens, i, language) for i, t in enumerate(tokens))
    return speaks(tokens, 1, language) or shows(tokens, 1, words)
