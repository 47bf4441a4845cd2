"""Institutes and the like that no list knows, found by their names: "Institute for Supply Chain Studies"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.extract.references import unlisted
from graph.extract.tokens import Token
from graph.model import EntityRef
from seeds.catalogue import lexicon

_BEFORE = 3  # words before "Institute" in its name
_LONGEST = 8  # words behind it


def find(
    tokens: Sequence[Token], taken: Sequence[tuple[int, int]], language: str
) -> Iterator[tuple[EntityRef, int, int]]:
    """The institutes of a sentence as (entity, first token, last token exclusive), left to right.

    Either all of the name says what it is, or the noun before it does: "des Instituts GI-TOC".

    Args:
        tokens: the sentence's tokens.
        taken: token ranges that name something known already.
        language: "de" or "en".
    """
    words = lexicon(language, "mentions")
    free = [True] * len(tokens)
    for first, last in taken:
        free[first:last] = [False] * (last - first)
    for i, token in enumerate(tokens):
        span = None
        if token.text in words["institute_heads"] and free[i]:
            span = _by_field(tokens, i, free, words)
        if span is None and token.pos == "noun" and token.lemma in words["institute_nouns"]:
            span = _called(tokens, i + 1, free)
        if span is not None:
            first, last = span
            free[first:last] = [False] * (last - first)
            yield unlisted(" ".join(t.text for t in tokens[first:last]), "organisation"), first, last


def _by_field(
    tokens: Sequence[Token], head: int, free: Sequence[bool], words: Mapping[str, Any]
) -> tuple[int, int] | None:
    """The name around a head with the field that it works in: "Riga Institute for Trade Research"."""
    last = head + 1
    if last == len(tokens) or tokens[last].low not in words["institute_links"]:
        return None
    end = last
    while end < min(len(tokens), head + _LONGEST):
        token = tokens[end]
        inside = token.low in words["institute_links"] or token.low in words["institute_joins"]
        if not free[end] or not (_large(token) or inside):
            break
        end += 1
        if _large(token):
            last = end
    if last == head + 1:
        return None  # "the institute for" nothing
    first = head
    while first > max(0, head - _BEFORE) and free[first - 1] and _large(tokens[first - 1]):
        if tokens[first - 1].pos not in ("name", "noun", "adj") or tokens[first - 1].text.endswith("-based"):
            break
        first -= 1
    return first, last


def _called(tokens: Sequence[Token], first: int, free: Sequence[bool]) -> tuple[int, int] | None:
    """The name that stands behind a noun: "das Institut GI-TOC"."""
    last = first
    while last < len(tokens) and free[last] and tokens[last].pos == "name" and _large(tokens[last]):
        last += 1
    return (first, last) if last > first else None


def _large(token: Token) -> bool:
    return token.text[0].isupper()
