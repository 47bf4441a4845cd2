"""Claims as a network: what becomes an edge, and which way between two is best."""

from __future__ import annotations

import random
from dataclasses import replace

from graph.model import EntityRef
from graph.network import flows, network, shortest
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
    modality: str = "reported",
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
        modalities=((modality, origins),),
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


def way(claims: list[ClaimRow], a: str, b: str, max_hops: int = 6) -> list[str]:
    return [step.claim for _, step, _ in shortest(network(claims), a, b, max_hops=max_hops)]


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


def test_two_claims_between_two_are_two_edges_and_the_better_corroborated_is_the_way() -> None:
    claims = [claim("c", "a", None, "b"), claim("d", "b", None, "a", origins=3), claim("e", "a", None, "b")]
    assert network(claims).number_of_edges() == 3
    assert way(claims, "a", "b") == ["d"]


def test_what_is_reported_goes_before_what_is_only_planned() -> None:
    claims = [claim("c", "a", None, "b", origins=2, modality="planned"), claim("d", "a", None, "b")]
    assert way(claims, "a", "b") == ["d"]
    assert way(claims[:1], "a", "b") == ["c"]


def test_an_actor_is_nearer_than_a_common_item_and_that_than_a_common_place() -> None:
    by_item = [claim("i1", "a", "item"), claim("i2", "b", "item")]
    by_place = [claim("p1", "a", place="place"), claim("p2", "b", place="place")]
    by_actors = [claim("x", "a", None, "m"), claim("y", "m", None, "b")]
    assert way(by_item + by_place + by_actors, "a", "b") == ["x", "y"]
    assert way(by_item + by_place, "a", "b") == ["i1", "i2"]
    assert way(by_place, "a", "b") == ["p1", "p2"]


def test_what_is_only_denied_is_farther() -> None:
    denied = [claim("n", "a", None, "b", modality="denied")]
    assert way(denied, "a", "b") == ["n"]
    around = [claim("x", "a", None, "m"), claim("y", "m", None, "b")]
    longer = [claim("n1", "a", None, "k", modality="denied"), claim("n2", "k", None, "b", modality="denied")]
    assert way(longer + around, "a", "b") == ["x", "y"]


def test_the_shortest_is_taken_where_the_best_is_too_long() -> None:
    chain = [claim(f"c{n}", f"s{n}", None, f"s{n + 1}") for n in range(5)]
    shortcut = [claim("p1", "s0", place="place"), claim("p2", "s5", place="place")]
    assert way(chain + shortcut, "s0", "s5") == [f"c{n}" for n in range(5)]
    assert way(chain + shortcut, "s0", "s5", max_hops=4) == ["p1", "p2"]
    assert way(chain + shortcut, "s0", "s5", max_hops=1) == []


def test_no_way() -> None:
    claims = [claim("c", "a", None, "b"), claim("d", "x", None, "y")]
    assert way(claims, "a", "x") == way(claims, "a", "nobody") == way(claims, "a", "a") == []


def test_equal_ways_give_the_same_answer_in_any_order() -> None:
    claims = [claim(f"{a}{b}", a, None, b) for a in "amno" for b in "mnoz"]
    expected = way(claims, "a", "z")
    for seed in range(20):
        random.Random(seed).shuffle(claims)
        assert way(claims, "a", "z") == expected
