"""Proposals for those who are named with a number alone: "Poland gave 14 tanks, Norway eight"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.gapping import Gapped, gapped
from graph.extract.model.proposals import Proposal
from graph.extract.model.reading import Read
from graph.extract.numbers import Quantity


def filled(found: Sequence[Proposal], reads: Sequence[Read], language: str) -> Iterator[Proposal]:
    """The proposals, with one more for each who does the same with a number of his own.

    The network sees no item beside him; whether it proposes him is chance.
    """
    there = {_key(one) for one in found}
    for one in found:
        gaps = tuple(_gaps(one, reads[one.sentence], language))
        if any({one.subject, one.recipient} == {gap.actor, gap.beside} for gap in gaps):
            continue  # both do the same: neither does it to the other
        yield one
        for gap in gaps:
            if one.subject == gap.beside:
                more = replace(one, subject=gap.actor)
            elif one.recipient == gap.beside:
                more = replace(one, recipient=gap.actor)
            else:
                continue
            if _key(more) not in there:
                there.add(_key(more))
                yield more


def own_number(one: Proposal, read: Read, language: str) -> Quantity | None:
    """The number that stands with who does the same as the first one named, not with the item."""
    return next(
        (gap.quantity for gap in _gaps(one, read, language) if gap.actor in (one.subject, one.recipient)),
        None,
    )


def _gaps(one: Proposal, read: Read, language: str) -> Iterator[Gapped]:
    spot = one.item_spot
    if spot is None or spot.sentence != one.sentence or one.relation == "supports":
        return
    yield from gapped(read.tokens, spot.mention, read.mentions, language)


def _key(one: Proposal) -> tuple[object, ...]:
    return one.sentence, one.relation, one.item, one.subject, one.recipient
