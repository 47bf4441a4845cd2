"""One batch into the graph, inside one transaction of either engine.

The order matters: ends stand before the relationships between them, what an article said
before is looked up once the article is written (and so locked), totals come last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.errors import StoreError
from graph.resolve.aggregate import ClaimTotals, Statement, aggregate
from graph.store import rows
from graph.store.batch import Batch
from graph.store.protocol import Row, Transaction
from graph.store.queries import text

_CHUNK = 5000  # rows in one statement


def check(batch: Batch) -> None:
    """Refuse a batch that could not be written whole, before anything is.

    Raises:
        StoreError: an assertion has no id or belongs to another article, or an article stands twice.
    """
    ids = [write.article.id for write in batch.articles]
    if len(set(ids)) != len(ids):
        raise StoreError("an article stands twice in one batch")
    for article, assertion in rows.assertions_of(batch):
        if not assertion.id:
            raise StoreError(f"an assertion of article {article} has no id")
        if assertion.article != article:
            raise StoreError(f"assertion {assertion.id} is of article {assertion.article}, not {article}")


def write_batch(tx: Transaction, batch: Batch) -> None:
    """Write the batch and all that is derived from it."""
    _write_entities(tx, batch)
    _write_articles(tx, batch)
    before = _run(tx, "stated_before", [write.article.id for write in batch.articles], "articles")
    _remove_stale(tx, before, batch)
    _write_assertions(tx, batch)
    touched = {str(row["claim"]) for row in before} | {str(row["id"]) for row in rows.claims(batch)}
    _derive(tx, sorted(touched))


def _write_entities(tx: Transaction, batch: Batch) -> None:
    _run(tx, "publishers", rows.publishers(batch))
    for label, entities in rows.entities(batch).items():
        _run(tx, f"{label.lower()}s", entities)
    names = rows.aliases(batch)
    _run(tx, "aliases", names)
    _run(tx, "alias_of", names)
    dropped = _run(tx, "alias_of_remove", rows.alias_keys(batch))
    _run(tx, "aliases_remove", sorted(str(row["key"]) for row in dropped), "keys")
    for relation in ("part_of", "kind_of"):
        _run(tx, f"{relation}_remove", rows.kept_parents(batch, relation))
        _run(tx, relation, rows.parents(batch, relation))


def _write_articles(tx: Transaction, batch: Batch) -> None:
    _run(tx, "articles", rows.articles(batch))
    imprint = rows.published_by(batch)
    _run(tx, "published_by_remove", imprint)
    _run(tx, "published_by", [row for row in imprint if row["publisher"] is not None])


def _remove_stale(tx: Transaction, before: Iterable[Row], batch: Batch) -> None:
    kept = {assertion.id for _, assertion in rows.assertions_of(batch)}
    stale = {str(row["assertion"]) for row in before} - kept
    _run(tx, "assertions_remove", sorted(stale), "ids")


def _write_assertions(tx: Transaction, batch: Batch) -> None:
    _run(tx, "claims", rows.claims(batch))
    for role, entities in rows.roles(batch).items():
        _run(tx, "location" if role == "place" else role, entities)
    _run(tx, "assertions", rows.assertions(batch))
    _run(tx, "attributed_to", rows.speakers(batch))


def _derive(tx: Transaction, claims: Sequence[str]) -> None:
    """Bring totals and SUPPLIES of these claims up to date; a claim that nobody states any more goes."""
    _run(tx, "claims_lock", claims, "claims")
    statements: dict[str, list[Statement]] = defaultdict(list)
    relations: dict[str, str] = {}
    for row in _run(tx, "evidence_of_claims", claims, "claims"):
        claim = str(row["claim"])
        relations[claim] = str(row["relation"])
        statements[claim].append(_statement(row))
    gone = [claim for claim in claims if claim not in statements]
    _run(tx, "supplies_remove", gone, "claims")
    _run(tx, "claims_remove", gone, "claims")
    totals = {claim: aggregate(said) for claim, said in statements.items()}
    derived: list[rows.Parameters] = [
        {"claim": claim, "totals": _totals(total), "modality": total.modality}
        for claim, total in totals.items()
    ]
    _run(tx, "totals", derived)
    _run(tx, "supplies", [row for row in derived if relations[str(row["claim"])] == "supplies"])


def _statement(row: Row) -> Statement:
    def known(name: str) -> str | None:
        value = row[name]
        return None if value is None else str(value)

    return Statement(
        modality=str(row["modality"]),
        article=str(row["article"]),
        publisher=known("publisher"),
        speaker=known("speaker"),
        published=known("published"),
    )


def _totals(totals: ClaimTotals) -> rows.Parameters:
    return {
        "origins": totals.origins,
        "assertions": totals.assertions,
        **dict(totals.modalities),
        "first_reported": totals.first_reported,
        "last_reported": totals.last_reported,
    }


def _run(tx: Transaction, query: str, given: Sequence[object], name: str = "rows") -> list[Row]:
    found: list[Row] = []
    for start in range(0, len(given), _CHUNK):
        found += tx.run(text(query), {name: given[start : start + _CHUNK]})
    return found
