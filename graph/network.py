"""Claims as a networkx graph of entities, for paths and measures."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped]

    from graph.query.rows import ClaimRow  # graph.query finds its paths here

# How far a claim takes us: that two make the same item, or act in the same place,
# connects them less than what one does for the other.
_COST = {"recipient": 1.0, "object": 2.0, "place": 3.0}
_DENIED = 2.0  # times as far, when nobody says other than that it is not so

Hop: TypeAlias = "tuple[str, ClaimRow, str]"
"""From an entity's id by a claim to another's."""


def network(claims: Iterable[ClaimRow]) -> nx.MultiDiGraph:
    """Entities as nodes, claims as edges.

    A node is an entity's id, with `name`, `kind` and `label`. A claim gives an edge from
    the one who acts (the item, where nobody is named) to each other entity in it; the
    edge's key is (claim id, role of its target), and it carries `claim` (the ClaimRow),
    `relation` and `role` ("object", "recipient" or "place").
    """
    import networkx as nx  # noqa: PLC0415 - slow to load, and few commands need it

    graph = nx.MultiDiGraph()
    for claim in claims:
        roles = claim.roles
        for _, ref in roles:
            graph.add_node(ref.id, name=ref.name, kind=ref.kind, label=ref.label)
        for role, ref in roles[1:]:
            facts = {"claim": claim, "relation": claim.relation, "role": role}
            graph.add_edge(roles[0][1].id, ref.id, key=(claim.claim, role), **facts)
    return graph


def flows(claims: Iterable[ClaimRow]) -> nx.DiGraph:
    """Who supplies whom: one edge from each supplier to each of its recipients.

    Nodes are as in `network`. An edge has `claims` (the ClaimRows), `items` (their names)
    and `origins`: those of its best corroborated claim, since two claims may have the same.
    Claims of another relation, or that name only one of the two, are left out.

    Example:
        networkx.betweenness_centrality(flows(supplies(store, modality="reported")))
    """
    import networkx as nx  # noqa: PLC0415

    graph = nx.DiGraph()
    for claim in claims:
        supplier, recipient = claim.subject, claim.recipient
        if claim.relation != "supplies" or supplier is None or recipient is None:
            continue
        for ref in (supplier, recipient):
            graph.add_node(ref.id, name=ref.name, kind=ref.kind, label=ref.label)
        if not graph.has_edge(supplier.id, recipient.id):
            graph.add_edge(supplier.id, recipient.id, claims=[], items=[], origins=0)
        edge = graph.edges[supplier.id, recipient.id]
        edge["claims"].append(claim)
        if claim.object is not None and claim.object.name not in edge["items"]:
            edge["items"].append(claim.object.name)
        edge["origins"] = max(edge["origins"], claim.origins)
    return graph


def shortest(graph: nx.MultiDiGraph, source: str, target: str, *, max_hops: int) -> list[Hop]:
    """The best way between two nodes of `network`, whatever the direction of its edges.

    A claim of one actor with another is nearer than a common item, that nearer than a
    common place, and what is only denied is twice as far. Where the best way has more than
    `max_hops` claims, the one with the fewest is taken; empty where that has more, too.
    Equal ways give the same answer every time.
    """
    import networkx as nx  # noqa: PLC0415

    if source not in graph or target not in graph or source == target:
        return []
    near = _nearest_claims(graph)
    for weight in ("cost", None):
        try:
            nodes = nx.shortest_path(near, source, target, weight=weight)
        except nx.NetworkXNoPath:
            return []
        if len(nodes) - 1 <= max_hops:
            return [(a, near.edges[a, b]["claim"], b) for a, b in pairwise(nodes)]
    return []


def _nearest_claims(graph: nx.MultiDiGraph) -> nx.Graph:
    """Of all claims between two nodes the nearest alone: of equals what is reported to have
    happened before what is planned or suspected, and of these the best corroborated."""
    import networkx as nx  # noqa: PLC0415

    near = nx.Graph()
    near.add_nodes_from(sorted(graph))
    candidates = []
    for a, b, data in graph.edges(data=True):
        claim: ClaimRow = data["claim"]
        far = _COST[data["role"]] * (_DENIED if _only_denied(claim) else 1)
        first, second = sorted((a, b))
        doubtful = "reported" not in dict(claim.modalities)
        rank = (far, doubtful, -claim.origins, -claim.assertions, claim.claim)
        candidates.append((first, second, rank, claim))
    for first, second, rank, claim in sorted(candidates, key=lambda candidate: candidate[:-1]):
        if first != second and not near.has_edge(first, second):
            near.add_edge(first, second, claim=claim, cost=rank[0])
    return near


def _only_denied(claim: ClaimRow) -> bool:
    return bool(claim.modalities) and all(modality == "denied" for modality, _ in claim.modalities)
