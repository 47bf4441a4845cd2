"""A batch as rows, as far as that can be told without the store: it may be done while the store is busy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Claim, Label
from graph.resolve.aggregate import ClaimTotals, Statement, aggregate
from graph.store import rows
from graph.store.batch import Batch
from graph.store.encoded import Encoded
from graph.store.named import Named, named_in
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


def prepare(batch: Batch | Prepared) -> Prepared:
    """The batch as rows; done once.

    Raises:
        StoreError: it could not be written whole; see `Batch.check`.
    """
    if isinstance(batch, Prepared):
        return batch
    batch.check()
    said = {one.assertion.id: one for one in rows.said(batch)}
    return Prepared(batch, named_in(batch), rows.articles(batch), said, fresh(said.values()))


def fresh(said: Iterable[rows.Said]) -> Fresh:
    """The rows of these assertions."""
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
        rows.assertions(new),
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
