"""Headlines say in short what the text below tells, and seldom who says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.model import Assertion, EntityRef

OVER_A_TEXT = ("headline", "subhead")
"""The kinds of blocks that stand over a text and sum it up."""

Told = tuple[str | None, ...]
"""Relation, supplier and recipient: what a headline and the text below it have in common."""


def with_speakers(found: Sequence[tuple[str, Sequence[Assertion]]]) -> Iterator[tuple[Assertion, ...]]:
    """The assertions of each sentence; those of headlines with the speaker of the same below.

    "Kim arms Putin" is what Budanov says, where the text goes on "North Korea, he said, supplies
    Russia with shells". The item may differ: headlines name it more broadly.

    Args:
        found: of each sentence of an article the kind of its block and its assertions, in text order.
    """
    speakers: dict[Told, EntityRef] = {}
    for kind, said in found:
        for one in said:
            if kind not in OVER_A_TEXT and one.attributed_to is not None:
                speakers.setdefault(_told(one), one.attributed_to)
    for kind, said in found:
        yield tuple(_with(speakers, one) for one in said) if kind in OVER_A_TEXT else tuple(said)


def _with(speakers: Mapping[Told, EntityRef], one: Assertion) -> Assertion:
    speaker = speakers.get(_told(one)) if one.attributed_to is None else None
    return replace(one, attributed_to=speaker) if speaker else one


def _told(one: Assertion) -> Told:
    partners = (entity.id if entity else None for entity in (one.subject, one.recipient))
    return one.relation, *partners
