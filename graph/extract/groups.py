"""Speakers known by where they are from: "Western diplomats", "indische Medien"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graph.extract.gazetteer import gazetteer
from graph.extract.mentions import Mention
from graph.extract.references import nobody_in_particular
from graph.extract.tokens import Token
from graph.model import EntityRef
from seeds.catalogue import lexicon

_STACK = 3  # words from "Western" to "officials" in "Western military intelligence officials"
_MEDIA = "media reports"
_SERVICES = "intelligence services"
_OFFICIALS = "officials"


def group(mention: Mention, tokens: Sequence[Token], language: str) -> EntityRef | None:
    """Who speaks where an adjective of a part of the world, or before "media" of a state, says whence.

    Officials of a state speak for it, so they are no group.
    """
    adjective = gazetteer(language).english.get(mention.entity.id)
    if mention.form != "adjective" or adjective is None:
        return None
    words = lexicon(language, "attribution")
    behind = tokens[mention.first + 1 : mention.last + _STACK]
    kind = None
    for noun in takewhile(lambda token: token.pos in ("noun", "adj", "name"), behind):
        listed = next((name for name, nouns in words["unnamed"].items() if noun.low in nouns), None)
        official = noun.pos == "noun" and noun.lemma.endswith(tuple(words["officials"]))
        kind = _SERVICES if noun.low == words["service"] else listed or (_OFFICIALS if official else kind)
    if kind == _MEDIA:
        return nobody_in_particular(f"{adjective} media")
    if kind is None or mention.entity.kind != "organisation":
        return None
    return nobody_in_particular(f"{adjective} {kind}")
