"""GraphML, for yEd, Gephi, Cytoscape and every graph library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from graph.export.edges import network
from graph.query.rows import ClaimRow


def write_graphml(claims: Iterable[ClaimRow], out: BinaryIO) -> None:
    """Write the claims as one GraphML document (UTF-8)."""
    import networkx  # type: ignore[import-untyped] # noqa: PLC0415 - heavy

    # The writer of the standard library: the same bytes whether or not lxml is there.
    networkx.write_graphml_xml(network(claims), out, encoding="utf-8", prettyprint=True)
