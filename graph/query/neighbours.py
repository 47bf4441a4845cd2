"""Whom claims connect an entity with: asked of the store where a search comes by, not before."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice

from graph.query import parse
from graph.query.cypher import text
from graph.query.filters import ClaimFilter
from graph.store.protocol import Store

_MOST = 64  # entities asked for at once
_CLAIM = 22  # where the claim's id begins; see texts/claim_nearest.cypher


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """The nearest claim of all between two entities; the lesser link is the nearer.

    Of claims that lead equally far, what is reported to have happened goes before what is planned
    or suspected, and of these the best corroborated.
    """

    order: str

    @property
    def far(self) -> int:
        """From an actor to another 1, to an item 2, to a place 3; twice as far where it is only denied."""
        return int(self.order[0])

    @property
    def claim(self) -> str:
        """The claim's id."""
        return self.order[_CLAIM:]


class Neighbours:
    """The neighbours of entities, by claims that pass `filters`.

    The engine picks the nearest of the claims between two, so that of a hub with a hundred thousand
    claims only its neighbours come here. Ids of entities are all that is known of them.

    Raises:
        QueryRefused: a date of `filters` is none.
    """

    def __init__(self, store: Store, filters: ClaimFilter) -> None:
        self._store = store
        self._texts = filters.texts
        self._given = {"subject": None, "recipient": None, **filters.parameters()}
        self._known: dict[str, dict[str, Link]] = {}
        self._links: dict[tuple[str, str], Link] = {}
        self._at_once = 1

    def of(self, entity: str, later: Iterable[str] = ()) -> dict[str, Link]:
        """Its neighbours by their ids, in order; `later`: those who will be asked about next.

        Of them the more are looked up along with it, the more have been needed so far.
        """
        if entity not in self._known:
            others = (other for other in later if other not in self._known and other != entity)
            wanted = [entity, *islice(dict.fromkeys(others), self._at_once - 1)]
            self._at_once = min(2 * self._at_once, _MOST)
            found = self._find("claims_of_entities", wanted, None)
            self._known.update((one, dict(sorted(found[one].items()))) for one in wanted)
        return self._known[entity]

    def joining(self, entity: str, others: Collection[str]) -> dict[str, Link]:
        """Those of the others that are its neighbours, without looking at all its neighbours."""
        if not others:
            return {}
        number = self.degrees([entity, *others])
        ends: tuple[Collection[str], Collection[str]] = ([entity], others)
        if number[entity] > sum(number[other] for other in others):
            ends = (others, [entity])
        self._find("claims_between", *ends)
        return {other: self._links[entity, other] for other in others if (entity, other) in self._links}

    def link(self, one: str, other: str) -> Link:
        """The nearest claim between two that were found to be neighbours."""
        return self._links[one, other]

    def degrees(self, entities: Iterable[str]) -> dict[str, int]:
        """About how many claims each of them stands in, whether they pass or not."""
        number = dict.fromkeys(entities, 0)
        for row in self._store.run(text("degrees"), {"entities": list(number)}):
            number[parse.text(row, "id")] += parse.whole(row, "number")
        return number

    def _find(
        self, first_half: str, entities: Collection[str], others: Collection[str] | None
    ) -> dict[str, dict[str, Link]]:
        """What links each of these entities with all others, or with these others."""
        found: dict[str, dict[str, Link]] = {entity: {} for entity in entities}
        given = {**self._given, "entities": sorted(entities), "others": others and sorted(others)}
        query = text(first_half, *self._texts, "claim_roles", "claim_nearest")
        for row in self._store.run(query, given):
            lead, other = parse.text(row, "lead"), parse.text(row, "other")
            link = Link(parse.text(row, "nearest"))
            for one, neighbour in ((lead, other), (other, lead)):
                nearest = min(link, self._links.get((one, neighbour), link))
                self._links[one, neighbour] = nearest
                if one in found:
                    found[one][neighbour] = nearest
        return found
