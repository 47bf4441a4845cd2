"""Particles of English phrasal verbs, which look like prepositions: "handed over tanks"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graph.extract.tokens import Token
from seeds.catalogue import lexicon


def is_particle(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Whether token i is the particle of the verb right before it."""
    if language != "en" or i < 1 or tokens[i - 1].pos != "verb":
        return False
    return (tokens[i - 1].lemma, tokens[i].low) in _phrasal_verbs()


@cache
def _phrasal_verbs() -> frozenset[tuple[str, str]]:
    groups = lexicon("en", "frames")["verbs"].values()
    pairs = (str(entry).partition("|") for entries in groups for entry in entries)
    return frozenset((verb, particle) for verb, bar, particle in pairs if bar)
