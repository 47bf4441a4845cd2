from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.store import open_store
from graph.store.location import BOLT_SCHEMES, bolt_address, default_location, folder


def test_the_default_is_what_the_environment_says() -> None:
    both = {"ARMSGRAPH_STORE": "my.store", "NEO4J_URI": "bolt://h"}
    assert default_location(both) == "my.store"
    assert default_location({**both, "ARMSGRAPH_STORE": ""}) == "bolt://h"
    place = Path(default_location({}))
    assert place.is_absolute()
    assert place.parts[-2:] == ("armsgraph", "store")


@pytest.mark.parametrize("scheme", BOLT_SCHEMES)
def test_addresses(scheme: str) -> None:
    assert bolt_address(f"{scheme}://db.example:7687") == f"{scheme}://db.example:7687"


@pytest.mark.parametrize(
    "location", ["my.store", "embedded:my.store", "/a/b c", "C:\\store", "embedded:bolt://x", "~/s"]
)
def test_folders(location: str) -> None:
    assert bolt_address(location) is None
    assert folder(location).is_absolute()
    assert "~" not in str(folder(location))


@pytest.mark.parametrize(
    "location",
    [
        "bolt://neo4j:secret@localhost:7687",
        "neo4j+s://user@host",
        "http://user:secret@localhost:7474",
        "bolts://user:secret@localhost",
        "bolt://",
        "bolt://host:notaport",
        "bolt://secret@[::1",
        "embedded:",
    ],
)
def test_a_wrong_location_is_one_line_without_its_secrets(location: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(location)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_store_is_not_made_read_only() -> None:
    with pytest.raises(ValueError, match="read-only"):
        open_store("x", create=True, read_only=True)
