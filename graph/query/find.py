"""An entity by its id, its name or any of its aliases."""

from __future__ import annotations

from typing import cast, get_args

from graph.errors import AmbiguousEntity, UnknownEntity
from graph.model import EntityRef, Label
from graph.model.ids import alias_key
from graph.query import parse
from graph.query.cypher import text
from graph.store.protocol import Row, Store

_SHOWN = 5


def find_entity(store: Store, name: str) -> EntityRef:
    """The entity of that name; case, accents, dots and hyphens do not matter.

    An id wins over a name of an entity's own, that over an alias. "item:wagner" looks
    among items alone (actor, item, place). What the store does not have but the catalogue
    knows is found too: then there is nothing to say of it, but it is no typing error.

    Raises:
        UnknownEntity: nothing has that name; carries the nearest names.
        AmbiguousEntity: several have it; carries how each can be named alone.
    """
    label, sought = _split(name)
    rows = store.run(text("find_entity"), {"id": sought, "key": alias_key(sought)})
    by_id = {_ref(row) for row in rows if row["by_id"]}
    known = by_id or {_ref(row) for row in rows}
    found = [ref for ref in known if label in (None, ref.label)]
    if not found:
        found = [ref for ref in _in_catalogue(sought) if label in (None, ref.label)]
    if not found:
        raise UnknownEntity(name, _nearest(store, sought))
    return _only(name, found)


def as_ref(store: Store, entity: EntityRef | str) -> EntityRef:
    """The entity itself, or the one of that name."""
    return find_entity(store, entity) if isinstance(entity, str) else entity


def _split(name: str) -> tuple[Label | None, str]:
    prefix, separator, rest = name.partition(":")
    label = prefix.strip().capitalize()
    if separator and rest.strip() and label in get_args(Label):
        return cast(Label, label), rest.strip()
    return None, name.strip()


def _ref(row: Row) -> EntityRef:
    return EntityRef(parse.text(row, "id"), parse.text(row, "name"), parse.text(row, "kind"))


def _only(name: str, found: list[EntityRef]) -> EntityRef:
    key = alias_key(_split(name)[1])
    own_name = [ref for ref in found if alias_key(ref.name) == key]
    for candidates in (found, own_name):
        if len(candidates) == 1:
            return candidates[0]
    ordered = sorted(found, key=lambda ref: (ref.name, ref.label, ref.id))
    same_id = len({ref.id for ref in found}) < len(found)
    raise AmbiguousEntity(
        name,
        tuple(
            f"{f'{ref.label.lower()}:' if same_id else ''}{ref.id} ({ref.name}, {ref.kind})"
            for ref in ordered
        ),
    )


def _in_catalogue(name: str) -> list[EntityRef]:
    from seeds.catalogue import entities  # noqa: PLC0415 - slow, and only for names the store lacks

    key = alias_key(name)
    by_id = [entity.ref for entity in entities() if entity.id == name]
    return by_id or [
        entity.ref
        for entity in entities()
        if key in (alias_key(entity.name), *(alias_key(alias.text) for alias in entity.aliases))
    ]


def _nearest(store: Store, name: str) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where a name is not found

    from seeds.catalogue import entities  # noqa: PLC0415

    named = [(parse.text(row, "text"), parse.text(row, "name")) for row in store.run(text("names"))]
    for entity in entities():
        named += [(spelling, entity.name) for spelling in (entity.name, *(a.text for a in entity.aliases))]
    keys = [alias_key(spelling) for spelling, _ in named]
    best: dict[str, tuple[float, str]] = {}  # by the entity's name: how near, and its nearest spelling
    # A shared word is a weaker sign than a few letters that differ.
    for scorer, least, weight in ((fuzz.ratio, 70, 1.0), (fuzz.token_set_ratio, 90, 0.8)):
        for _, score, index in process.extract(
            alias_key(name), keys, scorer=scorer, score_cutoff=least, limit=10 * _SHOWN
        ):
            spelling, entity_name = named[index]
            best[entity_name] = max(best.get(entity_name, (0.0, "")), (score * weight, spelling))
    ordered = sorted(best.values(), key=lambda entry: (-entry[0], entry[1]))
    return tuple(dict.fromkeys(spelling for _, spelling in ordered))[:_SHOWN]
