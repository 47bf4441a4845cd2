"""Roles: which mention is the supplier, the recipient, the item, the place of a frame.

The rules use the order of the words, prepositions and articles, as far as they go
without a parse; a trained model decides better and takes their place where it is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.extract.arguments import Argument, marker_classes
from graph.extract.clauses import Clause
from graph.extract.frames import Trigger
from graph.extract.mentions import Mention
from graph.extract.tokens import Token
from graph.model import EntityRef
from seeds.catalogue import lexicon


@dataclass(slots=True)
class Roles:
    """Who stands where; items with their arguments, since each becomes an assertion of its own."""

    subject: EntityRef | None = None
    recipient: EntityRef | None = None
    place: EntityRef | None = None
    items: list[Argument] = field(default_factory=list)
    implied: bool = False  # a role was carried over from the text before
    _last: EntityRef | None = None
    more: list[tuple[str, EntityRef]] = field(default_factory=list)  # further members of a list: role, who

    def add(self, entity: EntityRef) -> None:
        """Give a further member of a list the role that the member before it has."""
        for role in ("subject", "recipient"):
            known = [getattr(self, role), *(who for name, who in self.more if name == role)]
            if known[-1] is not None and known[-1] == self._last:
                self.more.append((role, entity))
                self._last = entity
                return

    def fill(self, role: str, entity: EntityRef) -> None:
        """Give a role to an entity, unless it is taken or the entity has another role."""
        if role == "recipient_state":
            role = "recipient"
        if role not in ("subject", "recipient", "place") or getattr(self, role) is not None:
            return
        if role != "place" and entity in (self.subject, self.recipient):
            return
        setattr(self, role, entity)
        self._last = entity


def of_verb(
    trigger: Trigger,
    arguments: Sequence[Argument],
    clause: Clause,
    tokens: Sequence[Token],
    antecedent: Mention | None,
    given: EntityRef | None,
    language: str,
) -> Roles:
    """The roles of a verb's frame in its clause; `given` is the subject of an elliptic one."""
    roles = Roles()
    pattern, passive = trigger.pattern, trigger.voice == "passive"
    roles.items = [a for a in arguments if _is_item(a, pattern.items, passive, language)]
    _prepositional(roles, trigger, arguments, language)
    _partner(roles, trigger, arguments, tokens, language)
    bare = [a for a in arguments if a.mention.is_actor and a.marker == "bare"]
    if pattern.name not in ("deploy", "stand"):
        bare += _troops(roles)
        bare.sort(key=lambda a: a.mention.first)
    if given is not None and not passive and pattern.nominative != "none":
        roles.fill(pattern.nominative, given)
    if language == "de":
        _german_bare(roles, trigger, bare, passive)
    else:
        _english_bare(roles, trigger, bare, passive)
    if antecedent is not None:
        _relative(roles, trigger, clause, tokens, antecedent, passive, language)
    _from_modifiers(roles, trigger)
    return roles


def _partner(
    roles: Roles, trigger: Trigger, arguments: Sequence[Argument], tokens: Sequence[Token], language: str
) -> None:
    """The other side of a deal: "a contract with Poland to supply launchers"."""
    if trigger.pattern.name != "give":
        return
    deals = lexicon(language, "frames")["deals"]
    for argument in arguments:
        if argument.mention.is_actor and "with" in marker_classes(argument.marker, language):
            if any(
                t.lemma in deals for t in tokens[max(0, argument.mention.first - 6) : argument.mention.first]
            ):
                roles.fill("recipient", argument.mention.entity)


def _troops(roles: Roles) -> list[Argument]:
    """Troops that act: in "russische Truppen setzen Drohnen ein" they are Russia, not the item."""
    acting = [
        a
        for a in roles.items
        if a.mention.entity.kind == "personnel"
        and a.modifiers
        and a.marker == "bare"
        and len(roles.items) > 1
    ]
    roles.items = [a for a in roles.items if a not in acting]
    return [replace(a, mention=replace(a.mention, entity=a.modifiers[0])) for a in acting]


def _is_item(argument: Argument, markers: tuple[str, ...], passive: bool, language: str) -> bool:
    if not argument.mention.is_item:
        return False
    if passive and argument.marker == "bare":
        return True
    classes = marker_classes(argument.marker, language)
    return any(marker in classes for marker in markers)


def _prepositional(roles: Roles, trigger: Trigger, arguments: Sequence[Argument], language: str) -> None:
    slots = trigger.pattern.slots
    for argument in arguments:
        if argument.mention.is_item or argument.marker in ("bare", "attribute", "genitive", "possessive"):
            continue
        classes = marker_classes(argument.marker, language)
        for name in ("to", "by", "from", "for", "at", "in"):
            role = slots.get(name)
            if role is None or name not in classes:
                continue
            if name == "by" and trigger.voice == "active" and "from" not in slots:
                continue
            if (
                name == "from"
                and argument.marker in ("von", "vom")
                and trigger.voice == "active"
                and role == "subject"
            ):
                if trigger.pattern.nominative == "subject":
                    continue
            if argument.mention.entity.label == "Place" and role in ("subject", "recipient"):
                continue
            if role == "recipient_state":
                if argument.mention.entity.kind != "state" or argument.case == "dative":
                    continue
                if argument.marker not in ("in", "ins", "into"):
                    continue
            if role == "place" and argument.mention.entity.kind not in ("state", "place"):
                continue
            if role == "place" and name == "in" and argument.marker in ("um", "auf", "bei", "with", "on"):
                continue
            if argument.coordinated and getattr(roles, role.removesuffix("_state")) is not None:
                roles.add(argument.mention.entity)
            else:
                roles.fill(role, argument.mention.entity)
            break


def _german_bare(roles: Roles, trigger: Trigger, bare: Sequence[Argument], passive: bool) -> None:
    pattern = trigger.pattern
    indirect = pattern.slots.get("indirect")
    rest: list[list[EntityRef]] = []
    for argument in bare:
        if argument.coordinated and rest and argument.case not in ("dative", "oblique"):
            rest[-1].append(argument.mention.entity)
        elif argument.case in ("dative", "oblique") and indirect:
            roles.fill(indirect, argument.mention.entity)
        else:
            rest.append([argument.mention.entity])
    if passive:
        direct = pattern.slots.get("direct")
        for group in rest[:1]:
            if direct:
                _fill_group(roles, direct, group)
            elif indirect and pattern.nominative == "subject":
                _fill_group(roles, indirect, group)
        return
    if pattern.nominative == "none":
        return
    taken = pattern.nominative == "subject" and roles.subject is not None
    for n, group in enumerate(rest[:2], start=1 if taken else 0):
        if n == 0:
            _fill_group(roles, pattern.nominative, group)
        elif indirect and pattern.nominative == "subject":
            _fill_group(roles, indirect, group)


def _fill_group(roles: Roles, role: str, group: Sequence[EntityRef]) -> None:
    """Give a role to the first of a list and to all who share it."""
    roles.fill(role, group[0])
    for entity in group[1:]:
        roles.add(entity)


def _english_bare(roles: Roles, trigger: Trigger, bare: Sequence[Argument], passive: bool) -> None:
    pattern = trigger.pattern
    lists = [a for a in bare if a.mention.last <= trigger.index]
    while len(lists) > 1 and lists[-1].coordinated:
        lists.pop()
    before = [a.mention for a in lists]
    further = [a.mention.entity for a in bare if a.coordinated and a.mention.last <= trigger.index]
    after = [a.mention for a in bare if a.mention.first > trigger.index]
    indirect = pattern.slots.get("direct") or pattern.slots.get("indirect")
    if passive:
        if before and indirect and not any(i.mention.last <= trigger.index for i in roles.items):
            roles.fill(indirect, before[-1].entity)
        return
    if before and pattern.nominative != "none":
        _fill_group(roles, pattern.nominative, [before[-1].entity, *further])
    first_item = min((i.mention.first for i in roles.items if i.mention.first > trigger.index), default=10**6)
    near = [m for m in after if m.first <= trigger.index + 4]
    if near and indirect and pattern.nominative == "subject":
        if near[0].first < first_item or "direct" in pattern.slots:
            roles.fill(indirect, near[0].entity)


def _relative(
    roles: Roles,
    trigger: Trigger,
    clause: Clause,
    tokens: Sequence[Token],
    antecedent: Mention,
    passive: bool,
    language: str,
) -> None:
    """The word before the relative pronoun takes the role that the pronoun has."""
    pronoun = tokens[clause.relative]
    before = tokens[clause.relative - 1] if clause.relative else None
    if antecedent.is_item:
        if not roles.items:
            roles.items = [Argument(antecedent, "bare")]
        return
    if before is not None and before.pos == "adp":
        for name in marker_classes(before.low, language):
            role = trigger.pattern.slots.get(name)
            if role:
                roles.fill(role, antecedent.entity)
        return
    if language == "de" and pronoun.low in ("dem", "denen", "der") and "indirect" in trigger.pattern.slots:
        if pronoun.low != "der" or roles.subject is not None:
            roles.fill(trigger.pattern.slots["indirect"], antecedent.entity)
            return
    if passive:
        direct = trigger.pattern.slots.get("direct") or trigger.pattern.slots.get("indirect")
        if direct:
            roles.fill(direct, antecedent.entity)
    elif trigger.pattern.nominative != "none":
        roles.fill(trigger.pattern.nominative, antecedent.entity)


def _from_modifiers(roles: Roles, trigger: Trigger) -> None:
    """Actors that modify the item: the supplier of what is received, the owner of what stands somewhere."""
    for item in roles.items:
        for entity in (*item.modifiers, *item.origins):
            name = trigger.pattern.name
            if name in ("receive", "stand", "deploy") or (name == "have" and trigger.voice == "passive"):
                roles.fill("subject", entity)
            elif name == "help":
                roles.fill("recipient", entity)


def of_noun(
    trigger: Trigger,
    arguments: Sequence[Argument],
    tokens: Sequence[Token],
    compound_item: Argument | None,
    language: str,
) -> Roles:
    """The roles of a relation noun: "die russische Lieferung eines Flugabwehrsystems nach Nordkorea"."""
    roles = Roles()
    pattern = trigger.pattern
    actor_role = pattern.nominative if pattern.nominative != "none" else "subject"
    if compound_item is not None:
        roles.items.append(compound_item)
    stop = _phrase_end(tokens, trigger.index)
    after = [a for a in arguments if trigger.index < a.mention.first < stop]
    before = [
        a for a in arguments if trigger.index - 4 <= a.mention.first and a.mention.last <= trigger.index
    ]
    for argument in before:
        between = tokens[argument.mention.last : trigger.index]
        adjacent = all(t.pos in ("adj", "noun", "pos", "adv") for t in between) and len(between) <= 2
        if argument.mention.is_actor and adjacent and argument.marker in ("attribute", "possessive"):
            roles.fill(actor_role, argument.mention.entity)
        elif argument.mention.is_item and adjacent and language == "en" and not between:
            roles.items.append(argument)
    if (
        pattern.name == "make" and not roles.items
    ):  # "Raketen iranischer Bauart", "Drohnen aus chinesischer Produktion"
        made = [a for a in arguments if a.mention.is_item and a.mention.last <= trigger.index]
        near = made and all(t.pos in ("adp", "adj") for t in tokens[made[-1].mention.last : trigger.index])
        if near and trigger.index - made[-1].mention.last <= 3:
            roles.items.append(made[-1])
    for argument in arguments:  # "US-Lieferungen": the actor is part of the same word
        if (
            argument.mention.first == trigger.index
            and argument.marker == "attribute"
            and argument.mention.is_actor
        ):
            roles.fill(actor_role, argument.mention.entity)
    for argument in after:
        classes = marker_classes(argument.marker, language)
        if argument.mention.is_item:
            if "of" in classes or "including" in classes or ("at" in pattern.items and "at" in classes):
                roles.items.append(argument)
            elif pattern.name == "ask" and classes & {"for", "about"}:
                roles.items.append(argument)
            continue
        if argument.marker == "genitive" or (argument.marker == "of" and language == "en"):
            roles.fill(actor_role, argument.mention.entity)
            continue
        for name in ("to", "by", "from", "for", "in"):
            role = pattern.slots.get(name)
            if role and name in classes and not (role == "recipient_state" and argument.case == "dative"):
                if argument.mention.entity.label == "Place" and role != "place":
                    continue
                roles.fill(role, argument.mention.entity)
                break
    return roles


def _phrase_end(tokens: Sequence[Token], start: int) -> int:
    """Where the noun phrase of a relation noun ends: at a verb or at a clause mark."""
    for i in range(start + 1, len(tokens)):
        token = tokens[i]
        if token.pos in ("verb", "modal", "aux", "subord", "rel") or token.text in ".:;–—":
            return i
    return len(tokens)


def of_attribute(trigger: Trigger, arguments: Sequence[Argument], language: str) -> Roles:
    """The roles of a participle before its noun: "die an die Ukraine gelieferten Panzer"."""
    roles = Roles()
    items = [
        a for a in arguments if a.mention.is_item and trigger.index < a.mention.first <= trigger.index + 3
    ]
    roles.items = items[:1]
    near = [a for a in arguments if trigger.index - 8 <= a.mention.first and a.mention.last <= trigger.index]
    _prepositional(roles, trigger, near, language)
    for argument in arguments:
        if argument.mention.first == trigger.index and argument.mention.is_actor:
            roles.fill("subject", argument.mention.entity)  # "Iranian-made"
    return roles
