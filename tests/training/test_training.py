"""The part of training that needs no torch: the regression."""

from __future__ import annotations

import numpy as np

from training.weigh import fit


def test_the_regression_finds_what_tells_right_from_wrong() -> None:
    rng = np.random.default_rng(3)
    x = rng.normal(size=(400, 3))
    y = (2 * x[:, 0] - x[:, 1] + rng.normal(size=400) > 0).astype(float)
    weights, _ = fit(x, y)
    assert weights[0] > 0.5
    assert weights[1] < -0.2
    assert abs(weights[2]) < 0.3
