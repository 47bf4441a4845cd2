"""Trained weights as the adapter beside the model they went on from: `python -m training.adapt --help`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from graph.extract.model import adapter, files
from training import shipped


def main() -> None:
    """Write the adapter that turns the folder's network into the one with these weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True, help="folder of the model")
    args = parser.parse_args()
    base = (args.model / files.NETWORK).read_bytes()
    path = args.model / files.ADAPTER
    adapter.write(base, shipped.written(base, torch.load(args.weights, weights_only=True)), path)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
