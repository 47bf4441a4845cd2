"""New assertions and their claims, and what is derived: totals of claims, SUPPLIES, claims that go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph.model import MODALITIES, Claim
from graph.resolve.aggregate import ClaimTotals, Statement, add, aggregate
from graph.store import rows
from graph.store.protocol import Row, Transaction
from graph.store.statements import connect, connect_by_label, run


def derive(tx: Transaction, new: list[rows.Said], doubtful: Collection[str]) -> None:
    """Create these assertions and count them in; count the doubtful claims (ids) from the start.

    Raises:
        Missing: an entity is not there.
    """
    claims = {one.claim.id: one.claim for one in new}
    run(tx, "claims_lock", sorted(set(doubtful) - claims.keys()), "claims")
    standing = {str(row["id"]): row for row in run(tx, "claims", rows.claims(_sorted(claims)))}
    made = claims.keys() - standing.keys()
    for role, entities in rows.roles(_sorted({key: claims[key] for key in made})).items():
        connect_by_label(tx, "location" if role == "place" else role, entities)
    connect(tx, "assertions", rows.assertions(new))
    connect_by_label(tx, "attributed_to", rows.speakers(new))
    # A store of an older armsgraph does not have the origins' ids.
    recount = {key for key, row in standing.items() if row["origin_ids"] is None} | set(doubtful)
    totals = _counted(tx, recount)
    gone = sorted(recount - totals.keys())
    run(tx, "supplies_remove", gone, "claims")
    run(tx, "claims_remove", gone, "claims")
    totals |= _added(standing, new, recount)
    _write_totals(tx, totals, claims, made)


def _sorted(claims: Mapping[str, Claim]) -> list[Claim]:
    """In the order in which every writer locks them."""
    return [claims[key] for key in sorted(claims)]


def _counted(tx: Transaction, claims: Iterable[str]) -> dict[str, ClaimTotals]:
    """Totals of these claims from all of their assertions; without those that nobody states."""
    statements: dict[str, list[Statement]] = defaultdict(list)
    for row in run(tx, "evidence_of_claims", sorted(claims), "claims"):
        statements[str(row["claim"])].append(_statement(row))
    return {claim: aggregate(said) for claim, said in statements.items()}


def _added(
    standing: Mapping[str, Row], new: Iterable[rows.Said], recounted: Collection[str]
) -> dict[str, ClaimTotals]:
    """Totals of the other claims: what stands there, and the new assertions."""
    statements: dict[str, list[Statement]] = defaultdict(list)
    for one in new:
        if one.claim.id not in recounted:
            statements[one.claim.id].append(_new_statement(one))
    return {
        claim: add(_read(standing[claim]), said) if claim in standing else aggregate(said)
        for claim, said in statements.items()
    }


def _new_statement(one: rows.Said) -> Statement:
    speaker = one.assertion.attributed_to
    return Statement(
        modality=one.assertion.modality,
        article=one.write.article.id,
        publisher=one.write.publisher.id if one.write.publisher else None,
        speaker=speaker.id if speaker else None,
        published=one.write.article.published,
    )


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


def _write_totals(
    tx: Transaction, totals: Mapping[str, ClaimTotals], claims: Mapping[str, Claim], made: Collection[str]
) -> None:
    counted: list[rows.Parameters] = []
    fresh: list[rows.Parameters] = []
    again: list[rows.Parameters] = []
    for key, total in totals.items():
        properties = _properties(total)
        counted.append({"claim": key, "totals": {**properties, "origin_ids": list(total.origin_ids)}})
        claim = claims.get(key)
        ends = _ends(claim) if claim else {}
        if ends is None:
            continue
        properties["modality"] = total.modality
        if claim and key in made:
            properties["item"] = claim.object.id if claim.object else None
            fresh.append({"claim": key, **ends, "properties": properties})
        else:
            again.append({"claim": key, "properties": properties})
    run(tx, "totals", counted)
    connect(tx, "supplies", fresh)
    run(tx, "supplies_again", again)


def _ends(claim: Claim) -> rows.Parameters | None:
    """Supplier and recipient of a claim that is one of supplying between actors."""
    subject, recipient = claim.subject, claim.recipient
    if claim.relation != "supplies" or subject is None or recipient is None:
        return None
    if not subject.label == recipient.label == "Actor":
        return None
    return {"supplier": subject.id, "recipient": recipient.id}


def _properties(totals: ClaimTotals) -> rows.Parameters:
    return {
        "origins": totals.origins,
        "assertions": totals.assertions,
        **dict(totals.modalities),
        "first_reported": totals.first_reported,
        "last_reported": totals.last_reported,
    }
