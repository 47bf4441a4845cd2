"""A batch as rows, as far as that can be told without the store: it may be done while the store is busy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Claim, Label
from graph.resolve.aggregate import ClaimTotals, Statement, aggregate
from graph.store import rows
from graph.store.batch import Batch
from graph.store.encoded import Encoded
from graph.store.named import Named, named_in, together
from graph.store.values import Checked


@dataclass(frozen=True, slots=True)
class Fresh:
    """New assertions as rows, and what they come to alone.

    Attributes:
        claims: that they are about, by their ids.
        totals: of these assertions alone, by claim.
        claim_rows: in the order in which every writer locks them.
        roles: for each role and label: claim and entity.
        supplies: the shortcut of each claim that has one, the claim first.
        assertions: in the order of queries/assertions.cypher.
        speakers: by label: assertion and entity.
    """

    claims: dict[str, Claim]
    totals: dict[str, ClaimTotals]
    claim_rows: Checked
    roles: dict[tuple[str, Label], Checked]
    supplies: Checked
    assertions: Checked
    speakers: dict[Label, Checked]


@dataclass(frozen=True, slots=True)
class Part:
    """Some articles of a batch, as far as they can be told before the rest of it is known.

    Attributes:
        named: what they name.
        articles: as rows, in the order of queries/articles.cypher.
        published: rows of queries/published_by.cypher.
        said: their assertions.
        assertions: the same as rows, in the order of queries/assertions.cypher.
        texts: of these rows, by the assertions' ids; only for the engine that takes them so.
    """

    named: Named
    articles: Checked
    published: Checked
    said: Sequence[rows.Said]
    assertions: Checked
    texts: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """Its articles and assertions."""
        return len(self.articles) + len(self.said)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A batch, what it names, and its rows.

    Attributes:
        said: every assertion, by its id.
        fresh: rows of all of them, as if the store had none.
        encoded: the same as texts; only for the engine that takes them so.
    """

    batch: Batch
    named: Named
    articles: Checked
    said: dict[str, rows.Said]
    fresh: Fresh
    encoded: Encoded | None = None

    @property
    def weight(self) -> int:
        """Its articles and assertions."""
        return len(self.articles) + len(self.said)

    @property
    def is_one(self) -> bool:
        """Whether it cannot be written in parts: what is said of one article is written at once."""
        return len(self.batch.articles) + len(self.batch.seen) <= 1


def part(batch: Batch) -> Part:
    """These articles as a part of a larger batch."""
    said = rows.said(batch.articles)
    return Part(
        named_in(batch),
        rows.articles(batch.articles),
        rows.published(batch.articles),
        said,
        rows.assertions(said),
    )


def prepare(batch: Batch | Prepared, parts: Sequence[Part] = ()) -> Prepared:
    """The batch as rows; done once. `parts` are all of its articles, if they have been prepared already.

    Raises:
        StoreError: it could not be written whole; see `Batch.check`.
    """
    if isinstance(batch, Prepared):
        return batch
    batch.check()
    parts = parts or [part(batch)]
    said = {one.assertion.id: one for some in parts for one in some.said}
    made = {row[2]: row for some in parts for row in some.assertions}
    new = fresh(said.values(), Checked(made.values()))
    articles = Checked(row for some in parts for row in some.articles)
    return Prepared(batch, together(batch, (some.named for some in parts)), articles, said, new)


def fresh(said: Iterable[rows.Said], assertions: Checked | None = None) -> Fresh:
    """The rows of these assertions; `assertions` are their own, if they have been made already."""
    new = list(said)
    claims = {one.claim.id: one.claim for one in new}
    statements: dict[str, list[Statement]] = defaultdict(list)
    for one in new:
        statements[one.claim.id].append(_statement(one))
    totals = {claim: aggregate(made) for claim, made in statements.items()}
    ordered = [claims[key] for key in sorted(claims)]
    shortcuts = (rows.supplies(claim, totals[claim.id]) for claim in ordered)
    return Fresh(
        claims,
        totals,
        rows.claims(ordered, totals),
        rows.roles(ordered),
        Checked(row for row in shortcuts if row is not None),
        rows.assertions(new) if assertions is None else assertions,
        rows.speakers(new),
    )


def without(given: Checked, first: Iterable[str]) -> Checked:
    """The rows but those with one of these as their first value."""
    left_out = set(first)
    return Checked(row for row in given if row[0] not in left_out) if left_out else given


def _statement(one: rows.Said) -> Statement:
    speaker, publisher = one.assertion.attributed_to, one.write.publisher
    return Statement(
        one.assertion.modality,
        one.write.article.id,
        publisher.id if publisher else None,
        speaker.id if speaker else None,
        one.write.article.published,
    )
