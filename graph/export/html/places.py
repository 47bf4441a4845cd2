"""Where the entities of claims stand in the picture, and from where to where a claim's line goes."""

from __future__ import annotations

from collections.abc import Iterable

from graph.export.edges import ends
from graph.export.html.layout import positions
from graph.model import EntityRef
from graph.query.rows import ClaimRow


def line(claim: ClaimRow) -> tuple[str, str] | None:
    """Ids of the two ends of a claim's line; with one entity twice the same, with none None.

    As `ends` in graph/export/edges.py, but what is deployed or operated somewhere leads to
    the place, with the item written along the line.
    """
    pair = _ends(claim)
    return (pair[0].id, pair[1].id) if pair else None


def positions_of(claims: Iterable[ClaimRow], *, upright: bool = False) -> dict[str, tuple[int, int]]:
    """Entity id -> pixels, for the ends of the claims' lines; `upright`: on a high screen."""
    pairs = [pair for claim in claims if (pair := _ends(claim)) is not None]
    names = {entity.id: entity.name for pair in pairs for entity in pair}
    return positions(names, ((a.id, b.id) for a, b in pairs), upright=upright)


def _ends(claim: ClaimRow) -> tuple[EntityRef, EntityRef] | None:
    if claim.relation in ("deploys", "operates") and claim.subject and claim.place and not claim.recipient:
        return claim.subject, claim.place
    return ends(claim)
