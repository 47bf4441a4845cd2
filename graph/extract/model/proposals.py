"""Possible assertions: what the network holds possible, and what the rules found, with all scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graph.extract.framing import Frame, principal
from graph.extract.gazetteer import gazetteer
from graph.extract.model.network import Scored
from graph.extract.model.reading import Read
from graph.extract.model.windows import Spot
from graph.model import MODALITIES, RELATIONS, EntityRef, Modality, Relation

_POSSIBLE = 0.12  # probability from which a relation is looked into
_SURE, _WEAK = (
    0.5,
    0.15,
)  # probability of a role: every partner from the one on, else the best from the other on


@dataclass(frozen=True, slots=True)
class Proposal:
    """One possible assertion of a sentence with its scores.

    The probabilities are of the relation, of each role as it is filled, of the modality;
    `rules` is the rules' confidence (0: they do not find it), `rival` tells that they
    find something else of the same item and relation, `shared` how many proposals of
    the anchor and relation there are.
    """

    sentence: int
    item_spot: Spot | None
    relation: Relation
    modality: Modality
    subject: EntityRef | None
    item: EntityRef | None
    recipient: EntityRef | None
    place: EntityRef | None
    p_relation: float
    p_subject: float
    p_recipient: float
    p_place: float
    p_modality: float
    speaker: EntityRef | None
    p_speaker: float
    network: bool
    rules: float = 0.0
    rival: bool = False
    shared: int = 1
    frame: Frame | None = None


def proposals(scored: Sequence[Scored], reads: Sequence[Read], language: str) -> Iterator[Proposal]:
    """All proposals of an article, sentence by sentence."""
    by_sentence: dict[int, list[Scored]] = {}
    for one in scored:
        by_sentence.setdefault(one.anchor.sentence, []).append(one)
    for number, read in enumerate(reads):
        own = by_sentence.get(number, [])
        found: list[Proposal] = []
        for one in own:
            for relation in RELATIONS:
                found += _filled(one, relation, language)
        yield from _with_rules(found, own, number, read, language)


def _ranked(scored: Scored, relation: Relation, role: int, language: str) -> list[tuple[float, EntityRef]]:
    """The entities that may fill a role, each with its best mention's probability, best first."""
    best: dict[str, tuple[float, EntityRef]] = {}
    for partner, roles in zip(scored.anchor.partners, scored.roles, strict=True):
        entity: EntityRef | None = partner.mention.entity
        if partner.mention.medium:
            continue
        if role < 3 and relation != "requests":
            entity = principal(entity, language)
        if entity is None or (role < 3 and entity.label == "Place"):
            continue
        p = float(roles[RELATIONS.index(relation), role])
        if entity.id not in best or p > best[entity.id][0]:
            best[entity.id] = (p, entity)
    return sorted(best.values(), key=lambda pair: (-pair[0], pair[1].id))


def _chosen(ranked: list[tuple[float, EntityRef]]) -> list[tuple[float, EntityRef | None]]:
    sure: list[tuple[float, EntityRef | None]] = [(p, e) for p, e in ranked if p >= _SURE]
    if sure:
        return sure
    if ranked and ranked[0][0] >= _WEAK:
        return [ranked[0]]
    return [(1 - (ranked[0][0] if ranked else 0.0), None)]


def _speaker(scored: Scored) -> tuple[EntityRef | None, float]:
    """Who most likely says it, with the probability."""
    voices = [
        (float(p), partner.mention.entity)
        for p, partner in zip(scored.speakers, scored.anchor.partners, strict=True)
        if partner.mention.speaks
    ]
    if not voices:
        return None, 0.0
    p, entity = max(voices, key=lambda pair: pair[0])
    return entity, p


def _unnamed(relation: Relation, language: str) -> EntityRef | None:
    """What changes hands where no item is named: arms, in this project's texts; help may be of any kind."""
    return None if relation == "supports" else gazetteer(language).refs["weapons"]


def _filled(scored: Scored, relation: Relation, language: str) -> Iterator[Proposal]:
    p_relation = float(scored.relations[RELATIONS.index(relation)])
    item = scored.anchor.item
    if p_relation < _POSSIBLE:
        return
    subjects = _chosen(_ranked(scored, relation, 1, language))
    recipients = _chosen(_ranked(scored, relation, 2, language))
    p_place, place = _chosen(_ranked(scored, relation, 3, language))[0]
    how = int(np.argmax(scored.modalities))
    pairs = [(s, r) for s in subjects for r in recipients if s[1] is None or s[1] != r[1]]
    for (p_subject, subject), (p_recipient, recipient) in pairs:
        if subject is None and recipient is None:
            continue
        yield Proposal(
            scored.anchor.sentence, item, relation, MODALITIES[how], subject,
            item.mention.entity if item else _unnamed(relation, language), recipient,
            None if place == subject else place,
            p_relation, p_subject, p_recipient, p_place, float(scored.modalities[how]),
            *_speaker(scored), True,
            shared=len(pairs),
        )  # fmt: skip


def _with_rules(
    found: list[Proposal], scored: Sequence[Scored], number: int, read: Read, language: str
) -> Iterator[Proposal]:
    used: set[int] = set()
    for one in found:
        same = [f for f in read.frames if _same(one, f)]
        near = [f for f in read.frames if f.relation == one.relation and _item_id(f) == _id(one.item)]
        used |= {id(f) for f in same}
        frame = same[0] if same else None
        yield replace(
            one,
            rules=frame.confidence if frame else 0.0,
            rival=bool(near) and not same,
            frame=frame,
            place=one.place or (frame.place if frame else None),
        )
    for frame in read.frames:
        if id(frame) not in used:
            yield _of_rules(frame, scored, number, language)


def _item_id(frame: Frame) -> str | None:
    return _id(frame.item)


def _id(entity: EntityRef | None) -> str | None:
    return entity.id if entity else None


def _same(one: Proposal, frame: Frame) -> bool:
    """Whether both say the same: relation, item, and the partners that both name."""
    if frame.relation != one.relation or _item_id(frame) != _id(one.item):
        return False
    if _id(frame.subject) != _id(one.subject):
        return False
    return _id(frame.recipient or frame.place) in (_id(one.recipient), _id(one.place))


def _named(scored: Scored) -> str | None:
    item = scored.anchor.item
    return item.mention.entity.id if item else None


def _of_rules(frame: Frame, scored: Sequence[Scored], number: int, language: str) -> Proposal:
    """What only the rules found, with the network's scores for it."""
    one = next((s for s in scored if _named(s) == _item_id(frame)), None)
    scores = [0.0] * 4
    if one is not None:
        scores[0] = float(one.relations[RELATIONS.index(frame.relation)])
        for role, entity in enumerate((frame.subject, frame.recipient, frame.place), start=1):
            ranked = _ranked(one, frame.relation, role, language)
            best = ranked[0][0] if ranked else 0.0
            given = next((p for p, e in ranked if entity is not None and e.id == entity.id), 0.0)
            scores[role] = given if entity is not None else 1 - best
    return Proposal(
        number, one.anchor.item if one else None, frame.relation, frame.modality, frame.subject, frame.item,
        frame.recipient, frame.place, scores[0], scores[1], scores[2], scores[3], 0.5,
        *(_speaker(one) if one else (None, 0.0)), False,
        rules=frame.confidence, frame=frame,
    )  # fmt: skip
