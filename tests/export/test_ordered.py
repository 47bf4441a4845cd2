from __future__ import annotations

import random
from pathlib import Path

import pytest

from graph.export.ordered import in_order
from graph.store.contents import Node


@pytest.mark.parametrize("room", [1, 30_000, 10**9])
def test_all_come_in_order_however_few_can_be_held(tmp_path: Path, room: int) -> None:
    nodes = [
        Node("Actor", f"{n:03}", {"name": "ä" * n, "lat": n / 7, "origin_ids": ["a"]}) for n in range(99)
    ]
    mixed = random.Random(1).sample(nodes, len(nodes))
    assert list(in_order(mixed, lambda node: (node.key,), tmp_path, room)) == nodes
    assert list(tmp_path.iterdir()) == []


def test_nothing(tmp_path: Path) -> None:
    none: list[Node] = []
    assert list(in_order(none, lambda node: (node.key,), tmp_path)) == []
