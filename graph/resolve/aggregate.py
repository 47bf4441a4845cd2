"""What the assertions of one claim add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from graph.model import MODALITIES, Modality
from graph.model.ids import is_unnamed


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
        origin_ids: the origins by their ids, sorted.
    """

    origins: int
    assertions: int
    modalities: tuple[tuple[str, int], ...]
    first_reported: str | None
    last_reported: str | None
    origin_ids: tuple[str, ...] = ()

    @property
    def modality(self) -> str | None:
        """The most frequent modality; of equals the more certain one. None without assertions."""
        name, number = max(self.modalities, key=lambda entry: entry[1])
        return name if number else None


def origin(speaker: str | None, publisher: str | None, article: str) -> str:
    """The origin of an assertion: the speaker's id, else the publisher's, else the article's.

    A publisher that another article quotes is one origin with itself where both have
    the same id. Whom nobody names ("officials") stands for nobody: the publisher vouches.

    >>> origin("budanov", "nyt", "a1"), origin(None, "nyt", "a1"), origin(None, None, "a1")
    ('budanov', 'nyt', 'a1')
    >>> origin("unnamed-officials", "nyt", "a1")
    'nyt'
    """
    named = speaker if speaker and not is_unnamed(speaker) else None
    return named or publisher or article


_NONE = dict.fromkeys(MODALITIES, 0)


def aggregate(rows: Iterable[Statement]) -> ClaimTotals:
    """Count the assertions of one claim; their order does not matter.

    >>> totals = aggregate([Statement("reported", "a1", "nyt"), Statement("planned", "a2", "nyt")])
    >>> totals.origins, totals.assertions, totals.modality
    (1, 2, 'reported')
    """
    counts = dict(_NONE)
    origins: set[str] = set()
    first = last = None
    number = 0
    for row in rows:
        number += 1
        counts[cast(Modality, row.modality)] += 1
        origins.add(row.origin)
        published = row.published
        if published:
            first = published if first is None or published < first else first
            last = published if last is None or published > last else last
    return ClaimTotals(len(origins), number, tuple(counts.items()), first, last, tuple(sorted(origins)))


def join(before: ClaimTotals, more: ClaimTotals) -> ClaimTotals:
    """The totals of one claim from those of two parts of its assertions: the same as counting all anew.

    >>> before = aggregate([Statement("reported", "a1", "nyt", published="2024")])
    >>> after = join(before, aggregate([Statement("reported", "a2", "nyt", published="2023")]))
    >>> after.origins, after.assertions, after.first_reported, after.last_reported
    (1, 2, '2023', '2024')
    """
    origins = {*before.origin_ids, *more.origin_ids}
    dates = [date for one in (before, more) for date in (one.first_reported, one.last_reported) if date]
    return ClaimTotals(
        origins=len(origins),
        assertions=before.assertions + more.assertions,
        modalities=tuple(
            (modality, number + other)
            for (modality, number), (_, other) in zip(before.modalities, more.modalities, strict=True)
        ),
        first_reported=min(dates, default=None),
        last_reported=max(dates, default=None),
        origin_ids=tuple(sorted(origins)),
    )
