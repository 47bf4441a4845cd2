"""Proposals as the rows that annotations are compared with."""

from __future__ import annotations

from typing import Any

from graph.extract.model.proposals import Proposal


def bare(one: Proposal) -> dict[str, Any]:
    """A proposal, as far as the core comparison asks."""
    named = {
        role: ref.name if ref else None
        for role, ref in (
            ("subject", one.subject), ("object", one.item), ("recipient", one.recipient), ("place", one.place)
        )
    }  # fmt: skip
    return {
        "relation": one.relation, **named, "attributed_to": None, "quantity": None, "when": None,
        "modality": one.modality,
    }  # fmt: skip
