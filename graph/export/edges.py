"""Claims as a network of entities: one edge per claim, for tools such as Gephi, yEd or Cytoscape.

An edge goes from the one who acts to the one who receives, is helped or asked; where
no such actor is named, to the item, else to the place. The roles that are not ends of
the edge stand among its attributes, so nothing of a claim is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.model import EntityRef
from graph.query.rows import ClaimRow

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped]

Attributes = dict[str, str | int | float]

# What XML 1.0 has no way to write, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    r"""The text without the characters that XML cannot hold.

    >>> xml_text("Shahed\x00-136\x1b")
    'Shahed-136'
    """
    return _NOT_XML.sub("", text)


def ends(claim: ClaimRow) -> tuple[EntityRef, EntityRef] | None:
    """Source and target of a claim's edge; a claim with one entity is a loop, with none no edge."""
    middle = (claim.recipient, claim.object) if claim.subject else (claim.object, claim.recipient)
    named = [entity for entity in (claim.subject, *middle, claim.place) if entity is not None]
    return (named[0], named[min(1, len(named) - 1)]) if named else None


def network(claims: Iterable[ClaimRow]) -> networkx.MultiDiGraph:
    """The claims as a directed multigraph; every attribute is a text or a number."""
    import networkx  # noqa: PLC0415 - heavy, and only these two formats need it

    graph: networkx.MultiDiGraph = networkx.MultiDiGraph()
    for claim in claims:
        between = ends(claim)
        if between is None:
            continue
        for entity in between:
            graph.add_node(xml_text(entity.id), **_node(entity))
        source, target = (xml_text(entity.id) for entity in between)
        graph.add_edge(source, target, key=claim.claim, **_edge(claim))
    return graph


def _node(entity: EntityRef) -> Attributes:
    return {"label": xml_text(entity.name), "kind": entity.kind, "type": entity.label}


def _edge(claim: ClaimRow) -> Attributes:
    values: dict[str, str | int | float | None] = {
        "claim": claim.claim,
        "label": claim.relation,
        "relation": claim.relation,
        "origins": claim.origins,
        "assertions": claim.assertions,
        "weight": max(claim.origins, 1),
        "quantities": "; ".join(claim.quantities),
        "times": "; ".join(claim.when),
        "first_reported": claim.first_reported,
        "last_reported": claim.last_reported,
        "speakers": "; ".join(claim.speakers),
    }
    for role, entity in claim.roles:
        values[role] = entity.name
        values[f"{role}_id"] = entity.id
    for modality, count in claim.modalities:
        values[modality] = count
    return {
        name: xml_text(value) if isinstance(value, str) else value
        for name, value in values.items()
        if value is not None and value != ""
    }
