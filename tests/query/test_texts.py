"""Every query text gives the same rows on each engine, with the parameters that the questions give it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from graph.errors import UnknownEntity
from graph.query import (
    ClaimFilter,
    all_assertions,
    all_claims,
    all_entities,
    around,
    between,
    categories,
    claims_named,
    connections,
    count_supplies,
    cypher,
    entity,
    evidence,
    evidence_sample,
    find_entity,
    info,
    path,
    reliability,
    search,
    show,
    strongest,
    supplies,
)
from graph.query.known import find_articles, known, known_files, outdated, stated
from graph.store import Row, Store
from tests.query.conftest import ARTICLES
from tests.support.rows import answer

_TEXTS = Path(cypher.__file__).parent / "texts"
_ARTICLE = ARTICLES[0].article


def _misspelt(store: Store) -> Iterable[object]:
    with pytest.raises(UnknownEntity, match="Russia"):
        find_entity(store, "Rusia")
    return ()


_SOME = ClaimFilter(("supplies",), ("reported", "planned"), grades=("-", "A", "B", "C"), categories=("-",))

QUESTIONS: dict[str, Callable[[Store], Iterable[object]]] = {
    "claims": all_claims,
    "claims around": lambda store: all_claims(store, around="Wagner", hops=2),
    "entities": all_entities,
    "some entities": lambda store: all_entities(store, ["iran", "shahed-136"]),
    "assertions": all_assertions,
    "show": lambda store: show(store, "Russland"),
    "show some": lambda store: show(store, "shahed-136", limit=2),
    "entity": lambda store: [entity(store, "DVRK")],
    "find": lambda store: [find_entity(store, "geran 2")],
    "misspelt": _misspelt,
    "evidence": lambda store: evidence(store, next(iter(all_claims(store))).claim[:12]),
    "evidence some": lambda store: evidence(store, next(iter(supplies(store))).claim, limit=2),
    "path": lambda store: path(store, "Iran", "Kyrylo Budanov"),
    "path of two": lambda store: path(store, "Iran", "North Korea"),
    "info": info,
    "reliability": reliability,
    "known": lambda store: known(store, [_ARTICLE.id, "none"]),
    "known files": lambda store: known_files(store, {str(_ARTICLE.path): str(_ARTICLE.file_hash)}),
    "articles": lambda store: find_articles(store, str(_ARTICLE.url)),
    "outdated": lambda store: outdated(store, "rules/4", ["en"]),
    "stated": lambda store: [stated(store, _ARTICLE.id)],
    "connections": lambda store: connections(store, "Russia", 2),
    "number of supplies": lambda store: [count_supplies(store, recipient="Russia")],
    "supplies": supplies,
    "supplies of": lambda store: supplies(store, supplier="Iran", recipient="Russia"),
    "supplies to": lambda store: supplies(store, recipient="Wagner"),
    "supplies of an item": lambda store: supplies(store, item="drones"),
    "supplies in a time": lambda store: supplies(store, since="2024", until="2024-11", min_origins=1),
    "planned supplies": lambda store: supplies(store, modality="planned", limit=3),
    "strongest": lambda store: strongest(store, ClaimFilter(), 3).claims,
    "strongest of some": lambda store: strongest(store, _SOME, 3).claims,
    "around": lambda store: around(store, "russia", ClaimFilter(since="2024"), 2).claims,
    "around an item": lambda store: around(store, "drones", ClaimFilter(), 2, with_kinds=True).claims,
    "between": lambda store: between(store, "russia", "iran", ClaimFilter(), 9).claims,
    "named": lambda store: claims_named(store, [claim.claim for claim in supplies(store)]),
    "sample": lambda store: evidence_sample(store, all_claims(store), 1),
    "categories": categories,
    "search": lambda store: search(store, "ru", 9),
    "two origins": lambda store: supplies(store, min_origins=2, limit=1),
}


class Recording:
    """A store that remembers what it was asked; of the rest of a store the questions need nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[tuple[str, dict[str, object]]] = []
        self.location = store.location
        self.engine = store.engine
        self.engine_version = store.engine_version

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        self.asked.append((query, dict(parameters or {})))
        return self._store.run(query, parameters)

    def stream(self, query: str, parameters: Mapping[str, object] | None = None) -> Iterator[Row]:
        self.asked.append((query, dict(parameters or {})))
        return self._store.stream(query, parameters)


def _asked(
    question: Callable[[Store], Iterable[object]], store: Store
) -> list[tuple[str, dict[str, object]]]:
    recording = Recording(store)
    list(question(recording))  # type: ignore[arg-type]
    return recording.asked


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_rows_are_the_same(name: str, store: Store, embedded: Store) -> None:
    asked = _asked(QUESTIONS[name], embedded)
    assert asked
    for query, given in asked:
        assert answer(store, query, given) == answer(embedded, query, given), query


def test_every_text_is_asked_and_finds_something(embedded: Store) -> None:
    finding = "\n".join(
        query
        for question in QUESTIONS.values()
        for query, given in _asked(question, embedded)
        if embedded.run(query, given)
    )
    texts = {file.stem: file.read_text(encoding="utf-8").strip() for file in _TEXTS.glob("*.cypher")}
    assert texts
    assert [name for name, text in texts.items() if text not in finding] == []
