"""The network, run by onnxruntime on one core: windows in, probabilities out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from graph.extract.model import adapter, files
from graph.extract.model.candidates import Anchor
from graph.extract.model.files import ModelUnavailable
from graph.extract.model.windows import Window

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_SLOW = ["SkipLayerNormFusion"]  # one step that takes several times as long as the two that it replaces
_BATCH = 1  # windows: alone, none is filled up to the length of another

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scored:
    """An anchor with its probabilities.

    `relations`: of each relation; `modalities`: of each, together 1; `roles`: for each
    partner and relation, of none, subject, recipient and place, together 1; `speakers`:
    that it is each partner who says it.
    """

    anchor: Anchor
    relations: Floats
    modalities: Floats
    roles: Floats
    speakers: Floats


class Network:
    """The loaded model. Takes about half a second to load and 100 MB of memory.

    Raises:
        ModelUnavailable: a library or a file is missing or broken.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import onnxruntime  # noqa: PLC0415 - may be missing
            from tokenizers import Tokenizer  # noqa: PLC0415 - may be missing

            from graph.extract.model.embeddings import Embeddings  # noqa: PLC0415
        except ImportError as error:
            raise ModelUnavailable(f"{error.name} is not installed") from error
        for name in (files.NETWORK, files.EMBEDDINGS, files.TOKENIZER):
            if not (folder / name).is_file():
                raise ModelUnavailable(f"the model's file {name} is missing")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the same sums in the same order: the same answer twice
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self.tokenizer: Tokenizer = Tokenizer.from_file(str(folder / files.TOKENIZER))
            self.embeddings = Embeddings.load(folder / files.EMBEDDINGS)
            self._session: Any = onnxruntime.InferenceSession(
                adapter.network(folder),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=_SLOW,
            )
        except ModelUnavailable:
            raise
        except Exception as error:  # the libraries raise types of their own, and Exception itself
            raise ModelUnavailable(f"the model's files cannot be read: {error}") from error

    def score(self, windows: Sequence[Window], anchors: Sequence[Sequence[Anchor]]) -> Iterator[Scored]:
        """The anchors of windows with their probabilities, in their order."""
        for i in range(0, len(windows), _BATCH):
            yield from self._batch(windows[i : i + _BATCH], anchors[i : i + _BATCH])

    def _batch(self, windows: Sequence[Window], anchors: Sequence[Sequence[Anchor]]) -> Iterator[Scored]:
        from graph.extract.model.batch import batch  # noqa: PLC0415 - asks for the libraries

        made = batch(windows, anchors, self.embeddings)
        relations, modalities, roles, speakers = self._session.run(None, made.arrays)
        pair = 0
        for row, anchor in enumerate(one for own in anchors for one in own):
            size = len(anchor.partners)
            own = slice(pair, pair + size)
            yield Scored(anchor, relations[row], modalities[row], roles[own], speakers[own])
            pair += size
