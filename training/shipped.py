"""The weights of an exported network: read for training to go on from, written back in the same layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, numpy_helper
from torch import Tensor

_MOST = 127  # of a weight in 8 bits
_NONE = "none"  # the vector of the item that is not named; the export gives it a row of its own
_HALF, _TURNED = "_half", "_Transposed"

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Matrix:
    """A matrix of the encoder, turned, as 8-bit integers with a scale for each column."""

    numbers: TensorProto
    scale: TensorProto

    def read(self) -> Array:
        whole = numpy_helper.to_array(self.numbers).astype(np.float32)
        return np.asarray(whole * numpy_helper.to_array(self.scale), np.float32).T

    def write(self, weights: Array) -> None:
        """The scales stay: what has not changed keeps its number."""
        steps = np.round(weights.T / numpy_helper.to_array(self.scale))
        _put(self.numbers, steps.clip(-_MOST, _MOST).astype(np.int8))


@dataclass(frozen=True, slots=True)
class _Plain:
    """Any other tensor; large ones are kept in half precision, those of the heads turned."""

    numbers: TensorProto
    turned: bool = False
    row: bool = False

    def read(self) -> Array:
        kept = numpy_helper.to_array(self.numbers).astype(np.float32)
        return kept.T if self.turned else kept[0] if self.row else kept

    def write(self, weights: Array) -> None:
        told = weights.T if self.turned else weights[None] if self.row else weights
        _put(self.numbers, told.astype(numpy_helper.to_array(self.numbers).dtype))


def read(model: bytes) -> dict[str, Tensor]:
    """The weights of an exported network as `training.network.Network` names them."""
    places = _places(onnx.load_from_string(model))
    return {name: torch.from_numpy(place.read().copy()) for name, place in places}


def written(model: bytes, weights: Mapping[str, Tensor]) -> bytes:
    """The exported network with other weights, laid out as it is."""
    proto = onnx.load_from_string(model)
    for name, place in _places(proto):
        place.write(weights[name].float().numpy())
    return bytes(proto.SerializeToString())


def _places(model: ModelProto) -> Iterator[tuple[str, _Matrix | _Plain]]:
    tensors = {tensor.name: tensor for tensor in model.graph.initializer}
    packed = set()
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            own = node.input[1].removesuffix("_quantized")
            names = [f"{own}_{part}" for part in ("quantized", "scale", "zero_point")]
            numbers, scale, zero = (tensors[name] for name in names)
            if numpy_helper.to_array(zero).any():
                raise ValueError(f"{node.name}: its 8-bit weights are not symmetric")
            packed |= set(names)
            yield ".".join([*node.name.strip("/").split("/")[:-1], "weight"]), _Matrix(numbers, scale)
    for name, tensor in tensors.items():
        if name in packed:
            continue
        plain = name.removesuffix(_HALF)
        if plain.startswith("onnx::Concat"):
            yield _NONE, _Plain(tensor, row=True)
        else:
            yield plain.removesuffix(_TURNED), _Plain(tensor, turned=plain.endswith(_TURNED))


def _put(tensor: TensorProto, numbers: NDArray[np.generic]) -> None:
    """Replace the numbers of a tensor; kept as plain bytes, they take as many as before."""
    if not tensor.HasField("raw_data"):
        raise ValueError(f"{tensor.name}: not kept as plain bytes")
    tensor.raw_data = np.ascontiguousarray(numbers).tobytes()
