"""The whole name of a person of whom a sentence gives the last name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.extract.tagger import tagger
from seeds.catalogue import lexicon

_FIRST_NAME = re.compile(r"(?:\b([\w-]+) )?\b([A-ZÄÖÜ][\w-]+) \Z")  # before a last name
_REACH = 100  # characters before a last name in which the first name and a calling stand


def whole_name(text: str, last_name: str, language: str) -> str | None:
    """The name with the first name that a text gives it anywhere, also where no arms are near; else None.

    Example:
        whole_name("Peter Arnoldi sagt nichts. Später sagt Arnoldi doch etwas.", "Arnoldi", "de")
    """
    reader, called = tagger(language), callings(language)
    for place in _places(text, last_name):
        found = _FIRST_NAME.search(text, max(0, place - _REACH), place)
        if found is None:
            continue
        calling, first_name = found.groups(default="")
        if first_name.lower().endswith(called):
            continue  # "Militärexperte"
        possible = {reader.tags[tag][0] for tag in reader.readings(first_name, False)}
        if "name" in possible or calling.lower().endswith(called):  # "Expertin Dina Arnoldi"
            return f"{first_name} {last_name}"
    return None


@cache
def callings(language: str) -> tuple[str, ...]:
    """What stands before names: titles, and what people are."""
    words = lexicon(language, "mentions")["titles"], lexicon(language, "attribution")["people"]
    return tuple(word for own in words for word in own)


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands as a whole word, but for what is before it."""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        if not (text[end : end + 1].isalnum() or text[end : end + 1] == "_"):
            yield place
        place = text.find(name, end)
