"""Who is named with a number alone, the item left out: "Poland gave 14 tanks, Norway eight"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.extract.lone_numbers import uncounting
from graph.extract.mentions import Mention
from graph.extract.numbers import Quantity
from graph.extract.quantities import attach_quantity
from graph.extract.sides import principal
from graph.extract.tokens import Token
from graph.model import EntityRef

_BETWEEN = ("verb", "aux", "modal", "adv", "to", "particle", "det", "adj", "proav")
_REACH = 6  # words from the actor to his number


class Gapped(NamedTuple):
    """An actor, his number, and the actor of the first part, beside whom he stands."""

    actor: EntityRef
    beside: EntityRef
    quantity: Quantity


def gapped(
    tokens: Sequence[Token], item: Mention, mentions: Sequence[Mention], language: str
) -> Iterator[Gapped]:
    """The actors behind a counted item who are named with a number of their own and no item.

    "Denmark handed over 19 F-16s, the Netherlands pledged 24 and Norway six": both stand
    beside Denmark, who is named first in the part with the item.

    Args:
        tokens: of the sentence.
        item: what its first part counts.
        mentions: in the sentence.
        language: "de" or "en".
    """
    found = tuple(_numbered(tokens, item, mentions, language))
    counted = attach_quantity(tokens, item.first, mentions, language) if found else None
    if counted is None:
        return
    beside = next((m for m in mentions if m.is_actor and m.last <= counted.first and not m.attribute), None)
    first = principal(beside.entity, language) if beside else None
    for actor, quantity in found:
        if first is not None and actor != first:
            yield Gapped(actor, first, quantity)


def _numbered(
    tokens: Sequence[Token], item: Mention, mentions: Sequence[Mention], language: str
) -> Iterator[tuple[EntityRef, Quantity]]:
    """The actors behind an item with a number that counts nothing else, up to the next item."""
    if not any(m.is_actor and m.first >= item.last for m in mentions):
        return
    later = [m for m in mentions if m.is_item and m.first > item.first and m.entity != item.entity]
    for quantity in uncounting(tokens, mentions, language):
        if quantity.first < item.last or any(m.first < quantity.first for m in later):
            continue
        who = _before(tokens, quantity.first, mentions)
        actor = principal(who.entity, language) if who and who.first >= item.last else None
        if actor is not None:
            yield actor, quantity


def _before(tokens: Sequence[Token], i: int, mentions: Sequence[Mention]) -> Mention | None:
    """The actor before the number at token i, with nothing but a verb between them."""
    for j in range(i - 1, max(0, i - _REACH) - 1, -1):
        found = next((m for m in mentions if m.is_actor and m.last == j + 1), None)
        if found is not None:
            return None if found.attribute else found
        if tokens[j].pos not in _BETWEEN:
            return None
    return None
