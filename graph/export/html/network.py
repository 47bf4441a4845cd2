"""Claims as a pyvis network: a node per entity, an edge per claim.

The network is for Python users to get, change and look at. pyvis's own page is never
written: it fetches from the network and runs what stands in a title.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from pyvis.network import Network  # type: ignore[import-untyped]

from graph.export.edges import ends
from graph.export.html import look
from graph.export.html.layout import positions
from graph.model import EntityRef
from graph.query.rows import ClaimRow

CURVES_BELOW = 1000  # edges; above it curves make panning stutter


def modality(claim: ClaimRow) -> str:
    """The modality that most of a claim's assertions have."""
    return claim.modalities[0][0] if claim.modalities else "reported"


def width(origins: int) -> float:
    """Pixels of an edge: 3 for one origin, one and a half more each time origins double, 10 at most.

    >>> width(1), width(4), width(1000)
    (3.0, 6.0, 10.0)
    """
    return round(min(10.0, 3.0 + 1.5 * math.log2(max(1, origins))), 1)


def _head_scale(origins: int) -> float:
    """Arrowheads grow with the line's width by themselves, and faster than looks well."""
    return round(max(0.3, 0.95 - 0.07 * width(origins)), 2)


def fill(net: Network, claims: Iterable[ClaimRow]) -> None:
    """Nodes and edges of the claims into an empty network, with positions.

    Titles and labels are plain text, never HTML. Claims that name no entity are left out.
    """
    drawn = [(claim, pair) for claim in claims if (pair := ends(claim)) is not None]
    entities = {entity.id: entity for _, pair in drawn for entity in pair}
    degree = Counter(node for _, (a, b) in drawn for node in {a.id, b.id})
    places = positions(
        {key: ref.name for key, ref in entities.items()}, ((a.id, b.id) for _, (a, b) in drawn)
    )
    net.toggle_physics(False)
    for node in sorted(entities):
        entity = entities[node]
        net.add_node(
            node,
            label=entity.name,
            shape=look.KIND_SHAPES.get(entity.kind, "dot"),
            color=look.KIND_COLOURS.get(entity.kind, look.UNKNOWN_COLOUR)[0],
            group=entity.kind,
            title=entity.kind,  # never the name: pyvis's page turns a title with "href" into HTML
            size=round(14 + 4 * math.log2(1 + degree[node])),
            x=places[node][0],
            y=places[node][1],
        )
    # extended at once: add_edge compares every new edge with all before it
    net.edges.extend(_edges(drawn))


def _edges(drawn: Sequence[tuple[ClaimRow, tuple[EntityRef, EntityRef]]]) -> list[dict[str, Any]]:
    curves = _curves([(a.id, b.id) for _, (a, b) in drawn])
    edges: list[dict[str, Any]] = []
    for (claim, (source, target)), curve in zip(drawn, curves, strict=True):
        kind = modality(claim)
        head = look.RELATION_ARROWS.get(claim.relation, "arrow")
        arrows: dict[str, Any] = {
            "to": {"enabled": True, "type": head, "scaleFactor": _head_scale(claim.origins)}
        }
        if any(name == "denied" for name, _ in claim.modalities):
            arrows["middle"] = {"enabled": True, "type": "bar"}
        edge: dict[str, Any] = {
            "id": claim.claim,
            "from": source.id,
            "to": target.id,
            "title": claim.relation,
            "relation": claim.relation,
            "modality": kind,
            "origins": claim.origins,
            "width": width(claim.origins),
            "color": look.RELATION_COLOURS.get(claim.relation, look.UNKNOWN_COLOUR)[0],
            "dashes": look.MODALITY_DASHES.get(kind) or False,
            "arrows": arrows,
            "smooth": curve["smooth"],
        }
        if "selfReference" in curve:
            edge["selfReference"] = curve["selfReference"]
        edges.append(edge)
    return edges


def _curves(pairs: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """How each edge bends, so that edges between the same two nodes stay apart."""
    straight: dict[str, Any] = {"smooth": False}
    if len(pairs) >= CURVES_BELOW:
        return [straight] * len(pairs)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, (a, b) in enumerate(pairs):
        groups[min(a, b), max(a, b)].append(index)
    curves = [straight] * len(pairs)
    for (low, high), members in groups.items():
        for place, index in enumerate(members):
            if low == high:
                loop = {"size": 22 + 6 * place, "angle": round(math.pi / 4 + 0.9 * place, 3)}
                curves[index] = {"smooth": False, "selfReference": loop}
                continue
            offset = place - (len(members) - 1) / 2
            if pairs[index][0] != low:
                offset = -offset  # clockwise is seen from where the edge starts
            if offset:
                roundness = round(min(0.85, 0.2 * abs(offset)), 3)
                kind = "curvedCW" if offset > 0 else "curvedCCW"
                curves[index] = {"smooth": {"enabled": True, "type": kind, "roundness": roundness}}
    return curves
