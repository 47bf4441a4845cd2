"""Claims as a networkx graph of entities, for measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped]

    from graph.query.rows import ClaimRow


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
