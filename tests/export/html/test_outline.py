"""The map's ground: land where land is, borders where states meet."""

from __future__ import annotations

import json
from functools import cache
from itertools import accumulate, pairwise

import pytest

from graph.export.html.outline import outline

Point = tuple[float, float]


def points(row: list[int]) -> list[Point]:
    """(longitude, latitude) in degrees."""
    grid = outline()["grid"]
    return [
        (lon / grid, lat / grid) for lon, lat in zip(accumulate(row[::2]), accumulate(row[1::2]), strict=True)
    ]


@cache
def land() -> list[list[Point]]:
    return [points(row) for row in outline()["land"]]


def on_land(lat: float, lon: float) -> bool:
    """By the number of coasts on the way east."""
    crossed = 0
    for ring in land():
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) * (x2 - x1) / (y2 - y1):
                crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize(
    ("where", "lat", "lon"),
    [
        ("Berlin", 52.5, 13.4),
        ("Kyiv", 50.5, 30.5),
        ("Budapest", 47.5, 19.0),
        ("Maseru, within South Africa", -29.6, 28.2),
        ("Simferopol", 45.0, 34.1),
        ("Chukotka, beyond the 180th meridian", 66.0, 185.0),
        ("Alaska", 65.0, -155.0),
        ("Abyei, which the shapes give to no state", 9.7, 28.4),
        ("Taipei", 24.5, 121.2),
        ("Iceland", 65.0, -18.0),
    ],
)
def test_land(where: str, lat: float, lon: float) -> None:
    assert on_land(lat, lon), where


@pytest.mark.parametrize(
    ("where", "lat", "lon"),
    [
        ("the Atlantic", 30.0, -40.0),
        ("the Black Sea", 43.3, 34.0),
        ("the Caspian Sea", 41.0, 51.0),
        ("the Persian Gulf", 27.0, 51.5),
        ("the South Atlantic", -50.0, 0.0),
    ],
)
def test_sea(where: str, lat: float, lon: float) -> None:
    assert not on_land(lat, lon), where


def test_every_coast_comes_back_to_where_it_begins() -> None:
    assert [ring for ring in land() if ring[0] != ring[-1] or len(ring) < 4] == []


def test_borders_run_between_states_and_not_through_one() -> None:
    borders = [point for row in outline()["borders"] for point in points(row)]

    def within(west: float, south: float, east: float, north: float) -> bool:
        return any(west < lon < east and south < lat < north for lon, lat in borders)

    assert within(13.5, 50.5, 15.5, 54.0), "Germany and Poland"
    assert within(126.0, 37.5, 129.0, 39.0), "the two Koreas"
    assert not within(33.0, 45.8, 35.0, 46.6), "Crimea and the mainland"
    assert not within(176.0, 62.0, 184.0, 72.0), "the 180th meridian"


def test_it_is_small_and_the_same_again() -> None:
    assert len(json.dumps(outline(), separators=(",", ":"))) < 150_000
    assert outline.__wrapped__() == outline()
