"""The network that a Python user holds, and that a notebook shows as the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape

from pyvis.network import Network  # type: ignore[import-untyped]

from graph.export.edges import ends
from graph.export.html.build import render
from graph.export.html.data import Content
from graph.export.html.network import fill
from graph.query.rows import ClaimRow, EvidenceRow

_HEIGHT = 640  # pixels


class ClaimNetwork(Network):  # type: ignore[misc]
    """A pyvis network that a notebook shows as the page that `armsgraph export html` writes.

    What was changed in `nodes` and `edges` holds for the page too: what was taken out is
    not drawn, and nodes stand where their `x` and `y` say.
    """

    def __init__(self, content: Content, title: str) -> None:
        super().__init__(directed=True, height="100vh")
        self.content = content
        self.page_title = title

    def page(self, lang: str | None = None) -> str:
        """The page as text, of the nodes and edges that there are now."""
        left = {edge.get("id") for edge in self.edges}
        there = {node["id"]: (node.get("x", 0), node.get("y", 0)) for node in self.nodes}
        claims = [
            claim
            for claim in self.content.claims
            if claim.claim in left and (pair := ends(claim)) and pair[0].id in there and pair[1].id in there
        ]
        return render(replace(self.content, claims=claims, placed=there), title=self.page_title, lang=lang)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, which reaches nothing of the notebook."""
        return (
            f'<iframe sandbox="allow-scripts allow-downloads allow-popups" srcdoc="{escape(self.page())}" '
            f'title="{escape(self.page_title)}" style="width:100%;height:{_HEIGHT}px;border:0"></iframe>'
        )


def network(
    claims: Iterable[ClaimRow],
    evidence: Mapping[str, Sequence[EvidenceRow]] | None = None,
    *,
    title: str = "armsgraph",
) -> ClaimNetwork:
    """The claims as a directed pyvis network with positions; node ids are entity ids, edge ids claim ids.

    Titles and labels are plain text, never HTML. Claims that name no entity are left out.
    In a notebook it shows itself; `evidence` (claim id -> rows) gives that picture its quotes.

    >>> network([]).nodes
    []
    """
    rows = tuple(claims)
    net = ClaimNetwork(Content(rows, evidence or {}, quoted_only=evidence is not None), title)
    fill(net, rows)
    return net
