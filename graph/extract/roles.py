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
from graph.extract.gazetteer import gazetteer
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
    if "acting" in markers and argument.marker == "bare" and argument.modifiers:
        return True  # "Israeli warplanes bombed the port"
    classes = marker_classes(argument.marker, language)
    return any(marker in classes for marker in markers)


def _prepositional(roles: Roles, trigger: Trigger, arguments: Sequence[Argument], language: str) -> None:
    """Roles that prepositions name; of several readings of one, the first that fits."""
    for argument in arguments:
        if argument.mention.is_item or argument.marker in ("bare", "attribute", "genitive", "possessive"):
            continue
        classes = marker_classes(argument.marker, language)
        for name in ("to", "by", "from", "for", "at", "in"):
            role = trigger.pattern.slots.get(name)
            if role is None or name not in classes or not _allowed(trigger, argument, name, role, language):
                continue
            if argument.coordinated and getattr(roles, role.removesuffix("_state")) is not None:
                roles.add(argument.mention.entity)
            else:
                roles.fill(role, argument.mention.entity)
            break


def _allowed(trigger: Trigger, argument: Argument, name: str, role: str, language: str) -> bool:
    """Whether a preposition of this class can give this argument this role."""
    who, active = argument.mention.entity, trigger.voice == "active"
    if name == "by" and active and "from" not in trigger.pattern.slots:
        return False  # only a passive has an agent
    if name == "from" and active and role == trigger.pattern.nominative and argument.marker in ("von", "vom"):
        return False  # "von" in an active clause hangs on a noun
    if role == "recipient_state":  # "in den Iran liefern": the country, not a place in it
        return who.kind == "state" and argument.case != "dative" and argument.marker in ("in", "ins", "into")
    if role == "place":
        vague = name == "in" and argument.marker in ("um", "auf", "bei", "with", "on")
        return (who.kind in ("state", "place") or who.id in gazetteer(language).regions) and not vague
    return who.label != "Place"


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
            if name in ("receive", "stand", "deploy", "strike") or (
                name == "have" and trigger.voice == "passive"
            ):
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
    """The roles of a relation noun: "die russische Lieferung von Raketen nach Syrien"."""
    roles = Roles(items=[compound_item] if compound_item else [])
    actor_role = trigger.pattern.slots.get("genitive") or trigger.pattern.nominative
    actor_role = "subject" if actor_role == "none" else actor_role
    for argument in arguments:
        if argument.mention.last <= trigger.index and argument.mention.first >= trigger.index - 4:
            _before_noun(roles, trigger, argument, tokens, actor_role, language)
    if trigger.pattern.name == "make" and not roles.items:
        roles.items = _of_make(trigger, arguments, tokens)
    stop = _phrase_end(tokens, trigger.index)
    for argument in arguments:
        same_word = argument.mention.first == trigger.index and argument.marker == "attribute"
        if same_word and argument.mention.is_actor:  # "US-Lieferungen"
            roles.fill(actor_role, argument.mention.entity)
        elif trigger.index < argument.mention.first < stop:
            _after_noun(roles, trigger, argument, actor_role, language)
    return roles


def _before_noun(
    roles: Roles,
    trigger: Trigger,
    argument: Argument,
    tokens: Sequence[Token],
    actor_role: str,
    language: str,
) -> None:
    """ "russische Lieferung", "Turkey's purchase", "drone production"."""
    between = tokens[argument.mention.last : trigger.index]
    if len(between) > 2 or not all(t.pos in ("adj", "noun", "pos", "adv") for t in between):
        return
    if argument.mention.is_actor and argument.marker in ("attribute", "possessive"):
        roles.fill(actor_role, argument.mention.entity)
    elif argument.mention.is_item and language == "en" and not between:
        roles.items.append(argument)


def _of_make(trigger: Trigger, arguments: Sequence[Argument], tokens: Sequence[Token]) -> list[Argument]:
    """The item of a make: "Raketen iranischer Bauart", "Drohnen aus chinesischer Produktion"."""
    made = [a for a in arguments if a.mention.is_item and a.mention.last <= trigger.index][-1:]
    between = tokens[made[0].mention.last : trigger.index] if made else ()
    return made if len(between) <= 3 and all(t.pos in ("adp", "adj") for t in between) else []


def _after_noun(roles: Roles, trigger: Trigger, argument: Argument, actor_role: str, language: str) -> None:
    """ "Lieferung von Raketen aus X an Y", "Lieferungen Nordkoreas", "request for tanks"."""
    classes = marker_classes(argument.marker, language)
    pattern, who = trigger.pattern, argument.mention.entity
    if argument.mention.is_item:
        markers = {"of", "including"} | ({"at"} & set(pattern.items))
        if pattern.name == "ask":
            markers |= {"for", "about"}
        if classes & markers:
            roles.items.append(argument)
        return
    if argument.marker == "genitive" or (argument.marker == "of" and language == "en"):
        roles.fill(actor_role, who)
        return
    for name in ("to", "by", "from", "for", "in"):
        role = pattern.slots.get(name)
        if role and name in classes and not (role == "recipient_state" and argument.case == "dative"):
            if who.label != "Place" or role == "place":
                roles.fill(role, who)
                return


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
