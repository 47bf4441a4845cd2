"""From trained weights to the files that `graph.extract.model` reads: int8 matrices, one ONNX graph."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from graph.extract.model import files
from graph.extract.model.batch import NAMES
from graph.extract.model.embeddings import Embeddings
from training.corpus import documents
from training.examples import collate, examples
from training.network import Network

_AXES = {
    "embedded": {0: "windows", 1: "length"},
    "kinds": {0: "windows", 1: "length"},
    "mask": {0: "windows", 1: "length"},
    "pool": {0: "spans", 1: "all"},
    "anchor_window": {0: "anchors"},
    "anchor_item": {0: "anchors"},
    "anchor_features": {0: "anchors"},
    "scope": {0: "anchors", 1: "length"},
    "pair_anchor": {0: "pairs"},
    "pair_partner": {0: "pairs"},
    "pair_features": {0: "pairs"},
    "relations": {0: "anchors"},
    "modalities": {0: "anchors"},
    "roles": {0: "pairs"},
    "speakers": {0: "pairs"},
}


def main() -> None:
    """Write the model's files into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    network = Network(args.base, args.layers)
    network.load_state_dict(torch.load(args.weights, weights_only=True))
    network.eval()
    tokenizer = Tokenizer.from_file(str(args.work / files.TOKENIZER))
    embeddings = Embeddings.load(args.work / files.EMBEDDINGS)
    texts = documents(args.corpus, args.work / "read")
    made = examples((next(texts) for _ in range(3)), tokenizer)
    inputs, _ = collate([next(made), next(made)], embeddings)
    args.out.mkdir(parents=True, exist_ok=True)
    whole = args.work / "whole.onnx"
    torch.onnx.export(
        network,
        inputs.all(),
        str(whole),
        input_names=list(NAMES),
        output_names=["relations", "modalities", "roles", "speakers"],
        dynamic_axes=_AXES,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        str(whole),
        str(args.out / files.NETWORK),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm"],
    )
    for name in (files.TOKENIZER, files.EMBEDDINGS):
        shutil.copy(args.work / name, args.out / name)
    print({p.name: round(p.stat().st_size / 1e6, 1) for p in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()
