"""Contract, on each engine: making, opening and closing."""

from __future__ import annotations

import pytest

from graph.errors import QueryRefused, SchemaMismatch, StoreError
from graph.store import Store, open_store
from tests.store.samples import (
    article,
    batch,
    dump,
    says,
)


def test_it_says_what_it_is(store: Store, place: str) -> None:
    assert store.engine in ("arcadedb", "neo4j")
    assert store.engine_version[0].isdigit()
    assert store.location == place


def test_it_is_there_when_opened_again(store: Store, place: str) -> None:
    store.write(batch(article("a1", says())))
    before = dump(store)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.run("RETURN 1 AS one")
    with open_store(place, read_only=True) as reader:
        assert dump(reader) == before
        for write in (lambda: reader.write(batch()), lambda: reader.run_write("CREATE (:X)")):
            with pytest.raises(QueryRefused, match="reading only"):
                write()
    with open_store(place, create=True) as again:
        assert dump(again) == before


def test_there_is_no_store_until_one_is_made(place: str) -> None:
    with pytest.raises(StoreError, match="armsgraph load"):
        open_store(place)


@pytest.mark.parametrize(("found", "word"), [(1, "older"), (3, "newer")])
def test_another_schema_is_refused(store: Store, place: str, found: int, word: str) -> None:
    store.run_write("MATCH (m:Meta {key: 'armsgraph'}) SET m.schema = $found", {"found": found})
    store.close()
    for options in ({"create": True}, {"read_only": True}, {}):
        with pytest.raises(SchemaMismatch, match=word):
            open_store(place, **options)
