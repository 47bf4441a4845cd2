"""What `extract` made, in batches that are ready to be written where the store knows nothing of them.

All of a batch but asking the store is done here, so that it can be done while the store writes the
one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from graph.errors import StoreError
from graph.extracted import Extracted, Refused
from graph.planning import Planned, Planner
from graph.resolve.resolver import together
from graph.store.batch import Batch
from graph.store.prepared import Part, Prepared


@dataclass(frozen=True, slots=True)
class Ready:
    """A batch of what `extract` made.

    Attributes:
        inputs: in their order.
        plans: for each input, if the store has no article of them.
        prepared: what is to be written then; None where that is no batch, as an article stands in it twice.
    """

    inputs: Sequence[Extracted | Refused]
    plans: Sequence[Planned]
    prepared: Prepared | None


@dataclass(frozen=True, slots=True)
class ReadyPart:
    """Some inputs of a batch, which is still being read.

    Attributes:
        inputs: in their order.
        plans: for each input, if the store has no article of them.
        batch: what is to be written then.
        part: the same, ready to be written.
    """

    inputs: Sequence[Extracted | Refused]
    plans: Sequence[Planned]
    batch: Batch
    part: Part

    @property
    def articles(self) -> list[str]:
        """Their ids."""
        return [one.article.id for one in self.inputs if isinstance(one, Extracted)]


class Coming:
    """A batch of what `extract` made, in parts as they are read, and then the whole.

    Args:
        values: every part of it, then the whole; what comes behind that is left.
    """

    def __init__(self, values: Iterator[ReadyPart | Ready]) -> None:
        self._values = values
        self._whole: Ready | None = None

    def new(self) -> Iterator[Part | Prepared]:
        """What a store is given that has nothing of it.

        Raises:
            NoBatch: there is no article, or one stands there twice.
        """
        for one in self._values:
            if isinstance(one, ReadyPart):
                yield one.part
            else:
                self._whole = one
                if one.prepared is None or not one.prepared.batch.articles:
                    raise NoBatch
                yield one.prepared
                return

    def whole(self) -> Ready:
        """All of it, as soon as it is there."""
        while self._whole is None:
            one = next(self._values)
            self._whole = one if isinstance(one, Ready) else None
        return self._whole


class NoBatch(Exception):
    """The articles have to be written one by one, or there is none."""


def ready_part(inputs: Sequence[Extracted | Refused], planner: Planner) -> ReadyPart:
    """Do all that can be done for these without the store, and without the rest of their batch."""
    plans = [planner.plan(one, None) for one in inputs]
    batch = batch_of(plans, planner)
    return ReadyPart(inputs, plans, batch, planner.store.part(batch))


def ready(parts: Sequence[ReadyPart], planner: Planner) -> Ready:
    """Do all that can be done without the store for a batch that these make up."""
    inputs = [one for some in parts for one in some.inputs]
    plans = [one for some in parts for one in some.plans]
    try:
        prepared = planner.store.prepare(_together(parts), [some.part for some in parts])
        return Ready(inputs, plans, prepared)
    except StoreError:
        return Ready(inputs, plans, None)


def _together(parts: Sequence[ReadyPart]) -> Batch:
    return Batch(
        tuple(write for some in parts for write in some.batch.articles),
        together(entity for some in parts for entity in some.batch.entities),
        tuple(article for some in parts for article in some.batch.seen),
    )


def batch_of(plans: Sequence[Planned], planner: Planner) -> Batch:
    """What these plans write."""
    writes = tuple(plan.write for plan in plans if plan.write is not None)
    assertions = chain.from_iterable(write.assertions for write in writes)
    seen = tuple(plan.seen for plan in plans if plan.seen is not None)
    return Batch(writes, planner.resolver.entities_for(assertions), seen)
