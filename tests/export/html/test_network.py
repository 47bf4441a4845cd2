from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.html import network
from graph.export.html.layout import positions
from graph.export.html.network import CURVES_BELOW, width
from graph.model import EntityRef
from tests.export.html.sample import CLAIMS, claim

HOSTILE = EntityRef("x", "<img src=x onerror=alert(1)> href", "state")


def _edges(net: Any) -> dict[str, dict[str, Any]]:
    return {edge["id"]: edge for edge in net.edges}


def test_one_edge_per_claim_from_who_to_whom() -> None:
    net = network(CLAIMS)
    edges = _edges(net)
    assert sorted(edges) == sorted(row.claim for row in CLAIMS)
    assert (edges["c01"]["from"], edges["c01"]["to"]) == ("north-korea", "russia")
    assert (edges["c06"]["from"], edges["c06"]["to"]) == ("kim-jong-un", "kamikaze-drones")
    assert set(net.get_nodes()) == {end for edge in edges.values() for end in (edge["from"], edge["to"])}
    assert net.get_node("rheinmetall")["group"] == "company"
    assert net.directed


def test_edges_look_like_what_they_say() -> None:
    edges = _edges(network(CLAIMS))
    assert edges["c05"]["width"] > edges["c01"]["width"] > edges["c07"]["width"]
    assert edges["c01"]["dashes"] is False
    dashes = [edges[key]["dashes"] for key in ("c11", "c07", "c06", "c10")]  # planned, suspected, ...
    assert all(dashes)
    assert len({str(dash) for dash in dashes}) == 4
    assert "middle" in edges["c02"]["arrows"], "a claim that somebody denies has a bar"
    assert "middle" not in edges["c01"]["arrows"]
    heads = {edge["relation"]: edge["arrows"]["to"]["type"] for edge in edges.values()}
    assert len(set(heads.values())) == len(heads) == 6


def test_kinds_are_apart_without_colour() -> None:
    net = network(
        [claim("a", "supplies", "Russia", "artillery shells"), claim("b", "deploys", "Russia", "Shahed-136")]
    )
    assert len({node["shape"] for node in net.nodes}) == 3


def test_titles_hold_no_word_of_an_article() -> None:
    net = network([claim("a", "supplies", HOSTILE, None, "Russia")])
    assert net.get_node("x")["label"] == HOSTILE.name
    assert {node["title"] for node in net.nodes} == {"state"}
    assert net.edges[0]["title"] == "supplies"


def test_parallel_edges_bend_differently() -> None:
    there = [claim(f"t{i}", "supplies", "Iran", "drone engines", "Russia") for i in range(3)]
    back = [claim(f"b{i}", "supplies", "Russia", "soldiers", "Iran") for i in range(2)]
    net = network([*there, *back])
    sides = []
    for edge in net.edges:
        smooth = edge["smooth"] or {"type": "curvedCW", "roundness": 0}
        side = 1 if smooth["type"] == "curvedCW" else -1
        # clockwise is seen from where the edge starts, so the way back turns the sign
        sides.append(round(smooth["roundness"] * side * (1 if edge["from"] == "iran" else -1), 3))
    assert len(set(sides)) == 5
    assert min(b - a for a, b in pairwise(sorted(sides))) > 0.1


def test_curves_end_where_they_would_make_panning_slow() -> None:
    many = [claim(f"c{i:04}", "supplies", "Iran", None, "Russia") for i in range(CURVES_BELOW)]
    assert not any(edge["smooth"] for edge in network(many).edges)
    assert any(edge["smooth"] for edge in network(many[1:]).edges)


def test_loops_and_claims_without_entities() -> None:
    net = network([claim("a", "produces", "Iran"), claim("b", "operates", "Iran"), claim("c", "supplies")])
    assert [(edge["from"], edge["to"]) for edge in net.edges] == [("iran", "iran")] * 2
    assert net.edges[0]["selfReference"] != net.edges[1]["selfReference"]
    assert network([]).nodes == []


def test_the_order_of_claims_moves_nothing() -> None:
    shuffled = CLAIMS.copy()
    random.Random(1).shuffle(shuffled)
    places = [
        {node["id"]: (node["x"], node["y"]) for node in network(rows).nodes} for rows in (CLAIMS, shuffled)
    ]
    assert places[0] == places[1]


@pytest.mark.parametrize(("origins", "pixels"), [(0, 3.0), (1, 3.0), (2, 4.5), (10**6, 10.0)])
def test_width(origins: int, pixels: float) -> None:
    assert width(origins) == pixels


NODES = st.sets(st.text("abcdef", min_size=1, max_size=2), min_size=1, max_size=14)


@given(
    NODES.flatmap(
        lambda ids: st.tuples(
            st.just(ids),
            st.lists(st.tuples(st.sampled_from(sorted(ids)), st.sampled_from(sorted(ids))), max_size=25),
        )
    )
)
def test_labels_stay_apart_whatever_the_graph(graph: tuple[set[str], list[tuple[str, str]]]) -> None:
    ids, links = graph
    places = positions(dict.fromkeys(ids, "Label"), links)
    assert set(places) == ids
    for a in ids:
        for b in ids - {a}:
            (ax, ay), (bx, by) = places[a], places[b]
            assert abs(ax - bx) > 40 or abs(ay - by) > 40, (a, b, places)


def test_a_thousand_nodes_are_laid_out() -> None:
    ids = [f"n{i}" for i in range(1000)]
    places = positions(dict.fromkeys(ids, "n"), [(a, b) for a, b in pairwise(ids[:700])])
    assert len(set(places.values())) == 1000


@pytest.mark.parametrize("upright", [False, True])
def test_parts_fill_a_screen_of_their_form(upright: bool) -> None:
    links = [(f"{i}-a", f"{i}-b") for i in range(20)]
    places = positions(
        dict.fromkeys((node for link in links for node in link), "Name"), links, upright=upright
    )
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    form = (max(xs) - min(xs)) / (max(ys) - min(ys))
    assert 0.5 < form < 1.2 if upright else 1.2 < form < 2.4
