"""A model's names as the entities that the catalogue knows, like those that the rules find."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.extract.gazetteer import Gazetteer, Hit, atoms, gazetteer
from graph.extract.references import unlisted
from graph.model import EntityRef

Catalogue = Callable[[EntityRef], EntityRef]
"""Gives a named entity the catalogue's id, or a readable one where it is not known (Resolver.ref)."""


class Names:
    """Finds the entities of names.

    >>> Names(lambda ref: ref, "en").ref("Leopard 2 tanks", "weapon-system").id
    'leopard-2'
    """

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self._catalogue = catalogue
        self._gazetteers = tuple(gazetteer(code) for code in dict.fromkeys(("en", language)))

    def ref(self, name: str, kind: str) -> EntityRef:
        """The entity of that name and kind: of the catalogue, else a new one with an id from the name."""
        plain = " ".join(name.split())
        named = unlisted(plain, kind)
        known = self._catalogue(named)
        if any(known.id in names.refs for names in self._gazetteers):
            return known
        return next((found for names in self._gazetteers for found in _spelled(named, names)), known)


def _spelled(named: EntityRef, names: Gazetteer) -> Iterator[EntityRef]:
    """The entity where spellings of its label cover the whole name: "Leopard 2 tanks", "Reuters"."""
    hits = [hit for hit in names.hits(named.name, 0, len(named.name)) if _fits(hit, named)]
    covered = all(any(h.start <= a.start and a.end <= h.end for h in hits) for a in atoms(named.name))
    proper = [hit for hit in hits if hit.entry.form in ("name", "context")]
    best = proper if proper else hits[-1:]  # "artillery shells": the head stands last
    if covered and len({hit.entry.entity.id for hit in best}) == 1:
        yield best[0].entry.entity


def _fits(hit: Hit, named: EntityRef) -> bool:
    entity = hit.entry.entity
    if hit.entry.form not in ("name", "context", "noun", "context-noun", "weak"):
        return False
    if named.kind == "place":
        return entity.kind in ("place", "state")
    return entity.label == named.label and (entity.kind == "person") == (named.kind == "person")
