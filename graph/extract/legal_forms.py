"""Legal forms behind the names of firms, which are a part of the name: "Raytheon Co.", "GmbH & Co. KG"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graph.extract.tokens import Token
from seeds.catalogue import lexicon


def past(tokens: Sequence[Token], i: int, language: str) -> int:
    """The index behind the legal form that begins at token i, i itself where none does.

    Full stops that shorten belong to it, but never the last of a sentence.
    """
    last = i
    while True:
        following = last
        while following < len(tokens) and tokens[following].text in ("&", ","):
            following += 1
        if following == len(tokens) or tokens[following].text not in _forms(language):
            return last
        last = following + 1
        if last < len(tokens) - 1 and tokens[last].text == ".":
            last += 1


@cache
def _forms(language: str) -> frozenset[str]:
    return frozenset(lexicon(language, "mentions")["legal_forms"])
