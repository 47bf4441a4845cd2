"""From the names in assertions to entities with ids.

An entity that the catalogue knows keeps its catalogue id; one that only a text has named
becomes provisional, under a readable id made from its name. What comes out depends on the
assertion and the catalogue alone, never on what was resolved before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import Any

from graph.model import ROLES, Alias, Assertion, Entity, EntityRef, Label
from graph.model.ids import alias_key, assertion_id, slug

_ROLES = (*ROLES, "attributed_to")
_QUANTITIES = ("quantity", "quantity_max")
_named, _quantities = attrgetter(*_ROLES), attrgetter(*_QUANTITIES)
_MOST = 100_000  # names whose entities are remembered


class Resolver:
    """Gives the entities of assertions their ids, and the assertions theirs.

    >>> korea = Entity("north-korea", "North Korea", "state", aliases=(Alias("DPRK"),))
    >>> Resolver([korea]).ref(EntityRef("dprk", "DPRK", "state"))
    EntityRef(id='north-korea', name='North Korea', kind='state')
    """

    def __init__(self, catalogue: Iterable[Entity]) -> None:
        """Resolve by this catalogue, which is not read before the first name is looked up."""
        self._catalogue = catalogue
        self._refs: dict[EntityRef, EntityRef] = {}

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self._catalogue}

    @cached_property
    def _by_name(self) -> dict[tuple[Label, str], set[str]]:
        found: dict[tuple[Label, str], set[str]] = defaultdict(set)
        for entity in self._by_id.values():
            found[entity.label, alias_key(entity.name)].add(entity.id)
        return found

    @cached_property
    def _by_alias(self) -> dict[tuple[Label, str], set[str]]:
        found: dict[tuple[Label, str], set[str]] = defaultdict(set)
        for entity in self._by_id.values():
            for alias in entity.aliases:
                found[entity.label, alias_key(alias.text)].add(entity.id)
        return found

    def resolve(self, assertion: Assertion) -> Assertion:
        """The assertion with the ids of its entities, and its own."""
        changed: dict[str, Any] = {}
        for role, named in zip(_ROLES, _named(assertion), strict=True):
            if named is not None and (ref := self.ref(named)) is not named:
                changed[role] = ref
        for key, quantity in zip(_QUANTITIES, _quantities(assertion), strict=True):
            if quantity is not None and type(quantity) is not float:
                # 120 and 120.0 are the same quantity and must give the same id
                changed[key] = float(quantity)
        resolved = replace(assertion, **changed) if changed else assertion
        return resolved.identified(assertion_id(resolved))

    def ref(self, named: EntityRef) -> EntityRef:
        """The catalogue's entity for what a text has named, else a provisional one."""
        found = self._refs.get(named)
        if found is None:
            if len(self._refs) >= _MOST:
                self._refs.clear()
            found = self._ref(named)
            # The very one, where it is right as it is: then nothing about its assertion changes.
            found = self._refs[named] = named if found == named else found
        return found

    def _ref(self, named: EntityRef) -> EntityRef:
        known = self._by_id.get(named.id)
        if known is None or not _may_be(named.kind, known):
            known = self._find(named)
        return known.ref if known else EntityRef(self._provisional_id(named), named.name, named.kind)

    def entities_for(self, assertions: Iterable[Assertion]) -> tuple[Entity, ...]:
        """All entities that resolved assertions name, with those that they are a kind or a part of.

        Sorted by label and id. Of a provisional entity that goes by several spellings
        each is an alias.
        """
        found: dict[str, Entity] = {}
        provisional: dict[tuple[Label, str], set[EntityRef]] = defaultdict(set)
        for assertion in assertions:
            for ref in assertion.entities:
                if ref.id in self._by_id:
                    self._add_with_ancestors(ref.id, found)
                else:
                    provisional[ref.label, ref.id].add(ref)
        entities = [*found.values(), *(_provisional(refs) for refs in provisional.values())]
        return tuple(sorted(entities, key=lambda entity: (entity.label, entity.id)))

    def _find(self, named: EntityRef) -> Entity | None:
        """The one catalogue entity of that name; None where there is none or no telling which."""
        key = alias_key(named.name)
        if not key:
            return None
        for label in _labels(named):
            for index in (self._by_name, self._by_alias):
                ids = index.get((label, key), ())
                fitting = [
                    entity for entity in map(self._by_id.__getitem__, ids) if _may_be(named.kind, entity)
                ]
                same_kind = [entity for entity in fitting if entity.kind == named.kind]
                for candidates in (same_kind, fitting):
                    if len(candidates) == 1:
                        return candidates[0]
        by_slug = self._by_id.get(slug(named.name))
        return by_slug if by_slug and _may_be(named.kind, by_slug) else None

    def _provisional_id(self, named: EntityRef) -> str:
        candidate = slug(named.name)
        suffix = "person" if named.kind == "person" else named.label.lower()
        while candidate in self._by_id:
            candidate = f"{candidate}-{suffix}"
        return candidate

    def _add_with_ancestors(self, entity_id: str, found: dict[str, Entity]) -> None:
        waiting = [entity_id]
        while waiting:
            entity = self._by_id.get(waiting.pop())
            if entity is not None and entity.id not in found:
                found[entity.id] = entity
                waiting.extend((*entity.kind_of, *entity.part_of))


def together(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """What `Resolver.entities_for` would give for all assertions, of what it gave for some and for others.

    >>> spelt = [Entity("x", name, "company", provisional=True) for name in ("X", "Ex")]
    >>> [(entity.name, entity.aliases[0].text) for entity in together(spelt)]
    [('Ex', 'X')]
    """
    found: dict[tuple[Label, str], Entity] = {}
    for one in entities:
        other = found.setdefault((one.label, one.id), one)
        if other is not one and other != one:
            refs = {EntityRef(some.id, name, some.kind) for some in (other, one) for name in _names(some)}
            found[one.label, one.id] = _provisional(refs)
    return tuple(found[key] for key in sorted(found))


def _names(entity: Entity) -> list[str]:
    return [entity.name, *(alias.text for alias in entity.aliases)]


def _labels(named: EntityRef) -> tuple[Label, ...]:
    # A state is an Actor also where something is made or stationed in it.
    return ("Place", "Actor") if named.label == "Place" else (named.label,)


def _may_be(kind: str, entity: Entity) -> bool:
    """Whether what a text calls `kind` can be that entity.

    Kinds of one label are easily taken for one another (an agency for a company), but a
    person is never a state, and a place that turns out to be an actor is a state.
    """
    if kind == "place":
        return entity.kind in ("place", "state")
    if (kind == "person") != (entity.kind == "person"):
        return False
    return EntityRef("", "", kind).label == entity.label


def _provisional(refs: set[EntityRef]) -> Entity:
    ordered = sorted(refs, key=lambda ref: (ref.name, ref.kind))
    first = ordered[0]
    names = sorted({ref.name for ref in ordered} - {first.name})
    return Entity(
        first.id, first.name, first.kind, aliases=tuple(Alias(name) for name in names), provisional=True
    )
