from __future__ import annotations

import pytest

from graph.errors import StoreError
from graph.store.bolt import version_in


@pytest.mark.parametrize("version", ["5.26.0", "5.27-aura", "2025.01.0", "2026.10.1"])
def test_releases_that_will_do(version: str) -> None:
    assert version_in(f"Neo4j/{version}", "bolt://a") == version


@pytest.mark.parametrize("version", ["4.4.40", "5.3.0", "5.25.1"])
def test_older_ones_are_told_apart_by_number(version: str) -> None:
    with pytest.raises(StoreError, match=rf"bolt://a: Neo4j {version} is too old, 5\.26 or newer is needed"):
        version_in(f"Neo4j/{version}", "bolt://a")


def test_a_server_that_tells_no_version_is_let_in() -> None:
    assert version_in("Another/graph", "bolt://a") == "graph"
