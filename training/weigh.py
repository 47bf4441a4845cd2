"""Fit how the scores of network and rules make a confidence, on texts that neither was trained on."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.agree import core
from evaluation.score import score
from graph.extract.model import files
from graph.extract.model.extractor import proposed
from graph.extract.model.files import Weighing
from graph.extract.model.network import Network
from graph.extract.model.proposals import Proposal
from graph.extract.model.weighing import confidence, features, kept
from seeds.corpus_files import split
from training.corpus import Document, documents
from training.rows import bare

_RIDGE = 10.0
_THRESHOLD = 0.5  # what counts is more likely right than wrong; near the best F0.5 on the validation part

Floats = NDArray[np.float64]
Made = list[tuple[Document, list[Proposal]]]


def fit(x: Floats, y: Floats) -> tuple[Floats, float]:
    """Weights and bias of a ridge logistic regression, by Newton's method."""
    rows = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.diag([_RIDGE] * x.shape[1] + [0.0])
    w = np.zeros(rows.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-rows @ w))
        slope = rows.T @ (p - y) + penalty @ w
        curve = (rows * (p * (1 - p))[:, None]).T @ rows + penalty + 1e-9 * np.eye(len(w))
        step = np.linalg.solve(curve, slope)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return w[:-1], float(w[-1])


def _weighed(made: Made) -> Weighing:
    x, y = [], []
    for document, found in made:
        needed = [g for g in document.golds if not g.get("optional")]
        for one, numbers in zip(found, features(found, document.reads), strict=True):
            right = any(core(g, bare(one)) for g in needed)
            if right or not any(core(g, bare(one)) for g in document.golds):
                x.append(numbers)
                y.append(float(right))
    table = np.array(x)
    means, scales = table.mean(0), table.std(0) + 1e-6
    weights, bias = fit((table - means) / scales, np.array(y))
    return Weighing(
        tuple(means.tolist()), tuple(scales.tolist()), tuple(weights.tolist()), bias, _THRESHOLD, 0.0
    )


def sweep(made: Made, weighing: Weighing) -> list[tuple[float, float, float, float, float]]:
    """For each threshold: itself, precision, recall, F1, F1 of links."""
    sure = [[confidence(x, weighing) for x in features(found, d.reads)] for d, found in made]
    out = []
    for threshold in np.arange(0.1, 0.81, 0.05):
        at = replace(weighing, threshold=float(threshold))
        told = score(
            (
                d.article.language or "",
                d.golds,
                [bare(o) for o, p in zip(found, ps, strict=True) if kept(o, p, at)],
            )
            for (d, found), ps in zip(made, sure, strict=True)
        )
        every = told.every
        out.append((float(threshold), every.precision, every.recall, every.f1, told.links.f1))
    return out


def main() -> None:
    """Fit on the validation part, print what each threshold would give there, write weighing.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    network = Network(args.model)
    texts = [d for d in documents(args.corpus, args.work / "read") if split(d.name) == "validation"]
    made = [(d, list(proposed(d.article, d.reads, network))) for d in texts]
    halves = [made[0::2], made[1::2]]
    total: dict[float, list[float]] = {}
    for own, other in (halves, halves[::-1]):  # each half weighed by what the other teaches
        for threshold, *figures in sweep(other, _weighed(own)):
            kept = total.setdefault(threshold, [0.0] * 4)
            total[threshold] = [a + b / 2 for a, b in zip(kept, figures, strict=True)]
    for threshold, (p, r, f, links) in total.items():
        print(f"{threshold:.2f} P {p:.3f} R {r:.3f} F1 {f:.3f} links {links:.3f}")
    weighing = _weighed(made)
    data = {
        "means": weighing.means, "scales": weighing.scales, "weights": weighing.weights,
        "bias": weighing.bias,
        "threshold": _THRESHOLD, "trust": 0.8,
    }  # fmt: skip
    (args.model / files.WEIGHING).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
