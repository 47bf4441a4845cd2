"""Entities: the actors, items and places that assertions speak of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Label = Literal["Actor", "Item", "Place"]

ACTOR_KINDS = ("state", "organisation", "company", "armed-group", "military-unit", "person")
ITEM_KINDS = ("weapon-system", "ammunition", "component", "technology", "personnel")
PLACE_KINDS = ("place",)
_LABELS: dict[str, Label] = {
    **dict.fromkeys(ACTOR_KINDS, "Actor"),
    **dict.fromkeys(ITEM_KINDS, "Item"),
    **dict.fromkeys(PLACE_KINDS, "Place"),
}


def label_of(kind: str) -> Label:
    """The node label of an entity kind.

    Raises:
        ValueError: no entity is of this kind.

    >>> label_of("state"), label_of("ammunition"), label_of("place")
    ('Actor', 'Item', 'Place')
    """
    label = _LABELS.get(kind)
    if label is None:
        raise ValueError(f"not an entity kind: {kind!r}")
    return label


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity as an assertion names it: its id, short English name and kind."""

    id: str
    name: str
    kind: str

    @property
    def label(self) -> Label:
        """The node label of the kind."""
        return label_of(self.kind)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an entity, with the language it is used in ('mul': any)."""

    text: str
    language: str = "mul"


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity with all that the catalogue knows of it.

    `part_of` holds ids of actors, `kind_of` ids of items; `lat` and `lon` are
    WGS 84 degrees; `calibre_mm` is in millimetres; `category` is SIPRI's
    armament category. `provisional` marks an entity that only a text has named.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[Alias, ...] = ()
    part_of: tuple[str, ...] = ()
    kind_of: tuple[str, ...] = ()
    category: str | None = None
    calibre_mm: float | None = None
    generic: bool = False
    lat: float | None = None
    lon: float | None = None
    provisional: bool = False
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> Label:
        """The node label of the kind."""
        return label_of(self.kind)

    @property
    def ref(self) -> EntityRef:
        """The entity as an assertion names it."""
        return EntityRef(self.id, self.name, self.kind)
