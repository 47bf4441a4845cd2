"""Numbers that stand alone: they count what the text has named elsewhere, earlier or in the same sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from graph.extract.mentions import Mention
from graph.extract.numbers import Quantity, find
from graph.extract.tokens import Token
from seeds.catalogue import lexicon

_NO_NOUN = ("verb", "aux", "modal", "adp", "punct", "adv", "proav", "pron", "subord", "particle", "to")


def lone(tokens: Sequence[Token], mentions: Sequence[Mention], language: str) -> Quantity | None:
    """The one number that stands with no noun, if there is one alone: "So far 180 have been ordered".

    Args:
        tokens: of the sentence.
        mentions: in it.
        language: "de" or "en".
    """
    free = list(uncounting(tokens, mentions, language))
    return free[0] if len(free) == 1 else None


def is_vague(tokens: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """Whether no number is told: "Tausende", "dozens", "several hundred"."""
    words, first = lexicon(language, "numbers"), tokens[quantity.first].low
    return first in words["vague"] or first in words["several"]


def in_a_name(quantity: Quantity, mentions: Sequence[Mention]) -> bool:
    """Whether it belongs to a name: the 2 of "Leopard 2"."""
    return any(m.first < quantity.last and quantity.first < m.last for m in mentions if m.form == "name")


def uncounting(tokens: Sequence[Token], mentions: Sequence[Mention], language: str) -> Iterator[Quantity]:
    """The numbers of things that stand with no noun but a counter: "two", "31 Stück", "50 of them"."""
    words = lexicon(language, "numbers")
    if any(token.low in words["shares"] for token in tokens):
        return  # "from 72 to 36 per cent"
    items = {m.first for m in mentions if m.is_item}
    behind = {m.last for m in mentions if m.entity.kind == "state"}
    for quantity in find(tokens, language):
        if in_a_name(quantity, mentions) or is_vague(tokens, quantity, language) or _age(tokens, quantity):
            continue
        if quantity.first and tokens[quantity.first - 1].pos == "name" and quantity.first not in behind:
            continue  # "Air Base 101", but "Norway six"
        if any(token.low in words["labels"] for token in tokens[max(0, quantity.first - 2) : quantity.first]):
            continue  # "des Modells Pansarbandvagn 302"
        i = quantity.last
        while i < len(tokens) and (
            words["counters"].get(tokens[i].low) == "pieces" or tokens[i].low in words["more"]
        ):
            i += 1
        if i == len(tokens) or _of_these(tokens, i, items, words) or _no_noun(tokens, i, mentions, words):
            yield quantity


def _no_noun(tokens: Sequence[Token], i: int, mentions: Sequence[Mention], words: Mapping[str, Any]) -> bool:
    """Whether what follows a number is nothing that it could count; in "24 and Norway six" it is none."""
    if tokens[i].pos == "coord":
        return any(m.is_actor and m.first == i + 1 and not m.attribute for m in mentions)
    return tokens[i].pos in _NO_NOUN and tokens[i].low not in words["no_number_before"]


def _of_these(tokens: Sequence[Token], i: int, items: Collection[int], words: Mapping[str, Any]) -> bool:
    """Whether "of them" stands at token i, or "of the jets"."""
    if tokens[i].low not in words["of_these"]:
        return False
    behind = i + 1 + (tokens[i + 1 : i + 2] != () and tokens[i + 1].pos == "det")
    return behind in items or (behind < len(tokens) and tokens[behind].pos == "pron")


def _age(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether it stands between commas behind a name: "Karim Bessaoud, 51, sold ..."."""
    around = (*tokens[quantity.first - 1 : quantity.first], *tokens[quantity.last : quantity.last + 1])
    commas = [token.text for token in around] == [",", ","]
    return commas and quantity.first > 1 and tokens[quantity.first - 2].pos == "name"
