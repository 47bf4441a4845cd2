"""Names that are also words: what one means in one place of a text, it means in all of it.

W. A. Gale, K. W. Church and D. Yarowsky, "One sense per discourse" (1992).
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extract.gazetteer import gazetteer
from seeds.catalogue import lexicon

_WORDS = 4  # to each side in which what a name means is told
_REACH = 60  # characters that these have, at most
_SHORTEST = 5  # letters of a cue that may go on: "Systeme", "missiles"
_DESIGNATION = re.compile(r"[A-Z]{1,2}-?\d")
_MANY = 3  # things with names of their own by which a text speaks of arms
_WORD = re.compile(r"\w+")


def is_arms(text: str, name: str, language: str) -> bool:
    """Whether a text tells by an arms word beside a name, somewhere, that it means arms by it.

    Letters with a number ("E-7") need only stand in a text that speaks of arms.

    Args:
        text: the article's text.
        name: as it is spelt somewhere in it.
        language: "de" or "en".

    Example:
        is_arms("A Patriot battery is there. Two more Patriots may come.", "Patriots", "en")
    """
    if _DESIGNATION.match(name):
        return _names_arms(text, language)
    return _told(text, name.removesuffix("s"), language)


@lru_cache(maxsize=1024)
def _told(text: str, name: str, language: str) -> bool:
    spelt = re.compile(rf"(?<!\w){re.escape(name)}(?:e?[sn])?(?!\w)")
    return any(_beside(text, found.start(), found.end(), language) for found in spelt.finditer(text))


def _beside(text: str, start: int, end: int, language: str) -> bool:
    """Whether an arms word stands a few words from text[start:end]."""
    before = list(_WORD.finditer(text, max(0, start - _REACH), start))[-_WORDS:]
    behind = list(_WORD.finditer(text, end, end + _REACH))[:_WORDS]
    near = [found.group().lower() for found in (*before, *behind)]
    cues = lexicon(language, "mentions")["arms_cues"]
    longer = tuple(cue for cue in cues if len(cue) >= _SHORTEST)
    if any(word in cues or word.startswith(longer) for word in near):
        return True
    first = before[0].start() if before else start
    last = behind[-1].end() if behind else end
    hits = gazetteer(language).hits(text, first, last)
    return any(hit.entry.entity.label == "Item" and "context" not in hit.entry.form for hit in hits)


@lru_cache(maxsize=64)
def _names_arms(text: str, language: str) -> bool:
    found = {
        hit.entry.entity.id
        for hit in gazetteer(language).hits(text, 0, len(text))
        if hit.entry.form == "name" and hit.entry.entity.label == "Item"
    }
    return len(found) >= _MANY
