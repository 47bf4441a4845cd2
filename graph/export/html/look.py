"""How kinds, relations and modalities look: one table for the network, the viewer and the legend.

Colours come in pairs, for a light and for a dark ground. Colour is never the only
sign: kinds differ by shape, relations by arrowhead, modalities by dash.
"""

from __future__ import annotations

from typing import Final

Pair = tuple[str, str]

KIND_COLOURS: Final[dict[str, Pair]] = {
    "state": ("#1f4e8c", "#6ea8f2"),
    "organisation": ("#4f57b8", "#a3a8ff"),
    "company": ("#0b7377", "#55c7c9"),
    "armed-group": ("#9b2c3f", "#f08597"),
    "military-unit": ("#64591a", "#cdbf63"),
    "person": ("#7a3f96", "#d29bec"),
    "weapon-system": ("#b0471c", "#f79567"),
    "ammunition": ("#8a6200", "#e8b93f"),
    "component": ("#51606c", "#a6b6c3"),
    "technology": ("#2c7542", "#72ca8b"),
    "personnel": ("#85512e", "#d9a078"),
    "place": ("#a1306f", "#f08cc3"),
}

KIND_SHAPES: Final[dict[str, str]] = {
    "state": "dot",
    "organisation": "hexagon",
    "company": "square",
    "armed-group": "triangle",
    "military-unit": "triangleDown",
    "person": "ellipse",
    "weapon-system": "diamond",
    "ammunition": "box",
    "component": "square",
    "technology": "hexagon",
    "personnel": "circle",
    "place": "star",
}
"""Shapes that every vis-network page knows; the page's own viewer draws finer signs."""

RELATION_COLOURS: Final[dict[str, Pair]] = {
    "supplies": ("#c0410b", "#ff9058"),
    "produces": ("#1b7553", "#58c79a"),
    "operates": ("#3c5bc4", "#8ea8ff"),
    "deploys": ("#7d3fc0", "#c69bff"),
    "supports": ("#0c6f8f", "#5cc4e6"),
    "requests": ("#8a6400", "#e2b646"),
}

RELATION_ARROWS: Final[dict[str, str]] = {
    "supplies": "arrow",
    "produces": "diamond",
    "operates": "circle",
    "deploys": "box",
    "supports": "vee",
    "requests": "inv_triangle",
}

MODALITY_DASHES: Final[dict[str, list[int]]] = {
    "reported": [],
    "planned": [14, 7],
    "suspected": [2, 6],
    "requested": [14, 6, 2, 6],
    "denied": [5, 5],
}
"""Lengths of dash and gap in pixels; a denied claim also has a bar across its middle."""

UNKNOWN_COLOUR: Final[Pair] = ("#51606c", "#a6b6c3")
