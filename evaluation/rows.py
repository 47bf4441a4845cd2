"""Assertions as the rows that annotations are compared with."""

from __future__ import annotations

from typing import Any

from graph.model import Assertion

_ROLES = ("subject", "object", "recipient", "place", "attributed_to")


def row(one: Assertion) -> dict[str, Any]:
    """An assertion, its entities by name."""
    named = {role: ref.name if (ref := getattr(one, role)) else None for role in _ROLES}
    return {
        "relation": one.relation,
        **named,
        "quantity": one.quantity,
        "when": one.when,
        "modality": one.modality,
        "evidence": one.evidence,
        "confidence": one.confidence,
    }
