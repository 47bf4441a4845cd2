"""Which claims a question is about."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import QueryRefused
from graph.model import Modality, Relation
from graph.store.when import span


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a claim must have to be among the rows; nothing is asked for by default.

    Attributes:
        relations: one of these; empty: any.
        modality: at least one assertion of this modality.
        since, until: EDTF ("2024", "2024-05-01"): at least one assertion (of the modality
            asked for) says a time that overlaps the period from the first day of `since` to
            the last of `until`. An assertion that says no time counts as of the date on
            which its article was published; without either it is out.
        min_origins: at least so many independent origins, over all its assertions.

    The row of a claim that passes always shows the whole claim, not only what matched.
    """

    relations: tuple[Relation, ...] = ()
    modality: Modality | str | None = None
    since: str | None = None
    until: str | None = None
    min_origins: int = 1

    def parameters(self) -> dict[str, object]:
        """The parameters of texts/claim_filter.cypher.

        Raises:
            QueryRefused: `since` or `until` is not a date.
        """
        return {
            "relations": list(self.relations) or None,
            "modality": self.modality,
            "since": _day(self.since, 0),
            "until": _day(self.until, 1),
            "all_assertions": self.modality is None and self.since is None and self.until is None,
            "min_origins": self.min_origins,
        }


def _day(date: str | None, end: int) -> str | None:
    if date is None:
        return None
    day = span(date)[end]
    if day is None:
        raise QueryRefused(f"{date!r} is not a date such as 2024, 2024-05 or 2024-05-01")
    return day
