"""With a limit an answer is the beginning of the whole one, however it is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.query import ClaimFilter, connections, show, supplies
from graph.store import Store
from tests.support.backends import Backend
from tests.support.seeded import seeded

LIMITS = (1, 2, 3, 5, 8, 13, 21, 34, 1001)


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with seeded(Backend("embedded"), tmp_path_factory.mktemp("limits")) as store:
        yield store


def test_some_supplies_are_the_first_of_all(examples: Store) -> None:
    whole = list(supplies(examples))
    ranks = [(claim.origins, claim.assertions) for claim in whole]
    assert len(whole) > 20
    assert any(ranks[limit - 1] == ranks[limit] for limit in LIMITS[:-2]), "none is cut among equals"
    assert any(ranks[limit - 1] == ranks[4 * limit - 1] for limit in (1, 2, 3, 5)), "nowhere too many equals"
    for limit in LIMITS:
        assert list(supplies(examples, limit=limit)) == whole[:limit]


@pytest.mark.parametrize(
    "asked", [{"supplier": "North Korea"}, {"recipient": "Russia"}, {"item": "missiles"}, {"since": "2025"}]
)
def test_also_where_something_is_asked_for(examples: Store, asked: dict[str, str]) -> None:
    whole = list(supplies(examples, **asked))  # type: ignore[arg-type]
    assert len(whole) > 1
    for limit in LIMITS:
        assert list(supplies(examples, **asked, limit=limit)) == whole[:limit]  # type: ignore[arg-type]


def test_some_of_an_entity_are_the_first_of_all(examples: Store) -> None:
    filters = ClaimFilter(modality=("planned", "denied"))
    for wanted in (ClaimFilter(), filters):
        whole = list(show(examples, "Ukraine", filters=wanted))
        assert len(whole) > 2
        for limit in LIMITS:
            assert list(show(examples, "Ukraine", filters=wanted, limit=limit)) == whole[:limit]
    every, some = connections(examples, "Russia"), connections(examples, "Russia", 2)
    for whole_group, group in zip(every, some, strict=True):
        assert group == replace(whole_group, claims=whole_group.claims[:2])
