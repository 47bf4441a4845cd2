"""From the scores of a proposal to one confidence."""

from __future__ import annotations

import math

from graph.extract.model.files import Weighing
from graph.extract.model.proposals import Proposal
from graph.extract.model.reading import Read
from graph.model import RELATIONS

_LEAST = 0.002
_RULES_SURE = 0.8  # confidence of the rules from which they are believed
_DENIED = 0.05  # unless the network holds the relation to be less likely than this


def _odds(p: float) -> float:
    p = min(1 - _LEAST, max(_LEAST, p))
    return math.log(p / (1 - p))


def features(one: Proposal, read: Read) -> list[float]:
    """The numbers that the confidence is made of."""
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
        *(float(one.relation == relation) for relation in RELATIONS),
    ]


def confidence(one: Proposal, read: Read, weighing: Weighing) -> float:
    """How likely it is that the proposal is right: 0 to 1."""
    total = weighing.bias
    for value, mean, scale, weight in zip(
        features(one, read), weighing.means, weighing.scales, weighing.weights, strict=True
    ):
        total += weight * (value - mean) / scale
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def kept(one: Proposal, sure: float, weighing: Weighing) -> bool:
    """Whether a proposal counts: it is likely, or the rules are sure and the network does not deny it."""
    believed = one.rules >= _RULES_SURE and one.p_relation >= _DENIED
    return believed or sure >= weighing.threshold
