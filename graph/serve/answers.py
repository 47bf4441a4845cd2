"""What the page asks the store, as JSON values that the viewer reads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from graph.export.html.build import render
from graph.export.html.data import Content, clip, more
from graph.export.html.outline import outline
from graph.export.html.places import positions_of
from graph.model import MODALITIES, RELATIONS, Entity
from graph.query import (
    ClaimFilter,
    Part,
    all_entities,
    around,
    between,
    categories,
    claim_counts,
    claims_named,
    evidence_sample,
    info,
    path,
    reliability,
    search,
    strongest,
)
from graph.query.filters import UNRATED
from graph.query.rows import ClaimRow
from graph.serve.asked import MOST, Asked, Misasked
from graph.store import Store

FIRST = 60  # claims that the page has from the beginning
SAMPLE = 20  # assertions of a claim that come with it; the others when it is opened
WHOLE = 2000  # assertions of an opened claim
_FOUND = 12
_GENERATIONS = 8  # of items that are kinds of kinds

Answer = dict[str, Any]


class Answers:
    """Answers from one store, of which nothing is kept: what is asked is looked up.

    Used by one thread at a time, as a store is.
    """

    def __init__(self, store: Store, *, title: str, lang: str | None = None) -> None:
        self._store = store
        self._title = title
        self._lang = lang

    def page(self) -> str:
        """The page, with the strongest claims of the store."""
        totals = {row.name: row.value for row in info(self._store)}  # without what there is none of
        letters = sorted(set(reliability(self._store).values()))
        served = {
            "first": FIRST,
            "claims": totals.get("claims", 0),
            "articles": totals.get("articles", 0),
            "entities": sum(int(totals.get(name, 0)) for name in ("actors", "items", "places")),
            "choices": {
                "relations": list(RELATIONS),
                "categories": [*categories(self._store), UNRATED],
                "modalities": list(MODALITIES),
                "grades": [*letters, UNRATED],
            },
        }
        content = self._content(strongest(self._store, ClaimFilter(), FIRST).claims)
        return render(content, title=self._title, lang=self._lang, served=served)

    def strongest(self, asked: Asked) -> Answer:
        """The best attested claims that pass, and how many do."""
        return self._part(strongest(self._store, asked.filters, _bounded(asked)), placed=asked.placed)

    def around(self, asked: Asked) -> Answer:
        """The best attested claims of an entity; of an item also those of its kinds."""
        [key] = _ids(asked, 1)
        with_kinds = any(entity.label == "Item" for entity in all_entities(self._store, [key]))
        part = around(self._store, key, asked.filters, _bounded(asked), with_kinds=with_kinds)
        return self._part(part, beside=[key])

    def between(self, asked: Asked) -> Answer:
        """The claims in which two entities stand."""
        one, other = _ids(asked, 2)
        part = between(self._store, one, other, asked.filters, _bounded(asked))
        return self._part(part, beside=[one, other])

    def path(self, asked: Asked) -> Answer:
        """The claims of the best chain between two entities; none where there is no chain."""
        ends = _ids(asked, 2)
        known = {entity.id: entity.ref for entity in all_entities(self._store, ends)}
        claims: dict[str, ClaimRow] = {}
        if len(known) == 2:
            one, other = (known[key] for key in ends)
            steps = path(self._store, one, other, filters=asked.filters)
            claims = {step.claim.claim: step.claim for step in steps}
        return self._part(Part(tuple(claims.values()), len(claims)), beside=ends)

    def claim(self, asked: Asked) -> Answer:
        """One claim with its evidence."""
        claims = claims_named(self._store, _ids(asked, 1))
        return self._part(Part(tuple(claims), len(claims)), sample=WHOLE)

    def entities(self, asked: Asked) -> Answer:
        """Entities alone, without claims."""
        return self._part(Part((), 0), beside=asked.ids)

    def outline(self, asked: Asked) -> Answer:
        """What the map draws below; it takes a second or two, once."""
        return self._part(Part((), 0)) | {"outline": outline()}

    def search(self, asked: Asked) -> Answer:
        """Entities of which a name holds the words."""
        found = search(self._store, asked.words, _FOUND)
        return {
            "found": [
                {
                    "entity": {"id": one.entity.id, "name": clip(one.entity.name), "kind": one.entity.kind},
                    "by": clip(one.by),
                }
                for one in found
            ]
        }

    def _part(
        self, part: Part, *, beside: Iterable[str] = (), placed: bool = False, sample: int = SAMPLE
    ) -> Answer:
        places = positions_of(part.claims) if placed else None
        content = self._content(part.claims, beside, places, sample)
        return more(content) | {"number": part.number}

    def _content(
        self,
        claims: Sequence[ClaimRow],
        beside: Iterable[str] = (),
        placed: dict[str, tuple[int, int]] | None = None,
        sample: int = SAMPLE,
    ) -> Content:
        named = {entity.id for claim in claims for _, entity in claim.roles} | set(beside)
        return Content(
            claims=claims,
            evidence=evidence_sample(self._store, claims, sample),
            entities=self._with_parents(named),
            reliability=reliability(self._store),
            placed=placed,
            counts=claim_counts(self._store, named),
        )

    def _with_parents(self, ids: Collection[str]) -> list[Entity]:
        """The entities, and what items are a kind of, up to the most general."""
        found: dict[str, Entity] = {}
        wanted = set(ids)
        for _ in range(_GENERATIONS):
            if not wanted:
                break
            new = list(all_entities(self._store, wanted))
            found |= {entity.id: entity for entity in new}
            wanted = {parent for entity in new for parent in entity.kind_of} - found.keys()
        return list(found.values())


QUESTIONS: dict[str, Callable[[Answers, Asked], Answer]] = {
    "strongest": Answers.strongest,
    "around": Answers.around,
    "between": Answers.between,
    "path": Answers.path,
    "claim": Answers.claim,
    "entities": Answers.entities,
    "outline": Answers.outline,
    "search": Answers.search,
}
"""What can be asked under /api/, by its name in the address."""


def _bounded(asked: Asked) -> int:
    return min(asked.top, MOST)


def _ids(asked: Asked, number: int) -> tuple[str, ...]:
    """
    Raises:
        Misasked: there are more or fewer.
    """
    if len(asked.ids) != number:
        raise Misasked(f"this question needs {number} ids")
    return asked.ids
