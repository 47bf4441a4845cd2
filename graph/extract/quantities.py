"""Which number belongs to which item: the one that stands before it in the same noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.mentions import Mention
from graph.extract.numbers import Quantity, find
from graph.extract.tokens import Token

_BETWEEN = ("adj", "adp", "det", "noun", "name", "adv", "particle", "other")
_REACH = 5


def attach_quantity(
    tokens: Sequence[Token], item_index: int, mentions: Sequence[Mention], language: str
) -> Quantity | None:
    """The quantity of the item that begins at token `item_index`; None if none stands with it."""
    best: Quantity | None = None
    for quantity in find(tokens, language):
        gap = tokens[quantity.last : item_index]
        if quantity.first <= item_index < quantity.last:
            continue
        if quantity.last > item_index or len(gap) > _REACH:
            continue
        if any(m.is_item and quantity.last <= m.first < item_index for m in mentions):
            continue
        plain = all(t.pos in _BETWEEN or t.text in '"“”„»«()' for t in gap)
        if plain and sum(t.pos == "adp" for t in gap) <= 1:
            best = quantity
    return best
