"""Which number belongs to which item: the one that stands before it in the same noun phrase."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.extract.lone_numbers import in_a_name, is_vague, lone
from graph.extract.mentions import Mention
from graph.extract.numbers import Quantity, find
from graph.extract.tokens import Token
from graph.model import Modality, Relation
from seeds.catalogue import lexicon

_BETWEEN = ("adj", "adp", "det", "noun", "name", "adv", "particle", "other")
_QUOTES = '"“”„»«()'
_REACH = 5
_SINGLE: tuple[Relation, ...] = ("supplies", "operates", "deploys")
_PACKAGES = ("containers", "boxes", "shipments")
_UNCOUNTED: tuple[Relation, ...] = ("supports", "requests")
_REAL: tuple[Modality, ...] = ("reported", "planned")


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
        if quantity.last <= item_index and _packed(gap, quantity, language):
            best = quantity
            continue
        if quantity.last > item_index or len(gap) > _REACH or in_a_name(quantity, mentions):
            continue
        between = [m for m in mentions if m.is_item and quantity.last <= m.first < item_index]
        if any(not _same_kind(tokens[m.last : item_index], language) for m in between):
            continue
        plain = all(_passes(gap, i, language) for i in range(len(gap)))
        if plain and sum(token.pos == "adp" for token in gap) <= 1:
            best = _part(tokens, quantity, counted, mentions, language) or quantity
        counted.append(quantity)
    return None if best is None or is_vague(tokens, best, language) else best


def _packed(gap: Sequence[Token], quantity: Quantity, language: str) -> bool:
    """Whether the item is what packages hold: "13.000 Container mit Granaten, Raketen und Minen"."""
    holds = len(gap) > 1 and gap[1].low in lexicon(language, "numbers")["holding"]
    inside = (*_BETWEEN, "coord", "punct")
    return holds and quantity.unit in _PACKAGES and all(token.pos in inside for token in gap)


def _same_kind(gap: Sequence[Token], language: str) -> bool:
    """Whether what stands between two names of items says that both are one: "Flugzeuge vom Typ F-16"."""
    kinds = lexicon(language, "numbers")["kinds"]
    return all(token.low in kinds or token.pos == "adj" for token in gap)


def _passes(gap: Sequence[Token], i: int, language: str) -> bool:
    """Whether a token may stand between a number and what it counts: "24 Kampf- und", "two 35 mm"."""
    token = gap[i]
    halved = token.pos == "coord" and i > 0 and gap[i - 1].text.endswith("-")
    millimetres = lexicon(language, "numbers")["millimetres"]
    calibre = any(near.low in millimetres for near in gap[i : i + 2])
    return halved or calibre or token.pos in _BETWEEN or token.text in _QUOTES


def asserted_quantity(
    tokens: Sequence[Token],
    item_index: int,
    mentions: Sequence[Mention],
    language: str,
    relation: Relation,
    modality: Modality,
) -> Quantity | None:
    """The same where it is known what is asserted of the item; -1: of one that an earlier sentence names.

    What no other noun stands with counts it, too: "Two were handed over in May", "drones, 300 of
    them". An article before a single thing that is given, used or stationed counts one ("griff
    mit einer Rakete an"); before what is made or asked for it mostly means the kind.
    """
    if item_index < 0:
        return lone(tokens, mentions, language)
    found = _of_people(tokens, item_index, mentions, language)
    found = found or attach_quantity(tokens, item_index, mentions, language)
    if found is None and relation not in _UNCOUNTED:
        found = _apart(tokens, mentions, language)
    if found is None and relation in _SINGLE and modality in _REAL:
        found = _one(tokens, item_index, mentions, language)
    return found


def _of_people(
    tokens: Sequence[Token], item_index: int, mentions: Sequence[Mention], language: str
) -> Quantity | None:
    """How many people a verb is about that tells the item: "will train 2,000 soldiers"."""
    if not any(m.by_verb and m.first == item_index for m in mentions):
        return None
    people = sorted(
        (m.first for m in mentions if m.entity.kind == "personnel"), key=lambda i: abs(i - item_index)
    )
    found = (attach_quantity(tokens, i, mentions, language) for i in people)
    return next((quantity for quantity in found if quantity is not None), None)


def _one(
    tokens: Sequence[Token], item_index: int, mentions: Sequence[Mention], language: str
) -> Quantity | None:
    """One, where an article stands before a single item: "a Patriot battery", not "a shipment of rifles"."""
    words = lexicon(language, "numbers")
    item = next((m for m in mentions if m.first == item_index), None)
    if item is None or item.entity.kind == "personnel" or _is_mass(tokens[item_index], language):
        return None  # "a tank battalion" is many soldiers
    head = tokens[item.last : item.last + 1]
    if language == "en" and head and head[0].pos == "noun" and head[0].low not in words["single"]:
        return None
    i = item_index - 1
    while i >= 0 and tokens[i].pos == "adj" and tokens[i].low not in words["ordinals"]:
        i -= 1
    if i > 0 and tokens[i].low in words["ordinals"]:
        return Quantity(1.0, i, i + 1) if _is_one(tokens, i, item.last, language) else None
    if i < 0 or tokens[i].low not in words["counting_articles"]:
        return None
    told = i and tokens[i - 1].lemma in lexicon(language, "frames")["copulas"]  # "is a drone that ..."
    return None if told else Quantity(1.0, i, i + 1)


def _is_one(tokens: Sequence[Token], ordinal: int, last: int, language: str) -> bool:
    """Whether "the third" is of one thing: "sein drittes System", not "its first jets"."""
    before = tokens[ordinal - 1]
    if language == "en":
        return before.pos in ("det", "pos") and not tokens[last - 1].low.endswith("s")
    return tokens[ordinal].low.endswith("es") or (
        before.pos == "det" and not tokens[ordinal].low.endswith("n")
    )


def _is_mass(token: Token, language: str) -> bool:
    """Whether a noun is many in one: "ein Waffenarsenal"; in German the end of a compound tells."""
    masses = lexicon(language, "numbers")["masses"]
    return token.low in masses or (language == "de" and token.low.endswith(tuple(masses)))


def _apart(tokens: Sequence[Token], mentions: Sequence[Mention], language: str) -> Quantity | None:
    """What counts the one item of the sentence from elsewhere: "bombs, 1,800 of them", "31 Stück"."""
    items = [m for m in mentions if m.is_item and m.form != "weak"]
    apart = [two for one, two in pairwise(items) if two.first > one.last and two.entity != one.entity]
    return None if apart else lone(tokens, mentions, language)


def _part(
    tokens: Sequence[Token],
    whole: Quantity,
    counted: Sequence[Quantity],
    mentions: Sequence[Mention],
    language: str,
) -> Quantity | None:
    """What counts a part of a whole: the three of "drei von fünf Radaren", "von fünf Radaren kamen drei"."""
    words = lexicon(language, "numbers")
    of = whole.first - 1
    if of >= 0 and tokens[of].pos == "det" and tokens[of].low not in words["genitives"]:
        of -= 1  # "39 of the 50"
    if of < 0 or tokens[of].low not in (*words["of_these"], *words["genitives"]):
        return None
    if tokens[of].low in words["of_these"] and (of == 0 or tokens[of - 1].pos == "punct"):
        behind = lone(tokens, mentions, language)
        return behind if behind and behind.first > whole.last and behind.value < whole.value else None
    return next((q for q in counted if q.last in (of, of + 1)), None)
