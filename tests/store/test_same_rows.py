"""The store's own query texts: what reads gives the same rows on each engine, what writes the same graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from graph.model import Label
from graph.store import Store, open_store, queries
from graph.store.dialect.tokens import parameters, tokens
from graph.store.queries import text
from tests.store.loading import writes
from tests.store.samples import CATALOGUE, article, batch, column, dump, says
from tests.support.rows import answer

_FOLDER = Path(queries.__file__).parent
_WRITES = {"CREATE", "MERGE", "SET", "DELETE", "REMOVE"}
READING = sorted(
    file.stem
    for file in _FOLDER.glob("*.cypher")
    if not _WRITES & {token.word for token in tokens(file.read_text(encoding="utf-8"))}
)


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Store]:
    """The embedded engine, beside the engine of the turn."""
    with open_store(str(tmp_path / "beside"), create=True) as opened:
        yield opened


def fill(store: Store) -> None:
    """Write articles, some of them twice and changed; take an alias, a parent and an assertion back."""
    for group, _ in zip(writes(), range(6), strict=False):
        store.write(batch(*group))
    changed = tuple(entity for entity in CATALOGUE if entity.id != "m1989-koksan")
    store.write(batch(article("article-3", says(), says(modality="denied")), entities=changed))
    store.write(batch(article("article-4", publisher=None), entities=changed))


def test_the_same_graph_is_written(store: Store, embedded: Store) -> None:
    fill(store)
    fill(embedded)
    assert dump(store) == dump(embedded)
    assert len(dump(store)) > 100


def test_the_reading_texts_give_the_same_rows(store: Store, embedded: Store) -> None:
    for one in (store, embedded):
        fill(one)
        one.run_write(text("copy_write"), {"mark": "copy", "source": "elsewhere"})
    ids = "MATCH (n:Assertion|Actor|Item|Place) RETURN DISTINCT n.id AS id ORDER BY id"
    known: dict[str, object] = {
        "key": "armsgraph",
        "mark": "copy",
        "articles": column(embedded, "MATCH (a:Article) RETURN a.id AS id ORDER BY id"),
        "claims": column(embedded, "MATCH (c:Claim) RETURN c.id AS id ORDER BY id"),
        "ids": column(embedded, ids),
    }
    assert READING
    for name in READING:
        given = {parameter: known[parameter] for parameter in parameters(text(name))}
        texts = {text(name, label) for label in get_args(Label)}
        found = {query: answer(embedded, query, given) for query in texts}
        assert any(found.values()), name
        assert {query: answer(store, query, given) for query in texts} == found, name


def test_what_reads_and_what_writes_is_told_apart() -> None:
    assert {"meta_read", "stated_before"} <= set(READING)
    assert not [name for name in READING if re.search(r"_remove|_write", name)]
