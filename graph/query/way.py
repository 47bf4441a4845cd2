"""The best way between two entities, by a search from both ends that asks for what it comes by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush, nsmallest
from itertools import count, pairwise
from typing import TypeAlias

from graph.query.neighbours import Neighbours

_LEAST = 1  # how far it is to the nearest neighbour that there can be
_AHEAD = 200  # of who is to be asked about next

Hop: TypeAlias = "tuple[str, str, str]"
"""From an entity's id by a claim's to another entity's."""


def best_way(near: Neighbours, source: str, target: str, *, max_hops: int) -> list[Hop]:
    """The best way between two entities (ids), whatever the direction of its claims.

    A claim of one actor with another is nearer than a common item, that nearer than a
    common place, and what is only denied is twice as far. Where the best way has more than
    `max_hops` claims, the one with the fewest is taken; empty where that has more, too.
    Equal ways give the same answer every time.
    """
    if source == target:
        return []
    nodes = _over_one(near, source, target) or _nearest(near, source, target)
    if len(nodes) - 1 > max_hops:
        nodes = _fewest(near, source, target, max_hops)
    return [(one, near.link(one, other).claim, other) for one, other in pairwise(nodes)]


def _over_one(near: Neighbours, source: str, target: str) -> list[str]:
    """The nearest way, where it leads over one entity at most; empty where there may be a nearer one.

    What `_nearest` would find, without looking at all the neighbours of whoever has more of them.
    """
    claims = near.degrees((source, target))
    fewer, more = sorted((source, target), key=lambda end: claims[end])
    around = near.of(fewer)
    if not around:
        return []
    ways: list[tuple[int, str | None]] = [(around[more].far, None)] if more in around else []
    nearer = [one for one, link in around.items() if not ways or link.far + _LEAST < ways[0][0]]
    joining = near.joining(more, nearer)
    ways += [(around[one].far + joining[one].far, one) for one in nearer if one in joining]
    if not ways:
        return []
    far, middle = min(ways, key=lambda way: way[0])
    if far > min(link.far for link in around.values()) + 2 * _LEAST:
        return []
    return [source, target] if middle is None else [source, middle, target]


class _Side:
    """How far the search has come from one end."""

    def __init__(self, end: str) -> None:
        self.far = {end: 0}
        self.before: dict[str, str | None] = {end: None}
        self.settled: set[str] = set()
        self.fringe: list[tuple[int, int, str]] = []

    def next(self) -> Iterator[str]:
        """Who comes next, if nobody nearer is found."""
        for _, _, entity in nsmallest(_AHEAD, self.fringe):
            yield entity


def _nearest(near: Neighbours, source: str, target: str) -> list[str]:
    """By Dijkstra's algorithm from both ends in turn: of equal ways that which this finds first."""
    sides, number = (_Side(source), _Side(target)), count()
    for side, end in zip(sides, (source, target), strict=True):
        heappush(side.fringe, (0, next(number), end))
    best: tuple[int, str] | None = None
    turn = 1
    while sides[0].fringe and sides[1].fringe:
        # What has not been found yet leads over both fringes, and from one to the other.
        if best and best[0] <= sides[0].fringe[0][0] + sides[1].fringe[0][0] + _LEAST:
            break
        turn = 1 - turn
        here, there = sides[turn], sides[1 - turn]
        far, _, entity = heappop(here.fringe)
        if entity in here.settled:
            continue
        here.settled.add(entity)
        for other, link in near.of(entity, here.next()).items():
            reached = far + link.far
            if reached >= here.far.get(other, reached + 1):
                continue
            here.far[other], here.before[other] = reached, entity
            heappush(here.fringe, (reached, next(number), other))
            if other in there.far and (best is None or reached + there.far[other] < best[0]):
                best = reached + there.far[other], other
    return _chain(best[1], sides[0].before, sides[1].before) if best else []


def _fewest(near: Neighbours, source: str, target: str, most: int) -> list[str]:
    """The way with the fewest claims, if it has at most so many: in each step all of the smaller fringe."""
    before: tuple[dict[str, str | None], ...] = ({source: None}, {target: None})
    fringes = [[source], [target]]
    for _ in range(most):
        turn = 0 if len(fringes[0]) <= len(fringes[1]) else 1
        here, there = before[turn], before[1 - turn]
        level, fringes[turn] = fringes[turn], []
        for number, entity in enumerate(level, start=1):
            for other in near.of(entity, level[number:]):
                if other not in here:
                    here[other] = entity
                    fringes[turn].append(other)
                if other in there:
                    return _chain(other, *before)
    return []


def _chain(middle: str, before: Mapping[str, str | None], after: Mapping[str, str | None]) -> list[str]:
    nodes = [middle]
    while (one := before[nodes[-1]]) is not None:
        nodes.append(one)
    nodes.reverse()
    while (one := after[nodes[-1]]) is not None:
        nodes.append(one)
    return nodes
