"""From a sentence's words to its frames: triggers, their roles, what was carried over, and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.extract import anaphora, modality, roles
from graph.extract.arguments import Argument, attach, marker_classes
from graph.extract.attribution import Attribution
from graph.extract.clauses import Clause, split
from graph.extract.discourse import Discourse, Said
from graph.extract.frames import Trigger, find, is_common, patterns
from graph.extract.gazetteer import gazetteer
from graph.extract.mentions import Mention, head_item
from graph.extract.tokens import Token
from graph.model import EntityRef, Modality, Relation
from seeds.catalogue import lexicon


@dataclass(frozen=True, slots=True)
class Frame:
    """One filled frame: a relation, its roles, one item with the token it begins at."""

    relation: Relation
    modality: Modality
    subject: EntityRef | None
    item: EntityRef | None
    item_index: int
    recipient: EntityRef | None
    place: EntityRef | None
    speaker: EntityRef | None
    confidence: float


def frames_of(
    tokens: Sequence[Token],
    found: Sequence[Mention],
    attribution: Attribution | None,
    memory: Discourse,
    language: str,
) -> Iterator[Frame]:
    """The frames of one sentence, and what it adds to the discourse."""
    mentions = anaphora.resolve(tokens, found, memory, language)
    clauses = split(tokens, language)
    speaker = _speaker(tokens, attribution, memory, language)
    subjects: dict[int, EntityRef] = {}
    controlled: dict[int, EntityRef] = {}
    frames: list[Frame] = []
    covered: set[int] = set()  # items that a verb's frame has taken
    for number, clause in enumerate(clauses):
        arguments = _arguments(tokens, clause, mentions, attribution, language)
        antecedent = _antecedent(clause, mentions)
        triggers = find(tokens, clause, language)
        subject = subjects.get(clause.parent) if clause.borrowed else None
        given = subject
        subject = subject or _subject(tokens, clause, arguments, language)
        if subject is None and not clause.relative >= 0:
            subject = _carried(tokens, clause, subjects, controlled, memory, language)
        if subject is not None:
            subjects[number] = subject
        other = _controlled(tokens, clause, arguments, subject, language)
        if other is not None:
            controlled[number] = other
        for trigger in sorted(triggers, key=lambda t: t.voice == "noun"):
            filled = _fill(
                tokens, clause, trigger, arguments, antecedent, subject, given, covered, mentions, language
            )
            frames += _frames(tokens, clauses, clause, trigger, filled, speaker, memory, language)
    frames += _continued(tokens, mentions, speaker, frames, memory, language)
    _remember(tokens, mentions, subjects, frames, speaker, attribution, memory)
    yield from frames


def _speaker(
    tokens: Sequence[Token], attribution: Attribution | None, memory: Discourse, language: str
) -> EntityRef | None:
    """The speaker that the sentence names, else, in indirect speech, the one before."""
    if attribution is not None:
        return attribution.speaker
    if language == "de" and memory.sentence - memory.speaker_sentence <= 3 and _indirect(tokens):
        return memory.speaker
    return None


_SUBJUNCTIVE = frozenset(
    (
        "sei",
        "seien",
        "habe",
        "werde",
        "könne",
        "müsse",
        "solle",
        "wolle",
        "dürfe",
        "hätten",
        "hätte",
        "würden",
    )
)


def _indirect(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb stands in the German subjunctive of indirect speech."""
    for token in tokens:
        if token.low in _SUBJUNCTIVE:
            return True
        if token.pos == "verb" and token.form == "fin" and token.low.endswith("e"):
            if not token.low.endswith("te"):
                return True
    return False


def _arguments(
    tokens: Sequence[Token],
    clause: Clause,
    mentions: Sequence[Mention],
    attribution: Attribution | None,
    language: str,
) -> tuple[Argument, ...]:
    arguments = attach(tokens, clause, mentions, language)
    if attribution is None:
        return arguments
    cue = tokens[attribution.first]
    if cue.pos == "verb" or tokens[attribution.last - 1].pos == "verb":
        return arguments  # the one who announces may be the one who delivers
    return tuple(a for a in arguments if not attribution.first <= a.mention.first < attribution.last)


def _antecedent(clause: Clause, mentions: Sequence[Mention]) -> Mention | None:
    if clause.relative < 0:
        return None
    before = [m for m in mentions if m.last <= clause.relative and not m.attribute]
    near = [m for m in before if clause.relative - m.last <= 3]
    return near[-1] if near else None


def _subject(
    tokens: Sequence[Token], clause: Clause, arguments: Sequence[Argument], language: str
) -> EntityRef | None:
    """The actor that is the clause's grammatical subject, as far as order and articles tell."""
    bare = [
        a
        for a in arguments
        if a.mention.is_actor and a.marker == "bare" and a.case not in ("dative", "oblique")
    ]
    if not bare:
        return None
    if language == "de":
        return bare[0].mention.entity
    verb = next((i for i in clause.indices if tokens[i].pos in ("verb", "aux", "modal")), None)
    before = [a for a in bare if verb is None or a.mention.last <= verb]
    return before[-1].mention.entity if before else None


def _controlled(
    tokens: Sequence[Token],
    clause: Clause,
    arguments: Sequence[Argument],
    subject: EntityRef | None,
    language: str,
) -> EntityRef | None:
    """Who does what the infinitive after this clause says: "wirft Russland vor, Waffen zu liefern"."""
    verbs = lexicon(language, "frames")["object_control"]
    if not any(tokens[i].pos == "verb" and tokens[i].lemma in verbs for i in clause.indices):
        return None
    others = [a.mention.entity for a in arguments if a.mention.is_actor and a.marker == "bare"]
    others = [entity for entity in others if entity != subject]
    return others[-1] if others else None


def _carried(
    tokens: Sequence[Token],
    clause: Clause,
    subjects: dict[int, EntityRef],
    controlled: dict[int, EntityRef],
    memory: Discourse,
    language: str,
) -> EntityRef | None:
    """The subject of a clause that names none: of the clause before, or whom its pronoun means."""
    words = lexicon(language, "anaphora")
    pronoun = any(
        tokens[i].pos == "pron" and tokens[i].low in words["subject_pronouns"] for i in clause.indices
    )
    if clause.parent >= 0 and clause.parent in controlled and clause.opener == "zu":
        return controlled[clause.parent]
    if clause.parent >= 0 and clause.parent in subjects:
        return subjects[clause.parent]
    if pronoun and memory.sentence - memory.subject_sentence <= 1:
        return memory.subject
    return None


def _fill(
    tokens: Sequence[Token],
    clause: Clause,
    trigger: Trigger,
    arguments: Sequence[Argument],
    antecedent: Mention | None,
    subject: EntityRef | None,
    given: EntityRef | None,
    covered: set[int],
    mentions: Sequence[Mention],
    language: str,
) -> roles.Roles:
    if trigger.voice == "attribute":
        return roles.of_attribute(trigger, arguments, language)
    if trigger.voice != "noun":
        filled = roles.of_verb(trigger, arguments, clause, tokens, antecedent, given, language)
        if not filled.items and trigger.lemma in lexicon(language, "frames")["with_verbs"]:
            other = replace(trigger, pattern=patterns()["equip"])  # "supplied with shells"
            filled = roles.of_verb(other, arguments, clause, tokens, antecedent, given, language)
        if trigger.voice == "active" and subject is not None and trigger.pattern.nominative != "none":
            if getattr(filled, trigger.pattern.nominative) is None:
                filled.fill(trigger.pattern.nominative, subject)
                filled.implied = True
        covered.update(a.mention.first for a in filled.items)
        return filled
    compound = _compound_item(trigger, tokens, language)
    filled = roles.of_noun(trigger, arguments, tokens, compound, language)
    if filled.subject is None:
        own = trigger.index
        filled.items = [a for a in filled.items if a.mention.first not in covered or a.mention.first == own]
    role = trigger.pattern.nominative
    owner = _possessor(tokens, trigger, mentions, language)
    if owner is not None and role in ("subject", "recipient") and getattr(filled, role) is None:
        filled.fill(role, owner)
    if role == "subject" and subject is not None and trigger.pattern.relation in ("supplies", "supports"):
        if filled.subject not in (None, subject) and _gains(tokens, clause, language):
            filled.fill("recipient", subject)
    if role in ("subject", "recipient") and getattr(filled, role) is None and subject is not None:
        if _light(tokens, clause, trigger, language) is not None:
            filled.fill(role, subject)
            filled.implied = True
    return filled


def _possessor(
    tokens: Sequence[Token], trigger: Trigger, mentions: Sequence[Mention], language: str
) -> EntityRef | None:
    """Whom "its purchase", "ihre Lieferungen" means: the actor named last before it in the sentence."""
    words = lexicon(language, "anaphora")["possessives"]
    if not any(t.lemma in words or t.low in words for t in tokens[max(0, trigger.index - 3) : trigger.index]):
        return None
    before = [m for m in mentions if m.is_actor and m.last <= trigger.index - 1 and not m.attribute]
    return before[-1].entity if before else None


def _compound_item(trigger: Trigger, tokens: Sequence[Token], language: str) -> Argument | None:
    """The item inside a compound: "Waffenlieferungen", "Drohnenproduktion"."""
    if not trigger.prefix:
        return None
    names = gazetteer(language)
    word = trigger.prefix.rstrip("-").split("-")[-1]
    token = tokens[trigger.index]
    for stem in (word, word.removesuffix("n"), word.removesuffix("en"), word.removesuffix("s")):
        ref = names.nouns.get(stem.lower()) or (head_item(stem, names) if len(stem) >= 7 else None)
        if ref is not None:
            mention = Mention(ref, token.start, token.end, trigger.index, trigger.index + 1, "noun")
            return Argument(mention, "of")
    return None


def _light(tokens: Sequence[Token], clause: Clause, trigger: Trigger, language: str) -> str | None:
    """The light verb of the clause, which passes its subject on to the relation noun."""
    verbs = lexicon(language, "frames")["light_verbs"]
    for i in clause.indices:
        token = tokens[i]
        if token.pos != "verb":
            continue
        if token.lemma in verbs:
            return str(verbs[token.lemma])
        if language == "de" and token.form == "fin":
            particle = next(
                (tokens[k].low for k in reversed(clause.indices) if tokens[k].pos == "particle"), ""
            )
            if particle and particle + token.lemma in verbs:
                return str(verbs[particle + token.lemma])
    return None


def _gains(tokens: Sequence[Token], clause: Clause, language: str) -> bool:
    """Whether the clause's subject receives what its relation noun names: "profits from deliveries"."""
    verbs = lexicon(language, "frames")["gaining_verbs"]
    return any(tokens[i].pos == "verb" and tokens[i].lemma in verbs for i in clause.indices)


def _frames(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    clause: Clause,
    trigger: Trigger,
    filled: roles.Roles,
    speaker: EntityRef | None,
    memory: Discourse,
    language: str,
) -> Iterator[Frame]:
    how = modality.decide(tokens, clauses, clause, trigger, language)
    light = _light(tokens, clause, trigger, language) if trigger.voice == "noun" else None
    if how == "reported" and light in ("planned", "denied", "suspected", "requested"):
        how = light  # type: ignore[assignment]  # one of the modalities, by the test before
    additive = lexicon(language, "anaphora")["additive"]
    goes_on = any(tokens[i].low in additive for i in clause.indices)
    if not filled.items and trigger.pattern.name == "help" and filled.recipient and trigger.voice != "noun":
        yield from _one(trigger, filled, None, how, speaker, memory, language, goes_on)
    for item in filled.items:
        yield from _one(trigger, filled, item, how, speaker, memory, language, goes_on)


def _one(
    trigger: Trigger,
    filled: roles.Roles,
    item: Argument | None,
    how: Modality,
    speaker: EntityRef | None,
    memory: Discourse,
    language: str,
    goes_on: bool,
) -> Iterator[Frame]:
    relation: Relation = trigger.pattern.relation
    subject, recipient, place = filled.subject, filled.recipient, filled.place
    confidence = 0.8
    if item is not None and is_common(trigger.lemma, language) and item.mention.form == "weak":
        return
    if item is not None and item.negated:
        how = "denied"
    said = memory.said if memory.said and memory.sentence - memory.said.sentence <= 2 else None
    if relation == "supplies" and subject is None and recipient is None and item is not None:
        if item.mention.form == "weak" and said:
            subject, recipient, filled.implied = said.subject, said.recipient, True
    if relation in ("supplies", "supports") and recipient is None and said and said.subject == subject:
        if goes_on or (relation == "supports" and memory.sentence - said.sentence <= 1):
            recipient, filled.implied = said.recipient, True
    if item is not None and item.mention.entity.kind == "personnel" and relation in ("supplies", "operates"):
        relation = "deploys"
        place, recipient = place or recipient, None
    if relation != "requests":
        subject, recipient = _principal(subject, language), _principal(recipient, language)
    if subject is None or subject == recipient:
        return
    if relation == "requests" and speaker == subject:
        speaker = None
    if relation in ("supplies", "supports") and recipient is None:
        return
    if relation == "deploys" and place is None:
        return
    if place is not None and place.id == subject.id:
        place = None
        if relation == "deploys":
            return
    if filled.implied:
        confidence -= 0.2
    if trigger.voice == "noun":
        confidence -= 0.1
    ref = item.mention.entity if item is not None else None
    index = item.mention.first if item is not None else -1
    yield Frame(relation, how, subject, ref, index, recipient, place, speaker, round(confidence, 2))
    for role, entity in filled.more:
        other = _principal(entity, language) if relation != "requests" else entity
        if other is None or other in (subject, recipient):
            continue
        who, to = (other, recipient) if role == "subject" else (subject, other)
        yield Frame(relation, how, who, ref, index, to, place, speaker, round(confidence, 2))


def _principal(entity: EntityRef | None, language: str) -> EntityRef | None:
    """The state for which a person acts: what Kim Jong-un delivers, North Korea delivers."""
    if entity is None or entity.kind != "person":
        return entity
    names = gazetteer(language)
    return names.refs.get(names.origin.get(entity.id, ""), entity)


def _continued(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    speaker: EntityRef | None,
    frames: Sequence[Frame],
    memory: Discourse,
    language: str,
) -> Iterator[Frame]:
    """ "Dazu gehören X und Y": the assertion before, of other items."""
    said = memory.said
    if frames or said is None or memory.sentence - said.sentence > 2:
        return
    opening = " ".join(t.low for t in tokens[:5])
    if not any(opening.startswith(phrase) for phrase in lexicon(language, "frames")["continuations"]):
        return
    for mention in mentions:
        if mention.is_item and mention.form != "weak" and not _fitted(tokens, mention):
            yield Frame(
                said.relation, said.modality, said.subject, mention.entity, mention.first, said.recipient,
                None, speaker or memory.speaker, 0.6,
            )  # fmt: skip


def _fitted(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether the item is only part of another: "Haubitzen mit 170-mm-Geschützen"."""
    before = tokens[max(0, mention.first - 4) : mention.first]
    words = [t.low for t in before]
    return "mit" in words or "with" in words


def _remember(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    subjects: dict[int, EntityRef],
    frames: Sequence[Frame],
    speaker: EntityRef | None,
    attribution: Attribution | None,
    memory: Discourse,
) -> None:
    for mention in mentions:
        if mention.is_item and mention.form != "weak" and not _fitted(tokens, mention):
            memory.items.append((mention.entity, memory.sentence))
        elif mention.is_actor and not mention.attribute:
            memory.actors.append((mention.entity, memory.sentence))
    if subjects:
        memory.subject, memory.subject_sentence = subjects[min(subjects)], memory.sentence
    if speaker is not None:
        memory.speaker, memory.speaker_sentence = speaker, memory.sentence
        if speaker.kind == "person" and attribution is not None:
            memory.surnames[speaker.name.split()[-1].lower()] = speaker
    for frame in frames:
        if frame.relation in ("supplies", "supports") or (
            frame.relation == "produces" and not frames[0].recipient
        ):
            memory.said = Said(
                frame.relation, frame.modality, frame.subject, frame.recipient, memory.sentence
            )


__all__ = ["Frame", "frames_of", "marker_classes"]
