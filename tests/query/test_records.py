"""Rows as flat dicts."""

from __future__ import annotations

from graph.model import MODALITIES
from graph.planning import LoadEvent
from graph.query import all_claims, evidence, records, supplies
from graph.store import Store


def test_a_claim_has_names_ids_and_a_count_for_each_modality(store: Store) -> None:
    claim = next(iter(supplies(store)))
    [row] = records([claim])
    assert claim.subject is not None
    assert (row["subject"], row["subject_id"]) == (claim.subject.name, claim.subject.id)
    assert (row["place"], row["place_id"]) == (None, None)
    assert {name: row[name] for name in MODALITIES if row[name]} == dict(claim.modalities)
    assert row["quantities"] == "; ".join(claim.quantities)
    assert "modalities" not in row


def test_every_row_has_the_same_columns_and_only_plain_values(store: Store) -> None:
    claims = list(all_claims(store))
    for rows in (records(claims), records(row for claim in claims for row in evidence(store, claim.claim))):
        assert len(rows) >= len(claims)
        assert len({tuple(row) for row in rows}) == 1
        assert {type(value) for row in rows for value in row.values()} <= {str, int, float, type(None)}


def test_events_of_loading_are_rows_too() -> None:
    [row] = records([LoadEvent("skipped", "a.pdf", reason="no article")])
    assert (row["kind"], row["source"], row["reason"], row["assertions"]) == (
        "skipped",
        "a.pdf",
        "no article",
        0,
    )
