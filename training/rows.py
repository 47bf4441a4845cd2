"""Assertions as the rows that annotations are compared with."""

from __future__ import annotations

from typing import Any

from graph.extract.model.proposals import Proposal
from graph.model import Assertion

_ROLES = ("subject", "object", "recipient", "place", "attributed_to")


def row(one: Assertion) -> dict[str, Any]:
    """An assertion, its entities by name."""
    named = {role: ref.name if (ref := getattr(one, role)) else None for role in _ROLES}
    return {
        "relation": one.relation,
        **named,
        "quantity": one.quantity,
        "quantity_qualifier": one.quantity_qualifier,
        "unit": one.unit,
        "when": one.when,
        "modality": one.modality,
        "evidence": one.evidence,
        "confidence": one.confidence,
    }


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
