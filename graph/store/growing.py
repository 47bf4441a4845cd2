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
        self._given: list[Part] = []
        self._whole: Prepared | None = None
        self.weight = 0
        """Articles and assertions of all that has been given."""

    def parts(self) -> Iterator[Part]:
        """Every part, from the first on for whoever has to begin anew; ends when there are no more."""
        yield from self._given
        for one in self._coming:
            if isinstance(one, Prepared):
                self._whole, self.weight = one, one.weight
                return
            self.weight += one.weight
            self._given.append(one)
            yield one

    def whole(self) -> Prepared:
        """All of it, as soon as it is there."""
        for _ in self.parts():
            pass
        if self._whole is None:
            raise ValueError("the whole has not come")
        return self._whole
