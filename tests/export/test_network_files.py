"""GraphML and GEXF are read back by networkx, the independent reader at hand."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, BinaryIO

import networkx  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.edges import ends
from graph.export.gexf import write_gexf
from graph.export.graphml import write_graphml
from graph.model import EntityRef
from graph.query.rows import ClaimRow
from tests.cli.rows import ALABUGA, DRONES, GUNS, HELP, NORTH_KOREA, RUSSIA, SHAHED

Writer = Callable[[Iterable[ClaimRow], BinaryIO], None]
FORMATS = [
    pytest.param(write_graphml, networkx.read_graphml, id="graphml"),
    pytest.param(write_gexf, networkx.read_gexf, id="gexf"),
]


def round_trip(write: Writer, read: Any, claims: list[ClaimRow]) -> Any:
    out = io.BytesIO()
    write(claims, out)
    out.seek(0)
    return networkx.MultiDiGraph(read(out))


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_nodes_and_edges_come_back(write: Writer, read: Any) -> None:
    graph = round_trip(write, read, [GUNS, DRONES, HELP, replace(GUNS, claim="other")])
    assert set(graph) == {"north-korea", "russia", "shahed-136"}
    assert graph.nodes["russia"]["label"] == "Russia"
    assert graph.nodes["shahed-136"]["type"] == "Item"
    assert graph.number_of_edges("north-korea", "russia") == 2  # of two claims none swallows the other
    guns = next(iter(graph["north-korea"]["russia"].values()))
    assert (guns["object"], guns["origins"], guns["planned"]) == ("M1989 Koksan", 2, 1)
    assert guns["times"] == "2023-06/2025-04"


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_an_empty_graph_is_a_valid_file(write: Writer, read: Any) -> None:
    assert not round_trip(write, read, [])


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_the_same_claims_give_the_same_bytes(write: Writer, read: Any) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write([GUNS, DRONES], first)
    write([GUNS, DRONES], second)
    assert first.getvalue() == second.getvalue()
    assert b"lastmodifieddate" not in first.getvalue()


@pytest.mark.parametrize(("write", "read"), FORMATS)
@given(name=st.text(st.characters(codec=None), min_size=1))
def test_no_name_breaks_the_file(write: Writer, read: Any, name: str) -> None:
    hostile = replace(GUNS, subject=EntityRef("hostile", name, "company"), speakers=(name,))
    assert "hostile" in round_trip(write, read, [hostile])


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (GUNS, (NORTH_KOREA, RUSSIA)),
        (DRONES, (RUSSIA, SHAHED)),
        (replace(DRONES, object=None), (RUSSIA, ALABUGA)),
        (replace(GUNS, subject=None, object=SHAHED), (SHAHED, RUSSIA)),
        (replace(GUNS, object=None, recipient=None), (NORTH_KOREA, NORTH_KOREA)),
        (replace(GUNS, subject=None, object=None, recipient=None), None),
    ],
)
def test_ends(claim: ClaimRow, expected: tuple[EntityRef, EntityRef] | None) -> None:
    assert ends(claim) == expected
