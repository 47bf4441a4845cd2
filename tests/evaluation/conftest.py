"""A folder of two annotated texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ASSERTION: dict[str, Any] = {
    "relation": "supplies", "subject": "North Korea", "object": "howitzers", "recipient": "Russia",
    "place": None, "quantity": 120, "quantity_qualifier": "exact", "unit": "pieces", "when": None,
    "modality": "reported", "attributed_to": None, "evidence": "", "optional": False,
}  # fmt: skip
ENGLISH: dict[str, Any] = {**ASSERTION, "subject": "Iran", "object": "drones", "quantity": 40}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "my texts"
    for name in ("articles", "gold"):
        (place / name).mkdir(parents=True)
    texts = {
        "a": ("Nordkorea hat 120 Haubitzen an Russland geliefert.\n", [ASSERTION]),
        "b": ("Iran delivered 30 drones to Russia.\n", [ENGLISH, {**ENGLISH, "subject": "Belarus"}]),
    }
    for name, (text, golds) in texts.items():
        (place / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
        annotate(place, name, golds)
    return place


def annotate(folder: Path, name: str, assertions: object, **more: object) -> None:
    """Write a file of annotations."""
    data = {"article": f"{name}.txt", "assertions": assertions, **more}
    (folder / "gold" / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
