"""From annotated spans to labels of candidates: which item, which relation, which partner in which role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation.agree import agree
from graph.extract.model.candidates import Anchor
from graph.extract.model.reading import Read
from graph.extract.model.windows import Spot, Window
from graph.extract.sides import principal
from graph.model import MODALITIES, RELATIONS
from training.corpus import Document

IGNORED = -100
_ROLES = ("subject", "recipient", "place")


@dataclass(slots=True)
class Label:
    """What is true of one anchor.

    `relations` holds 1, 0 or IGNORED for each; `weights` how much each counts; `modalities`
    the allowed ones; `roles` for each relation that is asserted the role of each partner
    (0 none, else 1 + its place in subject, recipient, place; IGNORED where it is open);
    `speakers` tells for each partner whether he says it (empty: not known); `trigger` the
    pieces of the words that say it.
    """

    relations: list[int] = field(default_factory=lambda: [0] * len(RELATIONS))
    weights: list[float] = field(default_factory=lambda: [1.0] * len(RELATIONS))
    modalities: set[int] = field(default_factory=set)
    roles: dict[int, list[int]] = field(default_factory=dict)
    trigger: set[int] = field(default_factory=set)
    speakers: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """An annotation with the sentence that says it and the characters of its trigger."""

    gold: dict[str, Any]
    sentence: int
    evidence: tuple[int, int]
    trigger: tuple[int, int] | None


def places(document: Document) -> Iterator[Place]:
    """Where each annotation stands; those whose sentence is not read are left out."""
    text = document.article.text
    for gold in document.golds:
        start = text.find(gold["evidence"])
        end = start + len(gold["evidence"])
        word = (gold.get("spans") or {}).get("trigger")
        at = _near(text, word, start, end)
        point = at[0] if at and start <= at[0] < end else start
        for number, one in enumerate(document.reads):
            if one.sentence.start <= point < one.sentence.end:
                yield Place(gold, number, (start, end), at)
                break


def _near(text: str, word: str | None, start: int, end: int) -> tuple[int, int] | None:
    """Where a span's words stand: in the evidence, else the nearest place before it, else after it."""
    if not word:
        return None
    at = text.find(word, start, end)
    if at < 0:
        at = text.rfind(word, 0, end)
    if at < 0:
        at = text.find(word)
    return (at, at + len(word)) if at >= 0 else None


def label(
    document: Document, window: Window, candidates: Sequence[Anchor], known: Sequence[Place]
) -> list[Label]:
    """The labels of a window's anchors, in their order."""
    labels = [Label() for _ in candidates]
    language = document.article.language or ""
    for place in known:
        options = [i for i, a in enumerate(candidates) if a.sentence == place.sentence]
        if not options:
            continue
        chosen, others = _item(document, place, [(i, candidates[i]) for i in options])
        if place.gold["object"] and chosen is not None and candidates[chosen].item is None:
            others = []
        for number, relation in enumerate(RELATIONS):
            allowed = place.gold["relation"].split("|")
            if relation not in allowed:
                continue
            for i in others:
                if labels[i].relations[number] == 0:
                    labels[i].relations[number] = IGNORED
            if chosen is None:
                continue
            if relation != allowed[0]:
                if labels[chosen].relations[number] == 0:
                    labels[chosen].relations[number] = IGNORED
                continue
            _assert(labels[chosen], candidates[chosen], number, place, document, window, language)
    return labels


def _item(
    document: Document, place: Place, candidates: list[tuple[int, Anchor]]
) -> tuple[int | None, list[int]]:
    """The anchor that an annotation is about, and those that may as well be meant."""
    gold = place.gold
    none = next(i for i, a in candidates if a.item is None)
    if not gold["object"]:
        return none, []
    span = _near(document.article.text, (gold.get("spans") or {}).get("object"), *place.evidence)
    named = [(i, a.item) for i, a in candidates if a.item is not None]
    fitting = [(i, s) for i, s in named if agree(gold["object"], s.mention.entity.name, loose=True)]
    inside = [i for i, s in fitting if span and s.mention.start < span[1] and s.mention.end > span[0]]
    own = [i for i, s in fitting if s.sentence == place.sentence]
    rest = [i for i, _ in fitting]
    chosen = (inside or own or rest or [none])[0]
    return chosen, [i for i in rest if i != chosen]


def _assert(
    target: Label,
    anchor: Anchor,
    number: int,
    place: Place,
    document: Document,
    window: Window,
    language: str,
) -> None:
    gold = place.gold
    weight = 0.5 if gold.get("optional") else 1.0
    first = target.relations[number] != 1
    target.weights[number] = weight if first else max(weight, target.weights[number])
    target.relations[number] = 1
    target.modalities |= {MODALITIES.index(m) for m in gold["modality"].split("|")}
    if place.trigger is not None:
        start, end = place.trigger
        low, high = window.spans[anchor.sentence]
        target.trigger |= {
            p for p in range(low, high) if window.offsets[p][1] > start and window.offsets[p][0] < end
        }
    roles = target.roles.setdefault(number, [0] * len(anchor.partners))
    text = document.article.text
    _voice(target, anchor, place, text)
    for role, name in enumerate(_ROLES, start=1):
        if not gold[name]:
            continue
        fitting = [i for i, p in enumerate(anchor.partners) if _agrees(gold[name], p, language)]
        span = _near(text, (gold.get("spans") or {}).get(name), *place.evidence)
        chosen = _partner(anchor, fitting, span)
        for i in fitting:
            if i == chosen:
                roles[i] = role
            elif roles[i] == 0:
                roles[i] = IGNORED
        if chosen is None and span is not None:  # named by words whose mention is called otherwise
            for i, p in enumerate(anchor.partners):
                if p.mention.start < span[1] and p.mention.end > span[0] and roles[i] == 0:
                    roles[i] = IGNORED


def _voice(target: Label, anchor: Anchor, place: Place, text: str) -> None:
    gold = place.gold
    target.speakers = target.speakers or [0] * len(anchor.partners)
    if not gold["attributed_to"]:
        return
    span = _near(text, (gold.get("spans") or {}).get("attributed_to"), *place.evidence)
    fitting = [
        i for i, p in enumerate(anchor.partners) if agree(gold["attributed_to"], p.mention.entity.name)
    ]
    chosen = _partner(anchor, fitting, span)
    for i in fitting:
        target.speakers[i] = 1 if i == chosen or target.speakers[i] == 1 else IGNORED


def _agrees(wanted: str, spot: Spot, language: str) -> bool:
    entity = spot.mention.entity
    side = principal(entity, language)
    return agree(wanted, entity.name) or (side is not None and agree(wanted, side.name))


def _partner(anchor: Anchor, fitting: list[int], span: tuple[int, int] | None) -> int | None:
    """The mention that the annotation's words name, else the nearest before them, else the first after."""
    if not fitting:
        return None
    spots = anchor.partners
    if span is not None:
        inside = [i for i in fitting if spots[i].mention.start < span[1] and spots[i].mention.end > span[0]]
        if inside:
            return inside[0]
        before = [i for i in fitting if spots[i].mention.end <= span[0]]
        if before:
            return max(before, key=lambda i: spots[i].mention.start)
    own = [i for i in fitting if spots[i].sentence == anchor.sentence]
    return (own or sorted(fitting, key=lambda i: -spots[i].mention.start))[0]


def reads_of(document: Document) -> list[Read]:
    """The sentences of a text as a list."""
    return list(document.reads)
