"""Who does it: the subject of a clause, named in it, carried over, or meant by a pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.arguments import Argument
from graph.extract.clauses import Clause
from graph.extract.mentions import Mention
from graph.extract.scene import Scene
from graph.model import EntityRef


def settle(scene: Scene, number: int, arguments: Sequence[Argument]) -> EntityRef | None:
    """The subject of clause `number`; it and whom its verb controls are noted in the scene."""
    clause = scene.clauses[number]
    subject = given(scene, clause) or _named(scene, clause, arguments)
    if subject is None and clause.relative < 0:
        subject = _carried(scene, clause)
    if subject is not None:
        scene.subjects[number] = subject
    if scene.has_verb(clause, scene.words("frames", "object_control")):
        bare = [a.mention.entity for a in arguments if a.mention.is_actor and a.marker == "bare"]
        others = [entity for entity in bare if entity != subject]
        if others:
            scene.controlled[number] = others[-1]
    return subject


def given(scene: Scene, clause: Clause) -> EntityRef | None:
    """The subject that a clause takes from the one before: an elliptic one, a zu-infinitive."""
    if clause.opener == "zu":  # "bestritt, Pjöngjang Technik geliefert zu haben"
        return scene.controlled.get(clause.parent) or scene.subjects.get(clause.parent)
    return scene.subjects.get(clause.parent) if clause.borrowed else None


def antecedent(scene: Scene, clause: Clause) -> Mention | None:
    """The mention that a relative pronoun stands for: the nearest before it."""
    if clause.relative < 0:
        return None
    before = [m for m in scene.mentions if m.last <= clause.relative and not (m.attribute or m.medium)]
    near = [m for m in before if clause.relative - m.last <= 3]
    return near[-1] if near else None


def _named(scene: Scene, clause: Clause, arguments: Sequence[Argument]) -> EntityRef | None:
    """The actor that is the grammatical subject, as far as order and articles tell."""
    bare = [
        a.mention
        for a in arguments
        if a.mention.is_actor and a.marker == "bare" and a.case not in ("dative", "oblique")
    ]
    if scene.language == "de" or not bare:
        return bare[0].entity if bare else None
    verbs = (i for i in clause.indices if scene.tokens[i].pos in ("verb", "aux", "modal"))
    verb = next(verbs, None)
    before = [m for m in bare if verb is None or m.last <= verb]
    return before[-1].entity if before else None


def _carried(scene: Scene, clause: Clause) -> EntityRef | None:
    """The subject of a clause that names none: of the clause before, or whom its pronoun means."""
    pronouns = scene.words("anaphora", "subject_pronouns")
    own = (scene.tokens[i] for i in clause.indices)
    pronoun = any(token.pos == "pron" and token.low in pronouns for token in own)
    told = clause.opener in ("that", "dass", "daß") and not _demanded(scene, clause)
    if clause.parent in scene.subjects and (pronoun or not told):
        return scene.subjects[clause.parent]  # but who tells of a thing does not do it
    if pronoun:
        memory = scene.memory
        return memory.subject if memory.sentence - memory.subject_sentence <= 1 else None
    return None


def _demanded(scene: Scene, clause: Clause) -> bool:
    """Whether the clause says what the one before demands: "fordert, dass seine Betriebe ... herstellen"."""
    above = scene.clauses[clause.parent] if clause.parent >= 0 else clause
    return scene.has_verb(above, scene.words("modality", "verbs")["requested"])
