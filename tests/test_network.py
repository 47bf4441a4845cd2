"""Claims as a network: what becomes an edge."""

from __future__ import annotations

from dataclasses import replace

from graph.model import EntityRef
from graph.network import flows, network
from graph.query.rows import ClaimRow


def ref(name: str | None) -> EntityRef | None:
    if name is None:
        return None
    kind = "weapon-system" if name.startswith("item") else "place" if name.startswith("place") else "state"
    return EntityRef(name, name.upper(), kind)


def claim(
    id: str,
    subject: str | None,
    object: str | None = None,
    recipient: str | None = None,
    place: str | None = None,
    *,
    origins: int = 1,
) -> ClaimRow:
    return ClaimRow(
        id,
        "supplies",
        ref(subject),
        ref(object),
        ref(recipient),
        ref(place),
        origins=origins,
        assertions=origins,
        modalities=(("reported", origins),),
        quantities=(),
        when=(),
        first_reported=None,
        last_reported=None,
    )


def test_flows_join_all_that_one_supplies_to_another() -> None:
    graph = flows(
        [
            claim("1", "a", "item1", "b", origins=2),
            claim("2", "a", "item2", "b", origins=3),
            claim("3", "a", "item2", "b", "place"),
            claim("4", "b", None, "a"),
            claim("5", "a", "item1"),
            claim("6", None, "item1", "c"),
            replace(claim("7", "a", "item1", "d"), relation="supports"),
        ]
    )
    assert sorted(graph.edges) == [("a", "b"), ("b", "a")]
    edge = graph.edges["a", "b"]
    assert [row.claim for row in edge["claims"]] == ["1", "2", "3"]
    assert (edge["items"], edge["origins"]) == (["ITEM1", "ITEM2"], 3)
    assert graph.edges["b", "a"]["items"] == []
    assert graph.nodes["a"] == {"name": "A", "kind": "state", "label": "Actor"}


def test_a_claim_leads_from_who_acts_to_all_others() -> None:
    graph = network([claim("c", "a", "item", "b", "place"), claim("d", None, "item", "b")])
    edges = {(a, b, key, data["role"]) for a, b, key, data in graph.edges(keys=True, data=True)}
    assert edges == {
        ("a", "item", ("c", "object"), "object"),
        ("a", "b", ("c", "recipient"), "recipient"),
        ("a", "place", ("c", "place"), "place"),
        ("item", "b", ("d", "recipient"), "recipient"),
    }
    assert graph.nodes["item"] == {"name": "ITEM", "kind": "weapon-system", "label": "Item"}


def test_claims_with_one_entity_or_none_give_no_edge() -> None:
    graph = network([claim("c", "a"), claim("d", None)])
    assert (list(graph), graph.number_of_edges()) == (["a"], 0)


def test_two_claims_between_two_are_two_edges() -> None:
    claims = [claim("c", "a", None, "b"), claim("d", "b", None, "a"), claim("e", "a", None, "b")]
    assert network(claims).number_of_edges() == 3
