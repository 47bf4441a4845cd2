"""Possible assertions: what the network holds possible, and what the rules found, with all scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graph.extract.framing import Frame
from graph.extract.gazetteer import gazetteer
from graph.extract.model.network import Scored
from graph.extract.model.reading import Read
from graph.extract.model.windows import Spot
from graph.extract.sides import place_of, principal
from graph.model import MODALITIES, RELATIONS, EntityRef, Modality, Relation

_POSSIBLE = 0.12  # probability from which a relation is looked into
_SURE = 0.5  # probability of a role from which a partner fills it
_WEAK = 0.15  # and from which the best does where none is sure


@dataclass(frozen=True, slots=True)
class Here:
    """Who of a proposal is named in its own sentence."""

    subject: bool = True
    recipient: bool = True
    speaker: bool = True


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
    here: Here = Here()


def proposals(scored: Sequence[Scored], reads: Sequence[Read], language: str) -> Iterator[Proposal]:
    """All proposals of an article, sentence by sentence."""
    by_sentence: dict[int, list[Scored]] = {}
    for one in scored:
        by_sentence.setdefault(one.anchor.sentence, []).append(one)
    for number, read in enumerate(reads):
        own = by_sentence.get(number, [])
        found: list[Proposal] = []
        for one in own:
            for relation, p in zip(RELATIONS, one.relations.tolist(), strict=True):
                if p >= _POSSIBLE:
                    found += _filled(one, relation, p, language)
        yield from _with_rules(found, own, number, read, language)


@dataclass(frozen=True, slots=True)
class _Filler:
    """Who may fill a role (None: nobody), how likely, and whether the sentence itself names him.

    `speaks` tells that a person stands for him who is quoted.
    """

    p: float
    entity: EntityRef | None
    here: bool
    speaks: bool = False

    @property
    def rank(self) -> tuple[bool, float]:
        """Of the mentions of one entity the greatest counts: a sure one that is not quoted first."""
        return self.p >= _SURE and not self.speaks, self.p


def _ranked(scored: Scored, relation: Relation, role: int, language: str) -> list[_Filler]:
    """The entities that may fill a role, each by its best mention, best first."""
    best: dict[str, _Filler] = {}
    likely: list[float] = scored.roles[:, RELATIONS.index(relation), role].tolist()
    says: list[bool] = (scored.speakers >= _SURE).tolist()
    for partner, p, speaks in zip(scored.anchor.partners, likely, says, strict=True):
        entity: EntityRef | None = partner.mention.entity
        if partner.mention.medium:
            continue
        if role < 3 and relation != "requests":
            entity = principal(entity, language)
        elif role == 3:
            entity = place_of(partner.mention.entity, language)
        if entity is None or (role < 3 and entity.label == "Place"):
            continue
        quoted = speaks and partner.mention.entity.kind == "person"
        one = _Filler(p, entity, partner.sentence == scored.anchor.sentence, quoted)
        if entity.id not in best or one.rank > best[entity.id].rank:
            best[entity.id] = one
    return [best[i] for i in sorted(best, key=lambda i: (-best[i].p, i))]


def _chosen(ranked: list[_Filler]) -> list[_Filler]:
    sure = [one for one in ranked if one.p >= _SURE]
    if sure:  # "Poland gave tanks, said the German minister": Germany did not, too
        return [one for one in sure if not one.speaks or one.p >= sure[0].p]
    if ranked and ranked[0].p >= _WEAK:
        return [ranked[0]]
    return [_Filler(1 - (ranked[0].p if ranked else 0.0), None, False)]


def _speaker(scored: Scored) -> _Filler:
    """Who most likely says it."""
    voices = [
        _Filler(p, partner.mention.entity, partner.sentence == scored.anchor.sentence)
        for p, partner in zip(scored.speakers.tolist(), scored.anchor.partners, strict=True)
        if partner.mention.speaks
    ]
    return max(voices, key=lambda one: one.p, default=_Filler(0.0, None, False))


def _unnamed(relation: Relation, language: str) -> EntityRef | None:
    """What changes hands where no item is named: arms, in this project's texts; help may be of any kind."""
    return None if relation == "supports" else gazetteer(language).refs["weapons"]


def _filled(scored: Scored, relation: Relation, p_relation: float, language: str) -> Iterator[Proposal]:
    item = scored.anchor.item
    subjects = _chosen(_ranked(scored, relation, 1, language))
    recipients = _chosen(_ranked(scored, relation, 2, language))
    place, speaker = _chosen(_ranked(scored, relation, 3, language))[0], _speaker(scored)
    how = int(np.argmax(scored.modalities))
    pairs = [(s, r) for s in subjects for r in recipients if s.entity is None or s.entity != r.entity]
    for subject, recipient in pairs:
        if subject.entity is None and recipient.entity is None:
            continue
        yield Proposal(
            sentence=scored.anchor.sentence,
            item_spot=item,
            relation=relation,
            modality=MODALITIES[how],
            subject=subject.entity,
            item=item.mention.entity if item else _unnamed(relation, language),
            recipient=recipient.entity,
            place=None if place.entity == subject.entity else place.entity,
            p_relation=p_relation,
            p_subject=subject.p,
            p_recipient=recipient.p,
            p_place=place.p,
            p_modality=float(scored.modalities[how]),
            speaker=speaker.entity,
            p_speaker=speaker.p,
            network=True,
            shared=len(pairs),
            here=Here(subject.here, recipient.here, speaker.here),
        )


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
    scores, here = [0.0] * 4, [True] * 3
    if one is not None:
        scores[0] = float(one.relations[RELATIONS.index(frame.relation)])
        for role, entity in enumerate((frame.subject, frame.recipient, frame.place), start=1):
            ranked = _ranked(one, frame.relation, role, language)
            given = next((f for f in ranked if entity is not None and f.entity == entity), None)
            if entity is None:
                scores[role] = 1 - (ranked[0].p if ranked else 0.0)
            elif given is not None:
                scores[role], here[role - 1] = given.p, given.here
    speaker = _speaker(one) if one else _Filler(0.0, None, False)
    return Proposal(
        sentence=number,
        item_spot=one.anchor.item if one else None,
        relation=frame.relation,
        modality=frame.modality,
        subject=frame.subject,
        item=frame.item,
        recipient=frame.recipient,
        place=frame.place,
        p_relation=scores[0],
        p_subject=scores[1],
        p_recipient=scores[2],
        p_place=scores[3],
        p_modality=0.5,
        speaker=speaker.entity,
        p_speaker=speaker.p,
        network=False,
        rules=frame.confidence,
        frame=frame,
        here=Here(here[0], here[1], speaker.here),
    )
