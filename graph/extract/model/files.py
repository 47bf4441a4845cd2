"""The model's files, as they lie under seeds/model, and what is told when they cannot be used."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from graph.errors import ExtractorUnavailable
from seeds.yaml_files import seeds_folder

NETWORK, EMBEDDINGS, TOKENIZER = "model.onnx", "embeddings.npy", "tokenizer.json"
ADAPTER, WEIGHING, GATE = "adapter.npz", "weighing.json", "gate.json"


class ModelUnavailable(ExtractorUnavailable):
    """The model cannot be used here: a file or a library is missing or broken."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """How scores become a confidence: a logistic regression over scaled features.

    `threshold` is the confidence from which a finding counts; `trust` the one from which
    the network's word on modality goes before the rules'.
    """

    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    threshold: float
    trust: float


def folder() -> Path:
    """Where the model's files lie."""
    return seeds_folder() / "model"


def weighing(path: Path) -> Weighing:
    """Read the weights of the scores.

    Raises:
        ModelUnavailable: the file is missing or broken.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Weighing(
            tuple(data["means"]),
            tuple(data["scales"]),
            tuple(data["weights"]),
            float(data["bias"]),
            float(data["threshold"]),
            float(data["trust"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelUnavailable(f"the model's file {path.name} cannot be read: {error}") from error
