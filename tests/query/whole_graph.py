"""The best way between two by networkx, from every claim at once: what a search by parts must find, too."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import networkx as nx  # type: ignore[import-untyped]

from graph.network import network
from graph.query.rows import ClaimRow

_COST = {"recipient": 1, "object": 2, "place": 3}


def shortest(
    claims: Iterable[ClaimRow], source: str, target: str, max_hops: int
) -> list[tuple[str, str, str]]:
    """Hops from entity by claim to entity (ids)."""
    near = _nearest_claims(claims)
    if source not in near or target not in near or source == target:
        return []
    for weight in ("cost", None):
        try:
            nodes = nx.shortest_path(near, source, target, weight=weight)
        except nx.NetworkXNoPath:
            return []
        if len(nodes) - 1 <= max_hops:
            return [(a, near.edges[a, b]["claim"], b) for a, b in pairwise(nodes)]
    return []


def _nearest_claims(claims: Iterable[ClaimRow]) -> nx.Graph:
    graph, near = network(claims), nx.Graph()
    near.add_nodes_from(sorted(graph))
    candidates = []
    for a, b, data in graph.edges(data=True):
        claim: ClaimRow = data["claim"]
        said = dict(claim.modalities)
        far = _COST[data["role"]] * (2 if said.keys() == {"denied"} else 1)
        rank = (far, "reported" not in said, -claim.origins, -claim.assertions, claim.claim)
        candidates.append((*sorted((a, b)), rank))
    for first, second, rank in sorted(candidates):
        if first != second and not near.has_edge(first, second):
            near.add_edge(first, second, claim=rank[-1], cost=rank[0])
    return near
