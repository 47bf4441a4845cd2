"""Which claims a question is about."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import QueryRefused
from graph.model import Modality, Relation
from graph.store.when import span

UNRATED = "-"
"""Among categories and grades: without one."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a claim must have to be among the rows; nothing is asked for by default.

    Attributes:
        relations: one of these; empty: any.
        modality: at least one assertion of this modality, or of one of these.
        since, until: EDTF ("2024", "2024-05-01"): at least one assertion (of the modality
            asked for) says a time that overlaps the period from the first day of `since` to
            the last of `until`. An assertion that says no time counts as of the date on
            which its article was published; without either it is out.
        min_origins: at least so many independent origins, over all its assertions.
        categories: what it is about is of one of these; UNRATED: of none that is known.
        grades: a publisher of such a letter of reliability says it (in the time and of the
            modality asked for); UNRATED: one without a letter.

    The row of a claim that passes always shows the whole claim, not only what matched.
    """

    relations: tuple[Relation, ...] = ()
    modality: Modality | str | tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None
    min_origins: int = 1
    categories: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The query texts that ask for it, behind the one that binds the claims."""
        more = self.categories or self.grades or self.modality or self.since or self.until
        return ("claim_passes", "claim_says") if more else ("claim_passes",)

    def parameters(self) -> dict[str, object]:
        """The parameters of these texts.

        Raises:
            QueryRefused: `since` or `until` is not a date.
        """
        modalities = [self.modality] if isinstance(self.modality, str) else list(self.modality or ())
        return {
            "relations": list(self.relations) or None,
            "categories": list(self.categories) or None,
            "modalities": modalities or None,
            "grades": list(self.grades) or None,
            "since": _day(self.since, 0),
            "until": _day(self.until, 1),
            "all_assertions": not (modalities or self.grades or self.since or self.until),
            "min_origins": self.min_origins,
        }


def _day(date: str | None, end: int) -> str | None:
    if date is None:
        return None
    day = span(date)[end]
    if day is None:
        raise QueryRefused(f"{date!r} is not a date such as 2024, 2024-05 or 2024-05-01")
    return day
