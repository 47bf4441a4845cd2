"""An entity by its id, its name or any of its aliases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast, get_args

from graph.errors import AmbiguousEntity, UnknownEntity
from graph.model import EntityRef, Label
from graph.model.ids import alias_key
from graph.query import parse
from graph.query.cypher import text
from graph.query.spellings import singulars, umlauts
from graph.store.protocol import Row, Store

_SHOWN = 5
_NEAR = 80.0  # from here on (of 100) a name is what was meant, most likely


def find_entity(store: Store, name: str) -> EntityRef:
    """The entity of that name; case, accents, dots and hyphens do not matter.

    An id wins over a name of an entity's own, that over an alias. "item:wagner" looks
    among items alone (actor, item, place). What the store does not have but the catalogue
    knows is found too: then there is nothing to say of it, but it is no typing error.
    A plural finds its singular where nothing has the plural as its name ("Drohnen"), and where there
    is nothing either, ae, oe and ue count as ä, ö and ü ("Tuerkei").

    Raises:
        UnknownEntity: nothing has that name; carries the nearest names.
        AmbiguousEntity: several have it; carries how each can be named alone.
    """
    label, sought = _split(name)
    for spelling in _spellings(sought):
        found = [ref for ref in _called(store, spelling) if label in (None, ref.label)]
        if not found:
            found = [ref for ref in _in_catalogue(spelling) if label in (None, ref.label)]
        if found:
            return _only(name, found)
    raise UnknownEntity(name, _nearest(store, sought))


def as_ref(store: Store, entity: EntityRef | str) -> EntityRef:
    """The entity itself, or the one of that name."""
    return find_entity(store, entity) if isinstance(entity, str) else entity


def _split(name: str) -> tuple[Label | None, str]:
    prefix, separator, rest = name.partition(":")
    label = prefix.strip().capitalize()
    if separator and rest.strip() and label in get_args(Label):
        return cast(Label, label), rest.strip()
    return None, name.strip()


def _called(store: Store, name: str) -> set[EntityRef]:
    rows = store.run(text("find_entity"), {"id": name, "key": alias_key(name)})
    return {_ref(row) for row in rows if row["by_id"]} or {_ref(row) for row in rows}


def _spellings(name: str) -> Iterator[str]:
    for spelling in (name, *umlauts(name)):
        yield from (spelling, *singulars(spelling))


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
    from seeds.catalogue import entities_called  # noqa: PLC0415 - only for names the store lacks

    return [entity.ref for entity in entities_called(name)]


def _nearest(store: Store, name: str) -> tuple[str, ...]:
    """The names that come closest: the store's, of which there is something to say, then the catalogue's."""
    stored = _closest(
        name, [(parse.text(row, "text"), parse.text(row, "name")) for row in store.run(text("names"))]
    )
    found = [spelling for _, spelling in stored]
    if not stored or stored[0][0] < _NEAR:
        from seeds.catalogue import entities  # noqa: PLC0415 - slow

        named = [
            (word, one.name) for one in entities() for word in (one.name, *(a.text for a in one.aliases))
        ]
        found += [spelling for _, spelling in _closest(name, named)]
    return tuple(dict.fromkeys(found))[:_SHOWN]


def _closest(name: str, named: Sequence[tuple[str, str]]) -> list[tuple[float, str]]:
    """Of (spelling, entity) pairs the nearest spelling of each entity, with how near it is (at most 100)."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where a name is not found

    keys = [alias_key(spelling) for spelling, _ in named]
    best: dict[str, tuple[float, str]] = {}
    # A shared word is a weaker sign than a few letters that differ.
    for scorer, least, weight in ((fuzz.ratio, 70, 1.0), (fuzz.token_set_ratio, 90, 0.8)):
        for _, score, index in process.extract(
            alias_key(name), keys, scorer=scorer, score_cutoff=least, limit=10 * _SHOWN
        ):
            spelling, entity = named[index]
            best[entity] = max(best.get(entity, (0.0, "")), (score * weight, spelling))
    return sorted(best.values(), key=lambda entry: (-entry[0], entry[1]))
