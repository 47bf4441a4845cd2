"""Whether a quote stands in the text: a model's words count only where the article has them, too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.extract.llm.windows import Span

_FEWEST_WORDS = 2  # a lone word or a full stop stands in every text and proves nothing


def locate(quote: str, text: str, spans: Iterable[Span]) -> Span | None:
    """Where the quote stands in one of the spans of the text; None where it does not.

    Letter for letter; failing that, with any white space for any other, as models copy line
    breaks as blanks.

    >>> locate("18 Panzer geliefert", "Berlin hat 18\\n Panzer geliefert.", [(0, 33)])
    (11, 31)
    >>> locate("19 Panzer geliefert", "Berlin hat 18 Panzer geliefert.", [(0, 31)]) is None
    True
    """
    words = quote.split()
    if len(words) < _FEWEST_WORDS:
        return None
    places = tuple(spans)
    wanted = quote.strip()
    for start, end in places:
        at = text.find(wanted, start, end)
        if at >= 0:
            return at, at + len(wanted)
    folded = re.compile(r"\s+".join(map(re.escape, words)))
    for start, end in places:
        if match := folded.search(text, start, end):
            return match.span()
    return None
