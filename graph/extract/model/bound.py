"""Partners that a preposition binds to one item of several: "guns from France and drones from China"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.extract.arguments import marker_classes
from graph.extract.mentions import Mention
from graph.extract.model.proposals import Proposal
from graph.extract.model.reading import Read
from graph.extract.sides import principal
from graph.extract.tokens import Token
from graph.model import EntityRef

_ROLES = {"from": "subject", "to": "recipient", "for": "recipient"}
_RELATIONS = ("supplies", "supports", "produces")


class Bound(NamedTuple):
    """Who is bound to an item, and in which role."""

    item: Mention
    role: str
    partner: EntityRef


def bound(read: Read, language: str) -> Iterator[Bound]:
    """Who stands right behind each item of a sentence with a preposition that gives a role."""
    for item in (m for m in read.mentions if m.is_item):
        for preposition in read.tokens[item.last : item.last + 1]:
            classes = marker_classes(preposition.low, language)
            role = next((role for name, role in _ROLES.items() if name in classes), None)
            partner = _behind(read.tokens, item.last + 1, read.mentions)
            who = principal(partner.entity, language) if partner else None
            if role is not None and who is not None:
                yield Bound(item, role, who)


def _behind(tokens: Sequence[Token], i: int, mentions: Sequence[Mention]) -> Mention | None:
    """The actor of the noun phrase that begins at token i."""
    while i < len(tokens) and tokens[i].pos in ("det", "adj") and not _within(i, mentions):
        i += 1
    return _within(i, mentions)


def _within(i: int, mentions: Sequence[Mention]) -> Mention | None:
    return next((m for m in mentions if m.first <= i < m.last and m.is_actor), None)


def mended(found: Iterable[Proposal], reads: Sequence[Read], language: str) -> Iterator[Proposal]:
    """The proposals, each with its own item's partner where it has another one's.

    The network may give each item the partners of all: drones from France, guns from China.
    """
    known: dict[int, tuple[Bound, ...]] = {}
    for one in found:
        if one.item_spot is None or one.item_spot.sentence != one.sentence or one.relation not in _RELATIONS:
            yield one
            continue
        if one.sentence not in known:
            known[one.sentence] = tuple(bound(reads[one.sentence], language))
        yield from _with_its_own(one, one.item_spot.mention, known[one.sentence])


def _with_its_own(one: Proposal, item: Mention, partners: Sequence[Bound]) -> Iterator[Proposal]:
    """The proposal; nothing where its own partner would be both supplier and recipient."""
    for own in (b for b in partners if b.item.first == item.first):
        who: EntityRef | None = getattr(one, own.role)
        others = (b for b in partners if b.role == own.role and b.item.entity != own.item.entity)
        if who not in (None, own.partner) and any(b.partner == who for b in others):
            one = (
                replace(one, subject=own.partner)
                if own.role == "subject"
                else replace(one, recipient=own.partner)
            )
    if one.subject is None or one.subject != one.recipient:
        yield one
