"""Which of the likely proposals of a sentence stand: two that contradict or echo each other do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.extract.model.proposals import Proposal

_ALIKE = ("subject", "item", "recipient")


def outdone(likely: Sequence[tuple[Proposal, float]], sides: Mapping[str, str]) -> set[int]:
    """The positions of those that give way to another of the same sentence.

    Of one item that goes both ways between two partners, the less likely gives way. What
    is said of an item of an earlier sentence gives way to the same said of an item of the
    sentence's own: "IRIS-T. Germany sends a fourth launcher." A state that receives gives way
    to its own group that is said to: "Iran arms the Houthis in Yemen." Who is only implied gives
    way to one who stands in the sentence in his place.

    Args:
        likely: proposals of an article with their confidence.
        sides: the id of the state that an actor belongs to, by its own id.
    """
    by_sentence: dict[int, list[int]] = {}
    for position, (one, _) in enumerate(likely):
        by_sentence.setdefault(one.sentence, []).append(position)
    return {
        position
        for own in by_sentence.values()
        for position in own
        if _gives_way(position, (other for other in own if other != position), likely, sides)
    }


def _gives_way(
    position: int, others: Iterable[int], likely: Sequence[tuple[Proposal, float]], sides: Mapping[str, str]
) -> bool:
    one, sure = likely[position]
    for other in others:
        rival, rival_sure = likely[other]
        if rival.relation != one.relation:
            continue
        if _swapped(one, rival) and (rival_sure, -other) > (sure, -position):
            return True
        if not _own(one) and _own(rival) and _partners(one) == _partners(rival):
            return True
        if _wider(one, rival, sides) or _implied(one, rival):
            return True
    return False


def _implied(one: Proposal, rival: Proposal) -> bool:
    """Whether both differ in the subject alone, or the recipient, whom the sentence names for the rival."""
    different = [role for role in _ALIKE if getattr(one, role) != getattr(rival, role)]
    if different == ["subject"]:
        return rival.here.subject and not one.here.subject
    return different == ["recipient"] and rival.here.recipient and not one.here.recipient


def _wider(one: Proposal, rival: Proposal, sides: Mapping[str, str]) -> bool:
    """Whether both differ in the recipient alone, and `one` names the state of the other one."""
    different = [role for role in _ALIKE if getattr(one, role) != getattr(rival, role)]
    if different != ["recipient"]:
        return False
    own, other = one.recipient, rival.recipient
    return own is not None and other is not None and sides.get(other.id) == own.id


def _swapped(one: Proposal, rival: Proposal) -> bool:
    if one.item != rival.item or one.subject is None or one.recipient is None:
        return False
    return (one.subject, one.recipient) == (rival.recipient, rival.subject)


def _own(one: Proposal) -> bool:
    """Whether the item stands in the sentence itself."""
    return one.item_spot is not None and one.item_spot.sentence == one.sentence


def _partners(one: Proposal) -> tuple[object, ...]:
    return one.subject, one.recipient, one.place
