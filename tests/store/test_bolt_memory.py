"""How large a batch may be follows what the server lets transactions hold."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from graph.errors import QueryRefused
from graph.store import open_store
from graph.store.bolt_memory import at_once
from graph.store.protocol import Row
from tests.support.neo4j_server import Server


@pytest.mark.parametrize(
    ("limits", "batch"),
    [
        (["0B", "0B", "358.40MiB"], 12_233),
        (["100.00MiB", "0B", "358.40MiB"], 3_413),
        (["0B", "0B", "64.00GiB"], 24_000),
        (["512.00KiB"], 1_000),
        (["0B"], 24_000),
        (["something new"], 24_000),
        ([], 24_000),
    ],
)
def test_the_smallest_limit_counts(limits: list[str], batch: int) -> None:
    assert at_once(lambda query, given: [{"value": limit} for limit in limits]) == batch


def test_who_may_not_look_at_settings_writes_small_batches() -> None:
    def refused(query: str, given: Mapping[str, object]) -> list[Row]:
        raise QueryRefused("not allowed")

    assert at_once(refused) == 12_000


def test_a_server_with_the_heap_of_these_tests_takes_large_ones(neo4j_server: Server, place: str) -> None:
    if neo4j_server.pid is None:
        pytest.skip("somebody else's server has limits of its own")
    with open_store(place, create=True) as store:
        assert store.at_once == store.at_first == 24_000
