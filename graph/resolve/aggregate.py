"""What the assertions of one claim add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import MODALITIES


@dataclass(frozen=True, slots=True)
class Statement:
    """One assertion as far as counting goes: who said it, how, and when it was published.

    `speaker` and `publisher` are ids; `published` is EDTF.
    """

    modality: str
    article: str
    publisher: str | None = None
    speaker: str | None = None
    published: str | None = None

    @property
    def origin(self) -> str:
        """Where the knowledge comes from: the speaker quoted, else the publisher, else the article."""
        return origin(self.speaker, self.publisher, self.article)


@dataclass(frozen=True, slots=True)
class ClaimTotals:
    """The totals of a claim.

    Attributes:
        origins: independent origins; what one of them repeats counts once.
        assertions: all assertions, repetitions included.
        modalities: how many assertions of each modality, in the order of MODALITIES.
        first_reported: earliest date of publication (EDTF), None where none is known.
        last_reported: latest date of publication.
    """

    origins: int
    assertions: int
    modalities: tuple[tuple[str, int], ...]
    first_reported: str | None
    last_reported: str | None

    @property
    def modality(self) -> str | None:
        """The most frequent modality; of equals the more certain one. None without assertions."""
        name, number = max(self.modalities, key=lambda entry: entry[1])
        return name if number else None


def origin(speaker: str | None, publisher: str | None, article: str) -> str:
    """The origin of an assertion: the speaker's id, else the publisher's, else the article's.

    A publisher that another article quotes is one origin with itself where both have
    the same id.

    >>> origin("budanov", "nyt", "a1"), origin(None, "nyt", "a1"), origin(None, None, "a1")
    ('budanov', 'nyt', 'a1')
    """
    return speaker or publisher or article


def aggregate(rows: Iterable[Statement]) -> ClaimTotals:
    """Count the assertions of one claim; their order does not matter.

    >>> totals = aggregate([Statement("reported", "a1", "nyt"), Statement("planned", "a2", "nyt")])
    >>> totals.origins, totals.assertions, totals.modality
    (1, 2, 'reported')
    """
    statements = tuple(rows)
    counts = Counter(statement.modality for statement in statements)
    dates = sorted(statement.published for statement in statements if statement.published)
    return ClaimTotals(
        origins=len({statement.origin for statement in statements}),
        assertions=len(statements),
        modalities=tuple((modality, counts[modality]) for modality in MODALITIES),
        first_reported=dates[0] if dates else None,
        last_reported=dates[-1] if dates else None,
    )
