"""Which number belongs to which item: the one that stands before it in the same noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.mentions import Mention
from graph.extract.numbers import Quantity, find
from graph.extract.tokens import Token
from graph.model import Modality, Relation
from seeds.catalogue import lexicon

_BETWEEN = ("adj", "adp", "det", "noun", "name", "adv", "particle", "other")
_QUOTES = '"“”„»«()'
_REACH = 5
_SINGLE: tuple[Relation, ...] = ("operates", "deploys")


def attach_quantity(
    tokens: Sequence[Token], item_index: int, mentions: Sequence[Mention], language: str
) -> Quantity | None:
    """The quantity of the item that begins at token `item_index`; None if none stands with it.

    A number inside a mention belongs to its name ("Leopard 2") and counts nothing.
    """
    best: Quantity | None = None
    counted: list[Quantity] = []
    for quantity in find(tokens, language, item_index):
        gap = tokens[quantity.last : item_index]
        if quantity.last > item_index or len(gap) > _REACH or _in_a_name(quantity, mentions):
            continue
        if any(m.is_item and quantity.last <= m.first < item_index for m in mentions):
            continue
        plain = all(token.pos in _BETWEEN or token.text in _QUOTES for token in gap)
        if plain and sum(token.pos == "adp" for token in gap) <= 1:
            best = _part(tokens, quantity, counted) or quantity
        counted.append(quantity)
    return None if best is None or _vague(tokens, best, language) else best


def asserted_quantity(
    tokens: Sequence[Token],
    item_index: int,
    mentions: Sequence[Mention],
    language: str,
    relation: Relation,
    modality: Modality,
) -> Quantity | None:
    """The same where it is known what is asserted of the item.

    A German "ein" before what was used or stationed counts one ("griff mit einer Rakete
    an"); before what is made, bought or asked for it mostly means the kind.
    """
    found = attach_quantity(tokens, item_index, mentions, language)
    if found is not None or language != "de" or relation not in _SINGLE or modality != "reported":
        return found
    i = item_index - 1
    while i >= 0 and tokens[i].pos == "adj":
        i -= 1
    one = i >= 0 and tokens[i].low in lexicon(language, "numbers")["articles"]
    return Quantity(1.0, i, i + 1) if one else None


def _vague(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """Whether no number is told: "Tausende", "dozens"; "several hundred" tells one."""
    return tokens[quantity.first].low in lexicon(language, "numbers")["vague"]


def _part(tokens: Sequence[Token], whole: Quantity, counted: Sequence[Quantity]) -> Quantity | None:
    """What counts a part of a whole: the three of "drei von fünf Systemen"."""
    if whole.first == 0 or tokens[whole.first - 1].low not in ("von", "of"):
        return None
    return next((q for q in counted if q.last in (whole.first - 1, whole.first)), None)


def _in_a_name(quantity: Quantity, mentions: Sequence[Mention]) -> bool:
    return any(m.first < quantity.last and quantity.first < m.last for m in mentions if m.form == "name")
