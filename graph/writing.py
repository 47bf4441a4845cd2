"""What is planned into the store, in as few transactions as it has memory for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.errors import StoreError, StoreUnavailable, TooLarge
from graph.inputs import in_groups
from graph.planning import LoadEvent, Planned, Planner, skipped
from graph.ready import batch_of
from graph.store.batch import Batch
from graph.store.prepared import Prepared
from graph.store.protocol import Store

_PATIENCE = 10  # articles of one batch that a store may refuse before it is the store that is broken


def written(
    plans: Sequence[Planned], planner: Planner, prepared: Prepared | None = None
) -> Iterator[LoadEvent]:
    """Write these, and say of each input what became of it as soon as the store has it.

    All in one transaction, or in several where the store has too little memory for that; should it refuse one
    for another reason, each of its articles in one of its own. What is said of one article is never parted.

    Args:
        prepared: the same plans as a batch, if that has been made already.

    Raises:
        StoreUnavailable: the store has gone away.
        StoreError: it refuses one article after the other.
    """
    return _Writing(planner).of(plans, prepared)


class _Writing:
    """Writes one batch, in however many transactions."""

    def __init__(self, planner: Planner) -> None:
        self._planner, self._store = planner, planner.store
        self._refused = 0

    def of(self, plans: Sequence[Planned], prepared: Prepared | None = None) -> Iterator[LoadEvent]:
        """Write these; what was made ready for a store that takes fewer by now is parted at once."""
        groups = list(in_groups(plans, _weight, self._store.at_once))
        if len(groups) > 1:
            for group in groups:
                yield from self.of(group)
            return
        try:
            _write(prepared or batch_of(plans, self._planner), self._store)
        except StoreUnavailable:
            raise
        except StoreError as error:
            if len(plans) == 1:
                yield self._skipped(plans[0], error)
                return
            middle = len(plans) // 2
            parts = [plans[:middle], plans[middle:]] if isinstance(error, TooLarge) else [[p] for p in plans]
            for part in parts:
                yield from self.of(part)
        else:
            yield from (plan.event for plan in plans)

    def _skipped(self, plan: Planned, error: StoreError) -> LoadEvent:
        self._refused += 1
        if plan.write is None or self._refused > _PATIENCE:  # then it is not the articles
            raise error
        return skipped(plan.write.article, str(error))


def _weight(plan: Planned) -> int:
    return 1 + len(plan.write.assertions) if plan.write else 1


def _write(batch: Batch | Prepared, store: Store) -> None:
    content = batch.batch if isinstance(batch, Prepared) else batch
    if content.articles or content.seen:
        store.write(batch)
