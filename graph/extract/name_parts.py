"""What belongs to the name of a person though it is small: "Geoffrey van Leeuwen", "Jassim al-Bayati"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.tokens import Token
from seeds.catalogue import lexicon

_MOST = 2  # such words in a row: "van der"
_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|el|ul)-[A-Z]\w")


def joining(tokens: Sequence[Token], i: int, language: str) -> int:
    """How many tokens from i on go on with the name that ends before it, up to its next large word.

    0 where the name is over.
    """
    if i < len(tokens) and _ARTICLE.match(tokens[i].text):
        return 1
    words = lexicon(language, "mentions")
    last, particles = i, words["name_particles"]
    while last < min(len(tokens), i + _MOST) and tokens[last].text in particles:
        last, particles = last + 1, words["further_particles"]
    named = i < last < len(tokens) and tokens[last].pos in ("name", "noun") and tokens[last].text[0].isupper()
    return last + 1 - i if named else 0
