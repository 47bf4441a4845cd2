"""GEXF 1.3, Gephi's own format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from graph.export.edges import network
from graph.query.rows import ClaimRow


def write_gexf(claims: Iterable[ClaimRow], out: BinaryIO) -> None:
    """Write the claims as one GEXF document (UTF-8)."""
    from networkx.readwrite.gexf import GEXFWriter  # type: ignore[import-untyped] # noqa: PLC0415 - heavy

    graph = network(claims)
    for _, _, claim, attributes in graph.edges(keys=True, data=True):
        attributes["id"] = claim  # else the edges are numbered, differently from one export to the next
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.3")
    writer.add_graph(graph)
    for element in writer.xml.iter():
        element.attrib.pop("lastmodifieddate", None)  # the same graph gives the same file on every day
    writer.write(out)
