"""A batch that is written while it is still being read."""

from __future__ import annotations

from collections.abc import Iterator

from graph.store.prepared import Part, Prepared


class Growing:
    """A batch of articles that the store does not have, of which the parts come first, and then the whole.

    Whoever writes it may make of the parts what nobody can see before the whole is there, or leave them.

    Args:
        coming: every part in its order, and last the whole.
    """

    def __init__(self, coming: Iterator[Part | Prepared]) -> None:
        self._coming = coming
        self._whole: Prepared | None = None
        self.untouched = True
        """Whether no part has been given yet."""
        self.weight = 0
        """Articles and assertions of all that has been given."""

    def parts(self) -> Iterator[Part]:
        """The parts that have not been given yet; ends when there are no more."""
        for one in self._coming:
            self.untouched = False
            if isinstance(one, Prepared):
                self._whole, self.weight = one, one.weight
                return
            self.weight += one.weight
            yield one

    def whole(self) -> Prepared:
        """All of it, as soon as it is there."""
        for _ in self.parts():
            pass
        if self._whole is None:
            raise ValueError("the whole has not come")
        return self._whole
