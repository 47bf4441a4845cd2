"""What a store has of articles that are about to be loaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.query import parse
from graph.query.cypher import text
from graph.store.protocol import Store


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the store has: the hash of its text, and how many assertions."""

    content_hash: str
    assertions: int


def known(store: Store, articles: Iterable[str]) -> dict[str, Known]:
    """Those of these articles (ids) that the store has."""
    return {
        parse.text(row, "id"): Known(parse.text(row, "content_hash"), parse.whole(row, "assertions"))
        for row in store.run(text("known"), {"articles": sorted(set(articles))})
    }


def stated(store: Store, article: str) -> tuple[str | None, frozenset[str]]:
    """The article's text, None if there is none, and the ids of its assertions."""
    rows = store.run(text("stated"), {"article": article})
    ids = frozenset(parse.text(row, "assertion") for row in rows if row["assertion"] is not None)
    return (parse.text_or_none(rows[0], "text") if rows else None), ids
