"""What `extract` made, in batches that are ready to be written where the store knows nothing of them.

All of a batch but asking the store is done here, so that it can be done while the store writes the
one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from graph.errors import StoreError
from graph.extracted import Extracted, Refused
from graph.planning import Planned, Planner
from graph.store.batch import Batch
from graph.store.prepared import Prepared


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


def ready(inputs: Sequence[Extracted | Refused], planner: Planner) -> Ready:
    """Do all that can be done for these without the store."""
    plans = [planner.plan(one, None) for one in inputs]
    try:
        return Ready(inputs, plans, planner.store.prepare(batch_of(plans, planner)))
    except StoreError:
        return Ready(inputs, plans, None)


def batch_of(plans: Sequence[Planned], planner: Planner) -> Batch:
    """What these plans write."""
    writes = tuple(plan.write for plan in plans if plan.write is not None)
    assertions = chain.from_iterable(write.assertions for write in writes)
    seen = tuple(plan.seen for plan in plans if plan.seen is not None)
    return Batch(writes, planner.resolver.entities_for(assertions), seen)
