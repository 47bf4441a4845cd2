"""Positions of nodes, computed before export so that nothing jumps in the browser.

Each connected part is laid out by networkx with a fixed seed, the parts are packed
on shelves, and labels that would overlap are pushed apart. The same nodes and edges
give the same positions, whatever order they come in.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx  # type: ignore[import-untyped]

Point = tuple[float, float]

_SEED = 20
_LABELLED_UP_TO = 120  # nodes
_SPRINGS_BELOW = 500  # nodes; from there on networkx's springs need SciPy
_LINK = 200.0  # pixels that a line between two nodes has, on average, so that its label fits
_ROOM = 200.0 * 110.0  # square pixels that a node has, on average
_GAP = 130.0  # pixels between two parts
_SHELF = 1.7  # screens are wider than high
_NARROW_SHELF = 0.8  # a telephone's is not
_SHELVES = 24  # widths that are tried
_LINE_HEIGHT = 84.0  # a node with its label
_CHARACTER = 10.5  # pixels of a label's character at rest


def positions(
    labels: Mapping[str, str], links: Iterable[tuple[str, str]], *, upright: bool = False
) -> dict[str, tuple[int, int]]:
    """Pixel positions of the nodes in `labels` (id -> label), around (0, 0); for a high screen if `upright`.

    >>> positions({"a": "A", "b": "B"}, [("a", "b")])
    {'a': (-100, 0), 'b': (100, 0)}
    """
    whole = nx.Graph()
    whole.add_nodes_from(sorted(labels))
    whole.add_edges_from(sorted({(min(pair), max(pair)) for pair in links if pair[0] != pair[1]}))
    parts = sorted((sorted(part) for part in nx.connected_components(whole)), key=lambda p: (-len(p), p))
    points = _pack([_part(whole, part, upright) for part in parts], _NARROW_SHELF if upright else _SHELF)
    _separate(points, labels)
    return _centred(points)


def _part(whole: nx.Graph, members: list[str], upright: bool) -> dict[str, Point]:
    """One connected part, its top left corner at (0, 0)."""
    if len(members) == 1:
        return {members[0]: (0.0, 0.0)}
    # rebuilt in sorted order: a subgraph's own order follows a set and so changes from run to run
    part = nx.Graph()
    part.add_nodes_from(members)
    part.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in whole.subgraph(members).edges()))
    if len(members) < _SPRINGS_BELOW:
        # a distance between nodes half as large again as networkx's own keeps leaves off one another
        reach = 1.5 / math.sqrt(len(members))
        rounds = min(300, 40_000 // len(members))
        raw = nx.spring_layout(part, k=reach, seed=_SEED, iterations=rounds)
    else:
        raw = nx.forceatlas2_layout(part, seed=_SEED, max_iter=60)
    points = _lying({node: (float(x), float(y)) for node, (x, y) in raw.items()})
    if upright:
        points = {node: (y, x) for node, (x, y) in points.items()}
    lengths = [math.dist(points[a], points[b]) for a, b in part.edges()]
    xs, ys = [x for x, _ in points.values()], [y for _, y in points.values()]
    left, top, area = min(xs), min(ys), (max(xs) - min(xs)) * (max(ys) - min(ys))
    scale = _LINK * len(lengths) / max(sum(lengths), 1e-9)
    if len(members) > 6:  # dense parts have short lines, but their signs need room as well
        scale = max(scale, min(3 * scale, math.sqrt(_ROOM * len(members) / max(area, 1e-9))))
    return {node: ((x - left) * scale, (y - top) * scale) for node, (x, y) in points.items()}


def _lying(points: dict[str, Point]) -> dict[str, Point]:
    """The points turned so that they spread sideways rather than up and down."""
    n = len(points)
    mean_x = sum(x for x, _ in points.values()) / n
    mean_y = sum(y for _, y in points.values()) / n
    moved = {node: (x - mean_x, y - mean_y) for node, (x, y) in points.items()}
    spread = sum(x * x - y * y for x, y in moved.values())
    angle = -0.5 * math.atan2(2 * sum(x * y for x, y in moved.values()), spread)
    cos, sin = math.cos(angle), math.sin(angle)
    return {node: (x * cos - y * sin, x * sin + y * cos) for node, (x, y) in moved.items()}


def _pack(parts: list[dict[str, Point]], form: float) -> dict[str, Point]:
    """The parts beside and below one another, the largest first, as large as a screen shows them.

    The screen is `form` times as wide as high; of some widths of the shelves the best is taken.
    """
    sizes = [(max(x for x, _ in p.values()) + _GAP, max(y for _, y in p.values()) + _GAP) for p in parts]
    least, most = max((width for width, _ in sizes), default=0.0), sum(width for width, _ in sizes)
    widths = [least * (most / least) ** (i / (_SHELVES - 1)) for i in range(_SHELVES)] if parts else []
    tried = [_shelved(sizes, width) for width in widths]
    corners = min(tried, key=lambda corners: _extent(corners, sizes, form), default=[])
    return {
        node: (left + x, top + y)
        for part, (left, top) in zip(parts, corners, strict=True)
        for node, (x, y) in part.items()
    }


def _shelved(sizes: list[Point], shelf: float) -> list[Point]:
    """The top left corner of each part, where a shelf is as wide as `shelf`."""
    corners: list[Point] = []
    left = top = height = 0.0
    for width, tall in sizes:
        if left and left + width > shelf + 1e-6:
            left, top, height = 0.0, top + height, 0.0
        corners.append((left, top))
        left, height = left + width, max(height, tall)
    return corners


def _extent(corners: list[Point], sizes: list[Point], form: float) -> float:
    """The height of the smallest screen of this form that holds the parts."""
    width = max(left + width for (left, _), (width, _) in zip(corners, sizes, strict=True))
    height = max(top + tall for (_, top), (_, tall) in zip(corners, sizes, strict=True))
    # whole pixels, so that the last bits of a float do not choose
    return round(max(width / form, height))


def _separate(points: dict[str, Point], labels: Mapping[str, str], rounds: int = 60) -> None:
    """Pushes apart, in place, nodes whose labels would overlap."""
    # with more nodes than this the viewer leaves labels out, and only the signs need room
    room = 28 if len(points) <= _LABELLED_UP_TO else 5
    widths = {node: max(60.0, _CHARACTER * min(len(labels[node]), room) + 16) for node in points}
    cell = max(widths.values(), default=60.0)
    order = sorted(points)
    for _ in range(rounds):
        moved = False
        grid: dict[tuple[int, int], list[str]] = defaultdict(list)
        for node in order:
            x, y = points[node]
            grid[int(x // cell), int(y // _LINE_HEIGHT)].append(node)
        for node in order:
            x, y = points[node]
            column, row = int(x // cell), int(y // _LINE_HEIGHT)
            for near in [(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]:
                for other in grid.get(near, ()):
                    if other > node:
                        moved |= _push(points, node, other, (widths[node] + widths[other]) / 2)
        if not moved:
            return


def _push(points: dict[str, Point], a: str, b: str, width: float) -> bool:
    """Moves `a` and `b` apart along the axis that needs less; False where they do not overlap."""
    (ax, ay), (bx, by) = points[a], points[b]
    over_x, over_y = width - abs(ax - bx), _LINE_HEIGHT - abs(ay - by)
    if over_x <= 1 or over_y <= 1:
        return False
    # by shares of what each axis needs: else all goes up and down, where labels need less
    if over_x / width < over_y / _LINE_HEIGHT:
        step = over_x / 2 if ax >= bx else -over_x / 2
        points[a], points[b] = (ax + step, ay), (bx - step, by)
    else:
        step = over_y / 2 if ay >= by else -over_y / 2
        points[a], points[b] = (ax, ay + step), (bx, by - step)
    return True


def _centred(points: dict[str, Point]) -> dict[str, tuple[int, int]]:
    if not points:
        return {}
    xs, ys = [x for x, _ in points.values()], [y for _, y in points.values()]
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    # whole pixels: the last bits of a float differ between processors
    return {node: (round(x - middle_x), round(y - middle_y)) for node, (x, y) in sorted(points.items())}
