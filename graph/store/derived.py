"""New assertions and their claims, and what is derived: totals of claims, SUPPLIES, claims that go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph.model import MODALITIES
from graph.resolve.aggregate import ClaimTotals, Statement, aggregate, join
from graph.store import rows
from graph.store.prepared import Fresh, fresh, without
from graph.store.protocol import Row, Transaction
from graph.store.statements import connect, run
from graph.store.values import Checked


def derive(tx: Transaction, new: Fresh, doubtful: Collection[str], begun: bool = False) -> None:
    """Create these assertions and count them in; count the doubtful claims (ids) from the start.

    `begun`: the assertions are there, but not what they are about.

    Raises:
        Missing: an entity is not there.
    """
    run(tx, "claims_lock", sorted(set(doubtful) - new.claims.keys()), "claims")
    # Those that are not there yet are made, with what the new assertions come to.
    standing = {str(row["id"]): row for row in run(tx, "claims", new.claim_rows)}
    made = [
        connect(tx, role, without(entities, standing), label) for (role, label), entities in new.roles.items()
    ]
    if begun:
        made.append(connect(tx, "about", Checked([row[2], row[1]] for row in new.assertions)))
    else:
        made.append(connect(tx, "assertions", new.assertions))
    made += (connect(tx, "attributed_to", given, label) for label, given in new.speakers.items())
    made.append(connect(tx, "supplies", without(new.supplies, standing)))
    settle(tx, new, standing, doubtful)
    for wait in made:
        wait()


def settle(tx: Transaction, new: Fresh, standing: Mapping[str, Row], doubtful: Collection[str] = ()) -> None:
    """Count new assertions in where their claim was there before; count the doubtful ones from the start."""
    # A store of an older armsgraph does not have the origins' ids.
    unsure = {key for key, row in standing.items() if row["origin_ids"] is None} | set(doubtful)
    totals = _counted(tx, unsure)
    gone = sorted(unsure - totals.keys())
    run(tx, "supplies_remove", gone, "claims")
    run(tx, "claims_remove", gone, "claims")
    totals |= {key: join(_read(row), new.totals[key]) for key, row in standing.items() if key not in unsure}
    run(tx, "totals", Checked([key, *rows.totals(total)] for key, total in totals.items()))
    run(
        tx,
        "supplies_again",
        Checked(
            {"claim": key, "properties": rows.shortcut(total)}
            for key, total in totals.items()
            if key not in new.claims or rows.supplies(new.claims[key], total) is not None
        ),
    )


def recount(tx: Transaction, doubtful: Collection[str]) -> None:
    """Count these claims (ids) from the start."""
    derive(tx, fresh(()), doubtful)


def _counted(tx: Transaction, claims: Iterable[str]) -> dict[str, ClaimTotals]:
    """Totals of these claims from all of their assertions; without those that nobody states."""
    statements: dict[str, list[Statement]] = defaultdict(list)
    for row in run(tx, "evidence_of_claims", sorted(claims), "claims"):
        statements[str(row["claim"])].append(_statement(row))
    return {claim: aggregate(said) for claim, said in statements.items()}


def _statement(row: Row) -> Statement:
    return Statement(
        modality=str(row["modality"]),
        article=str(row["article"]),
        publisher=_text(row["publisher"]),
        speaker=_text(row["speaker"]),
        published=_text(row["published"]),
    )


def _read(row: Row) -> ClaimTotals:
    origins = row["origin_ids"]
    assert isinstance(origins, list)
    return ClaimTotals(
        origins=len(origins),
        assertions=_whole(row["assertions"]),
        modalities=tuple((modality, _whole(row[modality])) for modality in MODALITIES),
        first_reported=_text(row["first_reported"]),
        last_reported=_text(row["last_reported"]),
        origin_ids=tuple(map(str, origins)),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value
