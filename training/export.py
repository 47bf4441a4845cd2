"""From trained weights to the files that `graph.extract.model` reads: int8 matrices, one ONNX graph."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from graph.extract.model import files
from graph.extract.model.batch import NAMES
from graph.extract.model.embeddings import Embeddings
from training.corpus import documents
from training.examples import collate, examples
from training.network import Network

_LARGE = 10_000  # numbers

_AXES = {
    "embedded": {0: "windows", 1: "length"},
    "kinds": {0: "windows", 1: "length"},
    "mask": {0: "windows", 1: "length"},
    "pool": {0: "spans", 1: "all"},
    "anchor_item": {0: "anchors"},
    "anchor_features": {0: "anchors"},
    "scope": {0: "anchors", 1: "all"},
    "pair_anchor": {0: "pairs"},
    "pair_partner": {0: "pairs"},
    "pair_features": {0: "pairs"},
    "relations": {0: "anchors"},
    "modalities": {0: "anchors"},
    "roles": {0: "pairs"},
    "speakers": {0: "pairs"},
}


def _packed(whole: Path, packed: Path) -> None:
    """The encoder's matrices, and what is multiplied with them, as 8-bit integers."""
    model = onnx.load(str(whole))
    matrices = {tensor.name for tensor in model.graph.initializer}
    encoder = [
        node.name
        for node in model.graph.node
        if node.op_type == "MatMul" and node.name.startswith("/layers.") and node.input[1] in matrices
    ]
    quantize_dynamic(
        str(whole), str(packed), nodes_to_quantize=encoder, weight_type=QuantType.QInt8, per_channel=True
    )


def _halved(model: ModelProto) -> ModelProto:
    """What is left of large tensors in half precision, made whole when the model is loaded."""
    graph = model.graph
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type != TensorProto.FLOAT:
            continue
        weights = numpy_helper.to_array(tensor)
        if weights.size < _LARGE:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(weights.astype(np.float16), f"{name}_half"))
        casts.append(helper.make_node("Cast", [f"{name}_half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def main() -> None:
    """Write the model's files into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
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
    packed = args.work / "packed.onnx"
    _packed(whole, packed)
    onnx.save(_halved(onnx.load(str(packed))), str(args.out / files.NETWORK))
    (args.out / files.ADAPTER).unlink(missing_ok=True)  # of the network that was there before
    for name in (files.TOKENIZER, files.EMBEDDINGS):
        shutil.copy(args.work / name, args.out / name)
    print({p.name: round(p.stat().st_size / 1e6, 1) for p in sorted(args.out.iterdir())})


if __name__ == "__main__":
    main()
