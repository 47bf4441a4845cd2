"""What a store holds."""

from __future__ import annotations

from collections.abc import Iterator

from graph.query import parse
from graph.query.cypher import text
from graph.query.rows import InfoRow
from graph.store import schema
from graph.store.protocol import Store


def info(store: Store) -> Iterator[InfoRow]:
    """Engine, location, schema, and how much of what there is."""
    yield InfoRow("engine", f"{store.engine} {store.engine_version}")
    yield InfoRow("location", store.location)
    yield InfoRow("schema", schema.VERSION)  # a store with another one does not open
    for row in store.run(text("counts")):
        yield InfoRow(parse.text(row, "name"), parse.whole(row, "number"))
    for row in store.run(text("relations")):
        yield InfoRow(f"claims: {parse.text(row, 'relation')}", parse.whole(row, "number"))
    for row in store.run(text("extractors")):
        yield InfoRow(f"articles read by {parse.text(row, 'extractor')}", parse.whole(row, "number"))
    languages = store.run(text("languages"))
    for row in languages:
        yield InfoRow(f"articles: {parse.text(row, 'language')}", parse.whole(row, "number"))
    for name, choose in (("first_published", min), ("last_published", max)):
        dates = [date for row in languages if (date := parse.text_or_none(row, name))]
        if dates:
            yield InfoRow(name.replace("_", " "), choose(dates))
