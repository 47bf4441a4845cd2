"""From the scores of a proposal to one confidence."""

from __future__ import annotations

import math
from collections.abc import Sequence

from graph.extract.framing import SAID_REACH
from graph.extract.model.files import Weighing
from graph.extract.model.proposals import Proposal
from graph.extract.model.reading import Read
from graph.model import RELATIONS

_LEAST = 0.002
_LIKELY = 0.4  # probability of the relation from which another proposal backs one up
_RULES_SURE = 0.8  # confidence of the rules from which they are believed
_DENIED = 0.05  # unless the network holds the relation to be less likely than this


def _odds(p: float) -> float:
    p = min(1 - _LEAST, max(_LEAST, p))
    return math.log(p / (1 - p))


def _own(one: Proposal, read: Read) -> list[float]:
    """What the scores of a proposal alone tell."""
    item, sentence = one.item_spot, one.sentence
    rules = one.rules > 0
    return [
        _odds(one.p_relation),
        _odds(one.p_subject),
        _odds(one.p_recipient) if one.recipient else 0.0,
        _odds(one.p_recipient) if not one.recipient else 0.0,
        _odds(one.p_place) if one.place else 0.0,
        _odds(one.p_modality),
        float(one.subject is None),
        float(one.item is None),
        float(item is not None and item.sentence != sentence),
        float(item is not None and item.mention.form == "weak"),
        float(read.sentence.kind in ("headline", "subhead")),
        float(rules and one.network),
        float(rules and not one.network),
        float(one.rules >= 0.8),
        float(one.rival),
        float(one.shared > 1),
        float(one.relation in ("supplies", "supports") and one.recipient is None),
        float(one.relation == "deploys" and one.place is None),
        float(one.modality != "reported"),
        float(one.subject is not None and not one.here.subject),
        float(one.recipient is not None and not one.here.recipient),
        _odds(one.p_relation * one.p_subject * max(one.p_recipient, one.p_place)),
        float(item is not None and item.mention.form == "name"),
        float(one.subject is not None and one.subject.kind in ("person", "organisation")),
        *(float(one.relation == relation) for relation in RELATIONS),
    ]


def _beside(one: Proposal, found: Sequence[Proposal]) -> list[float]:
    """What the others tell: rivals in the sentence, and whether the text goes on to say the same."""
    here = [o for o in found if o.sentence == one.sentence]
    rivals = [o for o in here if o.relation == one.relation and o.item != one.item]
    named = [o for o in rivals if o.item_spot is not None and o.item_spot.sentence == one.sentence]
    own = one.item_spot is not None and one.item_spot.sentence == one.sentence
    otherwise = [o for o in here if o.item == one.item and o.relation != one.relation]
    elsewhere = [o for o in found if o.sentence != one.sentence]
    pair = (one.subject, one.recipient)
    swapped = (one.recipient, one.subject)
    linked = [o for o in elsewhere if o.p_relation > _LIKELY]
    return [
        _odds(_best(rivals)),
        0.0 if own else _odds(_best(named)),
        _odds(_best(otherwise)),
        float(any(o.relation == one.relation and (o.subject, o.recipient) == swapped for o in here)),
        _share([o for o in elsewhere if o.relation == one.relation and (o.subject, o.recipient) == pair]),
        _share([o for o in linked if (o.subject, o.recipient) == pair]),
        0.0
        if one.recipient is None
        else _share(
            [o for o in linked if o.relation == one.relation and (o.subject, o.recipient) == swapped]
        ),
        min(len(here), 10) / 10,
    ]


def _best(others: Sequence[Proposal]) -> float:
    return max((o.p_relation for o in others), default=0.0)


def _share(others: Sequence[Proposal]) -> float:
    """How many there are, up to four, as a share of four."""
    return min(len(others), 4) / 4


def features(found: Sequence[Proposal], reads: Sequence[Read]) -> list[list[float]]:
    """The numbers that the confidence of each proposal of an article is made of."""
    return [_own(one, reads[one.sentence]) + _beside(one, found) for one in found]


def confidence(numbers: Sequence[float], weighing: Weighing) -> float:
    """How likely it is that the proposal with these numbers is right: 0 to 1."""
    total = weighing.bias
    for value, mean, scale, weight in zip(
        numbers, weighing.means, weighing.scales, weighing.weights, strict=True
    ):
        total += weight * (value - mean) / scale
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def kept(one: Proposal, sure: float, weighing: Weighing) -> bool:
    """Whether a proposal counts: it is likely, or the rules are sure and the network does not deny it."""
    believed = one.rules >= _RULES_SURE and one.p_relation >= _DENIED
    return believed or sure >= weighing.threshold


def going_on(found: Sequence[Proposal], sure: Sequence[float], likely: Sequence[int]) -> dict[int, float]:
    """The proposals that go on with a likely one, by their positions, as sure as that.

    "France gave Ukraine arms. These include 30 Caesar howitzers": the second sentence alone does not
    say who gave them, and the network finds it unlikely.

    Args:
        found: the proposals of an article.
        sure: their confidence.
        likely: the positions of those that count.
    """
    told: dict[int, float] = {}
    for number, one in enumerate(found):
        if one.frame is not None and one.frame.goes_on:
            before = [sure[i] for i in likely if _goes_on(one, found[i])]
            if before:
                told[number] = max(sure[number], *before)
    return told


def _goes_on(one: Proposal, other: Proposal) -> bool:
    same = (one.relation, one.subject, one.recipient) == (other.relation, other.subject, other.recipient)
    return same and 0 < one.sentence - other.sentence <= SAID_REACH
