"""Windows and their candidates as the arrays that the network takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.extract.model.candidates import ANCHOR_COLUMNS, PAIR_COLUMNS, Anchor
from graph.extract.model.embeddings import Embeddings
from graph.extract.model.windows import Spot, Window

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

NAMES = (
    "embedded", "kinds", "mask", "pool", "anchor_item", "anchor_features", "scope",
    "pair_anchor", "pair_partner", "pair_features",
)  # fmt: skip

_STEP = 8  # lengths are rounded up to it


@dataclass(frozen=True, slots=True)
class Batch:
    """The network's inputs by name."""

    arrays: dict[str, Floats | Integers]


def batch(windows: Sequence[Window], anchors: Sequence[Sequence[Anchor]], embeddings: Embeddings) -> Batch:
    """One batch of windows, each with its anchors (at least one pair in all).

    Spans are numbered from 1; 0 is the item that is not named.
    """
    longest = max(len(w.pieces) for w in windows)
    count, length = len(windows), -(-longest // _STEP) * _STEP
    embedded = np.zeros((count, length, embeddings.width), np.float32)
    kinds, mask = np.zeros((count, length), np.int64), np.zeros((count, length), np.float32)
    spans: list[tuple[int, int]] = [(0, 1)]
    anchor_items: list[int] = []
    anchor_features, scopes, pair_rows = [], [], []
    pair_features: list[tuple[int, ...]] = []
    for number, (window, own) in enumerate(zip(windows, anchors, strict=True)):
        size = len(window.pieces)
        embedded[number, :size] = embeddings.rows(window.pieces)
        kinds[number, :size] = window.kinds
        mask[number, :size] = 1
        rows: dict[tuple[int, int], int] = {}
        for anchor in own:
            item = _row(anchor.item, rows, spans, number * length) if anchor.item else 0
            for partner in anchor.partners:
                pair_rows.append((len(anchor_items), _row(partner, rows, spans, number * length)))
            pair_features += anchor.partner_features
            anchor_items.append(item)
            anchor_features.append(anchor.features)
            low, high = window.spans[anchor.sentence]
            scopes.append((number * length + low, number * length + high))
    pool = np.zeros((len(spans), count * length), np.float32)
    for row, (first, last) in enumerate(spans):
        pool[row, first:last] = 1 / (last - first)
    scope = np.zeros((len(scopes), count * length), np.float32)
    for row, (first, last) in enumerate(scopes):
        scope[row, first:last] = 1
    partner_pairs = np.array(pair_rows, np.int64).reshape(-1, 2)
    return Batch(
        {
            "embedded": embedded,
            "kinds": kinds,
            "mask": mask,
            "pool": pool,
            "anchor_item": np.array(anchor_items, np.int64),
            "anchor_features": np.array(anchor_features, np.int64).reshape(-1, ANCHOR_COLUMNS),
            "scope": scope,
            "pair_anchor": partner_pairs[:, 0],
            "pair_partner": partner_pairs[:, 1],
            "pair_features": np.array(pair_features, np.int64).reshape(-1, PAIR_COLUMNS),
        }
    )


def _row(spot: Spot, rows: dict[tuple[int, int], int], spans: list[tuple[int, int]], base: int) -> int:
    """The number of a spot's span; `rows` are those of its window that have one."""
    own = spot.first, spot.last
    number = rows.get(own)
    if number is None:
        number = rows[own] = len(spans)
        spans.append((base + spot.first, base + spot.last))
    return number
