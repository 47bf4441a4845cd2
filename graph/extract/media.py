"""Names of media that are also words: "Die Welt", "Bild", "Time" are papers only where the text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.tokens import Token
from seeds.catalogue import lexicon

_OPENING = re.compile(r"[\"„“”»«‚‘'](?:(?:the|der|die|das)\s+)?\Z", re.IGNORECASE)
_CLOSING = re.compile(r"[\"“”«»‘’']")
_BETWEEN = frozenset("\"„“”»«‚‘'’") | {"the", "der", "die", "das", "dem", "den", "a", "an"}


def meant(text: str, tokens: Sequence[Token], start: int, end: int, language: str) -> bool:
    """Whether text[start:end], which names a medium, means it.

    A name that is no other word always does. One that is must stand in quotes, beside a
    noun such as "Zeitung" or a verb such as "berichtet", or after "laut".
    """
    words = lexicon(language, "mentions")["media"]
    if text[start:end].lower().removesuffix("s") not in {w.removesuffix("s") for w in words["doubtful"]}:
        return True
    if _OPENING.search(text, 0, start) and _CLOSING.match(text, end):
        return True
    before = [t for t in tokens if t.end <= start and t.low not in _BETWEEN][-2:]
    after = next((t for t in tokens if t.start >= end and t.low not in _BETWEEN), None)
    glued = next((t for t in tokens if t.start <= start and t.end > end), None)  # "SPIEGEL-Informationen"
    if glued is not None and glued.low.endswith(tuple(words["nouns"])):
        return True
    if any(_says(token, words) for token in (*before[-1:], after) if token is not None):
        return True
    return " ".join(t.low for t in before).endswith(tuple(words["cues"]))


def _says(token: Token, words: dict[str, list[str]]) -> bool:
    if token.pos == "verb":
        return token.lemma in words["verbs"]
    return token.pos in ("noun", "name") and token.lemma.endswith(tuple(words["nouns"]))
