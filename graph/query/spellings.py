"""How else a name may have been typed: as a plural, or without the keys for ä, ö and ü."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from graph.model.ids import alias_key

_ENDINGS = ("n", "e", "s", "en", "es")  # of a plural or a case; names stand in the singular
_UMLAUT = re.compile("[aou]e")
_UMLAUTS = 3  # in one name, of which some may be none: "Israelische Streitkraefte"


def singulars(name: str) -> Iterator[str]:
    """The keys of what a name can be the plural of, in German or English; short names have none.

    >>> list(singulars("Drohnen"))
    ['drohne', 'drohn']
    """
    key = alias_key(name)
    for ending in _ENDINGS:
        stem = key.removesuffix(ending)
        if stem != key and len(stem) >= 4:
            yield stem


def umlauts(name: str) -> Iterator[str]:
    """The keys of what a name can be with ae, oe, ue for ä, ö, ü, of which keys have the first letter.

    >>> list(umlauts("Tuerkei")), list(umlauts("Iran"))
    (['turkei'], [])
    """
    key = alias_key(name)
    places = [found.start() for found in _UMLAUT.finditer(key)][:_UMLAUTS]
    for number in range(len(places), 0, -1):
        for chosen in combinations(places, number):
            yield "".join(letter for i, letter in enumerate(key) if i - 1 not in chosen)
