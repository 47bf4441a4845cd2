"""What each stage made of a sentence with the model, as plain values to print or to hand to a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from graph.extract.explain import UNREAD, Explained, Unread, explained, with_unread
from graph.extract.model.analysis import Judged, ModelAnalysis, Verdict
from graph.extract.model.extractor import ModelExtractor
from graph.extract.model.network import Scored
from graph.model import MODALITIES, RELATIONS, Article, Assertion, EntityRef, Modality, Relation

LOOKED_INTO = 0.1
"""Probability of a relation from which its roles are told."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How likely it is that somebody says it."""

    entity: EntityRef
    probability: float


@dataclass(frozen=True, slots=True)
class Filler:
    """How likely somebody near, or some place, is to be subject, recipient or place of a relation."""

    text: str
    entity: EntityRef
    subject: float
    recipient: float
    place: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that the sentence may say something about, and what the network holds of that.

    `item` is None where the network was asked about an item that is not named. `roles` tells of
    relations that are not too unlikely (LOOKED_INTO).
    """

    text: str | None
    item: EntityRef | None
    relations: Mapping[Relation, float]
    modalities: Mapping[Modality, float]
    roles: Mapping[Relation, tuple[Filler, ...]]
    speakers: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A possible assertion: its roles, the network's probabilities, the rules' confidence, and both weighed.

    `network` and `rules` tell who proposes it; `rules` is 0 where the rules do not.
    """

    relation: Relation
    modality: Modality
    subject: EntityRef | None
    object: EntityRef | None
    recipient: EntityRef | None
    place: EntityRef | None
    probabilities: Mapping[str, float]
    speaker: EntityRef | None
    network: bool
    rules: float
    confidence: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class ModelExplained(Explained):
    """A sentence, stage by stage; its assertions are those of rules and network together."""

    candidates: tuple[Candidate, ...]
    proposals: tuple[Weighed, ...]


def explain(article: Article, extractor: ModelExtractor) -> Iterator[ModelExplained | Unread]:
    """What became of an article's blocks and sentences, in text order; nothing for other languages."""
    done = enumerate(extractor.read(article), start=1)
    told = (_explained(article, number, one, said) for number, (one, said) in done)
    yield from with_unread(article, told)


def _explained(
    article: Article, number: int, analysis: ModelAnalysis, said: tuple[Assertion, ...]
) -> ModelExplained:
    rules = explained(article, number, analysis.rules, said)
    kept = {field.name: getattr(rules, field.name) for field in fields(rules)}
    kept["nothing"] = _nothing(analysis)
    return ModelExplained(
        **kept,
        candidates=tuple(_candidate(article.text, scored) for scored in analysis.scored),
        proposals=tuple(_weighed(judged) for judged in analysis.judged),
    )


def _candidate(text: str, scored: Scored) -> Candidate:
    item = scored.anchor.item
    likely = [(relation, _share(p)) for relation, p in zip(RELATIONS, scored.relations, strict=True)]
    voices: dict[str, Voice] = {}
    for partner, p in zip(scored.anchor.partners, scored.speakers, strict=True):
        entity = partner.mention.entity
        if partner.mention.speaks and (entity.id not in voices or voices[entity.id].probability < p):
            voices[entity.id] = Voice(entity, _share(p))
    return Candidate(
        text=text[item.mention.start : item.mention.end] if item else None,
        item=item.mention.entity if item else None,
        relations=dict(likely),
        modalities={name: _share(p) for name, p in zip(MODALITIES, scored.modalities, strict=True)},
        roles={
            relation: tuple(_fillers(text, scored, relation)) for relation, p in likely if p >= LOOKED_INTO
        },
        speakers=tuple(sorted(voices.values(), key=lambda voice: -voice.probability)),
    )


def _fillers(text: str, scored: Scored, relation: Relation) -> Iterator[Filler]:
    for partner, roles in zip(scored.anchor.partners, scored.roles, strict=True):
        mention = partner.mention
        _, *own = roles[RELATIONS.index(relation)]  # the first: that it is none
        subject, recipient, place = map(_share, own)
        yield Filler(text[mention.start : mention.end], mention.entity, subject, recipient, place)


def _weighed(judged: Judged) -> Weighed:
    one = judged.proposal
    return Weighed(
        relation=one.relation,
        modality=one.modality,
        subject=one.subject,
        object=one.item,
        recipient=one.recipient,
        place=one.place,
        probabilities={
            "relation": _share(one.p_relation),
            "subject": _share(one.p_subject),
            "recipient": _share(one.p_recipient),
            "place": _share(one.p_place),
            "modality": _share(one.p_modality),
            "speaker": _share(one.p_speaker),
        },
        speaker=one.speaker,
        network=one.network,
        rules=one.rules,
        confidence=_share(judged.confidence),
        verdict=judged.verdict,
    )


def _share(p: float) -> float:
    return round(float(p), 4)


def _nothing(analysis: ModelAnalysis) -> str | None:
    """Why a sentence came to nothing, as far as the stages tell."""
    if analysis.assertions:
        return None
    if not analysis.rules.reading.tokens:
        return UNREAD
    if analysis.judged:
        return "nothing proposed is likely enough"
    if not analysis.passed:
        return "too unlikely at a glance to ask the network"
    if analysis.scored:
        return "no relation is likely"
    return "no item or no actor in reach"
