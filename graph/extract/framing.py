"""From a sentence to its frames: triggers, roles, modality, what is carried over, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.extract import modality, relation_nouns, roles, subjects
from graph.extract.arguments import Argument
from graph.extract.clauses import Clause
from graph.extract.discourse import Said
from graph.extract.frames import Trigger, find, is_common, patterns
from graph.extract.mentions import Mention
from graph.extract.scene import Scene
from graph.extract.sides import principal
from graph.model import MODALITIES, EntityRef, Modality, Relation

SAID_REACH = 2
"""Sentences over which partners stay the same."""

# How sure a frame is, before anything speaks against it; the steps were set by hand and
# order the findings, they are no calibrated probabilities.
_CONFIDENCE = 0.8
_IMPLIED = 0.2
_BY_NOUN = 0.1


@dataclass(frozen=True, slots=True)
class Frame:
    """One filled frame: a relation, its roles, one item with the token it begins at (-1: none).

    `clause` holds the indices of the tokens of the clause that says it; `goes_on` tells that it
    says again, of another item, what a sentence before said.
    """

    relation: Relation
    modality: Modality
    subject: EntityRef | None
    item: EntityRef | None
    item_index: int
    recipient: EntityRef | None
    place: EntityRef | None
    speaker: EntityRef | None
    confidence: float
    clause: tuple[int, ...] = ()
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one trigger: its roles and frames, and what an item lacked to become one.

    `clause` is the number of the trigger's clause; `trigger` is None for the frames of a
    sentence that goes on the one before ("Dazu gehören X und Y").
    """

    trigger: Trigger | None
    clause: int
    roles: roles.Roles
    frames: tuple[Frame, ...]
    lacking: tuple[str, ...] = ()


def steps(stage: Scene) -> tuple[Step, ...]:
    """The steps to the frames of one sentence; what it adds to the discourse is noted in its memory."""
    done: list[Step] = []
    for number, clause in enumerate(stage.clauses):
        arguments = stage.arguments(clause)
        subject = subjects.settle(stage, number, arguments)
        triggers = find(stage.tokens, clause, stage.language)
        for trigger in sorted(triggers, key=lambda t: t.voice == "noun"):
            filled = _fill(stage, clause, trigger, arguments, subject)
            lacking: list[str] = []
            frames = tuple(_frames(stage, clause, trigger, filled, lacking))
            done.append(Step(trigger, number, filled, frames, tuple(lacking)))
    more = tuple(_continued(stage, [frame for step in done for frame in step.frames]))
    if more:
        done.append(Step(None, -1, roles.Roles(), more))
    _remember(stage, [frame for step in done for frame in step.frames])
    return tuple(done)


def _fill(
    stage: Scene, clause: Clause, trigger: Trigger, arguments: Sequence[Argument], subject: EntityRef | None
) -> roles.Roles:
    if trigger.voice == "attribute":
        return roles.of_attribute(trigger, arguments, stage.language)
    if trigger.voice == "noun":
        return relation_nouns.fill(stage, clause, trigger, arguments, subject)
    pattern = trigger.pattern
    before = subjects.antecedent(stage, clause)
    given = subjects.given(stage, clause)
    filled = roles.of_verb(trigger, arguments, clause, stage.tokens, before, given, stage.language)
    if not filled.items and trigger.lemma in stage.words("frames", "with_verbs"):
        other = replace(trigger, pattern=patterns()["equip"])  # "supplied with shells"
        filled = roles.of_verb(other, arguments, clause, stage.tokens, before, given, stage.language)
    if trigger.voice == "active" and subject is not None and pattern.nominative != "none":
        if getattr(filled, pattern.nominative) is None:
            filled.fill(pattern.nominative, subject)
            filled.implied = True
    own = [m for m in stage.mentions if m.by_verb and m.first == trigger.index]
    if own:  # "bildet Soldaten aus" tells of training, not of soldiers
        filled.items = [Argument(mention, "bare") for mention in own]
    stage.covered.update(a.mention.first for a in filled.items)
    return filled


def _frames(
    stage: Scene, clause: Clause, trigger: Trigger, filled: roles.Roles, lacking: list[str]
) -> Iterator[Frame]:
    """The frames of a trigger, one for each item; what one lacks is added to `lacking`."""
    how = modality.decide(stage.tokens, stage.clauses, clause, trigger, stage.language)
    if how == "reported" and trigger.voice == "noun":
        light = relation_nouns.light_verb(stage, clause)
        how = next((m for m in MODALITIES if m == light), how)
    additive = stage.words("anaphora", "additive")
    goes_on = any(stage.tokens[i].low in additive for i in clause.indices)
    items: Sequence[Argument | None] = filled.items
    if not items and trigger.pattern.name == "help" and filled.recipient and trigger.voice != "noun":
        items = (None,)
    if not items:
        lacking.append("no item")
    for item in items:
        if item is None or not (is_common(trigger.lemma, stage.language) and item.mention.form == "weak"):
            _carry_partners(stage, trigger, filled, item, goes_on)
            denied = item is not None and item.negated
            found = _checked(stage, trigger, filled, item, "denied" if denied else how, lacking)
            for frame in found:
                yield replace(_as_request(stage, clause, frame), clause=clause.indices)
        else:
            lacking.append("no item that is named: so common a word needs one")


def _as_request(stage: Scene, clause: Clause, frame: Frame) -> Frame:
    """What someone demands is his request: "Polen fordert, dass Deutschland Panzer liefert"."""
    if frame.modality != "requested" or frame.relation == "requests":
        return frame
    asker = stage.subjects.get(clause.parent) if clause.subordinate else None
    if asker is None:
        return frame
    if frame.subject in (asker, principal(asker, stage.language)):  # he asks it of his own side
        return replace(frame, relation="requests", subject=asker, recipient=None)
    return replace(frame, relation="requests", subject=asker, recipient=frame.subject, place=None)


def _carry_partners(
    stage: Scene, trigger: Trigger, filled: roles.Roles, item: Argument | None, goes_on: bool
) -> None:
    """Partners that the sentence leaves out because the one before has named them."""
    said, relation = stage.memory.said, trigger.pattern.relation
    if said is None or stage.memory.sentence - said.sentence > SAID_REACH:
        return
    points_back = item is not None and (item.mention.form == "weak" or item.demonstrative)
    if relation == "supplies" and filled.subject is None and points_back:
        same = filled.recipient in (None, said.recipient)  # "120 dieser Waffen hat Russland erhalten"
        if same or (item is not None and item.mention.form == "weak"):
            filled.subject, filled.implied = said.subject, True
            filled.recipient = filled.recipient or said.recipient
    if relation == "supplies" and filled.recipient is None and goes_on and filled.subject is not None:
        if said.recipient != filled.subject:  # "Auch Iran soll Drohnen geschickt haben"
            filled.recipient, filled.implied = said.recipient, True
    if relation in ("supplies", "supports") and filled.recipient is None and said.subject == filled.subject:
        if goes_on or (relation == "supports" and stage.memory.sentence - said.sentence <= 1):
            filled.recipient, filled.implied = said.recipient, True


def _checked(
    stage: Scene,
    trigger: Trigger,
    filled: roles.Roles,
    item: Argument | None,
    how: Modality,
    lacking: list[str],
) -> Iterator[Frame]:
    """The frame of one item, for each member of a list of partners, if its roles are complete."""
    relation = trigger.pattern.relation
    subject, recipient, place = filled.subject, filled.recipient, filled.place
    what = item.mention.entity if item else None
    if what is not None and what.kind == "personnel" and relation in ("supplies", "operates"):
        relation, place, recipient = "deploys", place or recipient, None  # soldiers are sent, not supplied
    place_needed = trigger.pattern.name != "deploy" or trigger.voice != "active"
    if relation != "requests":
        subject, recipient = principal(subject, stage.language), principal(recipient, stage.language)
    missing = _missing(relation, subject, recipient, place, place_needed)
    if subject is None or missing:
        lacking.append(missing)
        return
    confidence = _CONFIDENCE - _IMPLIED * filled.implied - _BY_NOUN * (trigger.voice == "noun")
    frame = Frame(
        relation=relation,
        modality=how,
        subject=subject,
        item=what,
        item_index=item.mention.first if item else -1,
        recipient=recipient,
        place=None if place is not None and place.id == subject.id else place,
        speaker=_speaker(stage, relation, subject),
        confidence=round(confidence, 2),
    )
    yield from _members(stage, frame, filled)


def _speaker(stage: Scene, relation: Relation, subject: EntityRef) -> EntityRef | None:
    """Who says it; someone's own demand needs no other voice, and "nach eigenen Angaben" is the subject's."""
    return None if relation == "requests" and stage.speaker == subject else stage.speaker


def _members(stage: Scene, frame: Frame, filled: roles.Roles) -> Iterator[Frame]:
    """The frame for every pair of partners where lists share the roles: "Nammo and Expal to A, B and C"."""
    sides: dict[str, list[EntityRef | None]] = {"subject": [frame.subject], "recipient": [frame.recipient]}
    for role, entity in filled.more:
        who = entity if frame.relation == "requests" else principal(entity, stage.language)
        if frame.relation != "deploys" or role == "subject":
            sides[role].append(who)
    for subject in sides["subject"]:
        for recipient in sides["recipient"]:
            if subject is not None and subject != recipient:
                yield replace(frame, subject=subject, recipient=recipient)


def _missing(
    relation: Relation,
    subject: EntityRef | None,
    recipient: EntityRef | None,
    place: EntityRef | None,
    place_needed: bool,
) -> str:
    """What a frame lacks to be worth telling; '' where it names all that it needs, and no one twice."""
    if subject is None:
        return "no subject"
    if subject == recipient:
        return "no recipient but the subject"
    if relation in ("supplies", "supports"):
        return "" if recipient is not None else "no recipient"
    if relation != "deploys":
        return ""
    if place is None:
        return "no place" if place_needed else ""
    return "" if place.id != subject.id else "no place but the subject"


def _continued(stage: Scene, frames: Sequence[Frame]) -> Iterator[Frame]:
    """ "Dazu gehören X und Y": the assertion before, of other items."""
    said = stage.memory.said
    if frames or said is None or stage.memory.sentence - said.sentence > SAID_REACH:
        return
    opening = " ".join(token.low for token in stage.tokens[:5])
    if not opening.startswith(tuple(stage.words("frames", "continuations"))):
        return
    speaker = stage.speaker or stage.memory.speaker
    for mention in _items(stage):
        yield Frame(
            said.relation, said.modality, said.subject, mention.entity, mention.first, said.recipient,
            None, speaker, _CONFIDENCE - _IMPLIED, goes_on=True,
        )  # fmt: skip


def _items(stage: Scene) -> Iterator[Mention]:
    """The items that the sentence speaks of; parts are left out ("Haubitzen mit 170-mm-Geschützen")."""
    for mention in stage.mentions:
        before = stage.tokens[max(0, mention.first - 4) : mention.first]
        part = any(token.low in ("mit", "with") for token in before)
        if mention.is_item and mention.form != "weak" and not part:
            yield mention


def _remember(stage: Scene, frames: Sequence[Frame]) -> None:
    memory, now = stage.memory, stage.memory.sentence
    memory.items += [(mention.entity, now) for mention in _items(stage)]
    memory.actors += [(m.entity, now) for m in stage.mentions if m.is_actor and not m.attribute]
    if stage.subjects:
        memory.subject, memory.subject_sentence = stage.subjects[min(stage.subjects)], now
    if stage.speaker is not None:
        memory.spoken[now] = stage.speaker
        memory.speaker, memory.speaker_sentence = stage.speaker, now
        if stage.speaker.kind == "person":
            memory.person, memory.person_sentence = stage.speaker, now
        if stage.speaker.kind == "person" and stage.attribution is not None:
            memory.surnames[stage.speaker.name.split()[-1].lower()] = stage.speaker
    for frame in frames:
        partners = frame.relation in ("supplies", "supports")
        if partners or (frame.relation == "produces" and not frames[0].recipient):
            memory.said = Said(frame.relation, frame.modality, frame.subject, frame.recipient, now)
