"""Relation nouns in their clause: "Waffenlieferungen", "its purchase", "nimmt die Produktion auf"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.arguments import Argument
from graph.extract.clauses import Clause
from graph.extract.frames import Trigger
from graph.extract.gazetteer import gazetteer
from graph.extract.mentions import Mention, head_item
from graph.extract.roles import Roles, of_noun
from graph.extract.scene import Scene
from graph.model import EntityRef

_SHORTEST_COMPOUND = 7


def fill(
    scene: Scene,
    clause: Clause,
    trigger: Trigger,
    arguments: Sequence[Argument],
    subject: EntityRef | None,
) -> Roles:
    """The roles of a relation noun, from its own phrase and from the clause that it stands in."""
    roles = of_noun(trigger, arguments, scene.tokens, _compound_item(scene, trigger), scene.language)
    if roles.subject is None:  # then its items may be the verb's, and are not told twice
        own = trigger.index
        roles.items = [
            a for a in roles.items if a.mention.first not in scene.covered or a.mention.first == own
        ]
    role = trigger.pattern.nominative
    if role not in ("subject", "recipient"):
        return roles
    owner = _possessor(scene, trigger)
    if owner is not None:
        roles.fill(role, owner)
    if subject is None:
        return roles
    if trigger.pattern.slots.get("genitive"):  # "Russland war der wichtigste Lieferant der Armenier"
        if scene.has_copula(clause):
            roles.fill(role, subject)
        return roles
    if getattr(roles, role) is None and light_verb(scene, clause) is not None:
        roles.fill(role, subject)
        roles.implied = True
    elif role == "subject" and trigger.pattern.relation in ("supplies", "supports"):
        if roles.subject not in (None, subject) and scene.has_verb(
            clause, scene.words("frames", "gaining_verbs")
        ):
            roles.fill("recipient", subject)
    return roles


def light_verb(scene: Scene, clause: Clause) -> str | None:
    """What the clause's light verb makes of a relation noun; None where it has no such verb."""
    verbs = scene.words("frames", "light_verbs")
    particles = [scene.tokens[i].low for i in clause.indices if scene.tokens[i].pos == "particle"]
    for i in clause.indices:
        token = scene.tokens[i]
        if token.pos != "verb":
            continue
        for lemma in (token.lemma, *(particle + token.lemma for particle in particles[-1:])):
            if lemma in verbs:
                return str(verbs[lemma])
    return None


def _possessor(scene: Scene, trigger: Trigger) -> EntityRef | None:
    """Whom "its purchase", "ihre Lieferungen" means: the actor named last before it in the sentence."""
    words = scene.words("anaphora", "possessives")
    near = scene.tokens[max(0, trigger.index - 3) : trigger.index]
    if not any(token.lemma in words or token.low in words for token in near):
        return None
    before = [m for m in scene.mentions if m.is_actor and m.last <= trigger.index - 1 and not m.attribute]
    return before[-1].entity if before else None


def _compound_item(scene: Scene, trigger: Trigger) -> Argument | None:
    """The item inside a compound: "Waffenlieferungen", "Drohnenproduktion"."""
    if not trigger.prefix:
        return None
    names = gazetteer(scene.language)
    word = trigger.prefix.rstrip("-").split("-")[-1]
    token = scene.tokens[trigger.index]
    for stem in (word, word.removesuffix("n"), word.removesuffix("en"), word.removesuffix("s")):
        item = names.nouns.get(stem.lower())
        if item is None and len(stem) >= _SHORTEST_COMPOUND:
            item = head_item(stem, names)
        if item is not None:
            mention = Mention(item, token.start, token.end, trigger.index, trigger.index + 1, "noun")
            return Argument(mention, "of")
    return None
