"""How two entities are connected."""

from __future__ import annotations

import pytest

from graph.query import path
from graph.store import Store


def steps(store: Store, a: str, b: str, max_hops: int = 6) -> list[tuple[str, str, str]]:
    return [
        (step.source.name, step.claim.relation, step.target.name)
        for step in path(store, a, b, max_hops=max_hops)
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # the best corroborated of several claims between two
        ("North Korea", "Russia", [("North Korea", "supplies", "Russia")]),
        ("Russia", "North Korea", [("Russia", "supplies", "North Korea")]),
        # through an actor rather than a common item
        ("North Korea", "Iran", [("North Korea", "supplies", "Russia"), ("Russia", "supplies", "Iran")]),
        ("Germany", "artillery shells", [("Germany", "produces", "artillery shells")]),
        ("Germany", "Wagner", []),
        ("Iran", "Iran", []),
        ("GUR", "Iran", []),
    ],
)
def test_the_best_way(store: Store, a: str, b: str, expected: list[tuple[str, str, str]]) -> None:
    assert steps(store, a, b) == expected


def test_no_way_longer_than_asked_for(store: Store) -> None:
    assert len(steps(store, "Alabuga", "Germany")) == 4
    assert len(steps(store, "Alabuga", "Germany", 4)) == 4
    assert steps(store, "Alabuga", "Germany", 3) == []


def test_each_step_has_its_evidence(store: Store) -> None:
    (step,) = path(store, "North Korea", "Russia")
    assert len(step.evidence) == step.claim.assertions == 3
    (cut,) = path(store, "North Korea", "Russia", limit=2)
    assert (cut.claim, cut.evidence) == (step.claim, step.evidence[:2])
    assert step.claim.speakers == ("Kyrylo Budanov", "Russia")
