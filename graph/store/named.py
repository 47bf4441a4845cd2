"""The entities and publishers that a batch needs, and which of them this process has written already.

Most articles name the same few actors. An entity with all of its names is written once by a
process, not with every batch. Should somebody else have taken it away since, the writer
finds out (what it connects to is not there), forgets all of this and writes once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from graph.model import Entity, EntityRef
from graph.store.batch import Batch, PublisherWrite

_MOST = 500_000  # remembered at once


@dataclass(frozen=True, slots=True)
class Named:
    """What must stand in the graph before a batch's articles and assertions can be connected to it.

    Attributes:
        entities: of the catalogue, or provisional.
        stubs: that assertions name and the batch does not bring.
    """

    entities: tuple[Entity, ...] = ()
    stubs: tuple[EntityRef, ...] = ()
    publishers: tuple[PublisherWrite, ...] = ()


def named_in(batch: Batch) -> Named:
    """All that the batch names."""
    publishers = {write.publisher.id: write.publisher for write in batch.articles if write.publisher}
    return Named(batch.entities, tuple(_stubs(batch)), tuple(publishers.values()))


def together(batch: Batch, parts: Iterable[Named]) -> Named:
    """The same of what each part of the batch names."""
    brought = {(entity.label, entity.id) for entity in batch.entities}
    stubs, publishers = dict[tuple[str, str], EntityRef](), dict[str, PublisherWrite]()
    for part in parts:
        publishers |= {one.id: one for one in part.publishers}
        for ref in part.stubs:
            if (ref.label, ref.id) not in brought:
                stubs.setdefault((ref.label, ref.id), ref)
    return Named(batch.entities, tuple(stubs.values()), tuple(publishers.values()))


def _stubs(batch: Batch) -> Iterator[EntityRef]:
    """Every entity that an assertion names and the batch does not bring, once."""
    seen = {(entity.label, entity.id) for entity in batch.entities}
    assertions = chain.from_iterable(write.assertions for write in batch.articles)
    for ref in chain.from_iterable(assertion.entities for assertion in assertions):
        key = (ref.label, ref.id)
        if key not in seen:
            seen.add(key)
            yield ref


class Written:
    """What this process has written of entities and publishers."""

    def __init__(self) -> None:
        self._entities: dict[tuple[str, str], Entity | EntityRef] = {}
        self._publishers: dict[str, PublisherWrite] = {}

    def fresh(self, named: Named) -> Named:
        """What of it is not written yet, or not so."""
        return Named(
            tuple(one for one in named.entities if self._entities.get((one.label, one.id)) != one),
            tuple(ref for ref in named.stubs if (ref.label, ref.id) not in self._entities),
            tuple(one for one in named.publishers if self._publishers.get(one.id) != one),
        )

    def keep(self, named: Named) -> None:
        """It is written, and committed."""
        if len(self._entities) > _MOST:
            self.forget()
        self._entities.update(((ref.label, ref.id), ref) for ref in named.stubs)
        self._entities.update(((one.label, one.id), one) for one in named.entities)
        self._publishers.update((one.id, one) for one in named.publishers)

    def forget(self) -> None:
        """Somebody may have changed what was written."""
        self._entities.clear()
        self._publishers.clear()
