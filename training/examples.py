"""Windows with labels, and the tensors that the loss needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from graph.extract.model.batch import NAMES, batch
from graph.extract.model.candidates import Anchor, anchors
from graph.extract.model.embeddings import Embeddings
from graph.extract.model.windows import Window, windows
from training.corpus import Document
from training.labels import IGNORED, Label, label, places
from training.network import MODALITIES, RELATIONS, Inputs


@dataclass(frozen=True, slots=True)
class Example:
    """A window, its anchors and what is true of them."""

    window: Window
    anchors: tuple[Anchor, ...]
    labels: tuple[Label, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Targets:
    """The labels of a batch: relations and weights, allowed modalities, roles, trigger pieces."""

    relations: Tensor  # anchors, relations; IGNORED where open
    weights: Tensor
    modalities: Tensor  # anchors, modalities: 1 where allowed; all 0 where nothing is asserted
    role_pair: Tensor  # pairs that an assertion asks about
    role_relation: Tensor
    role: Tensor
    trigger: Tensor  # anchors, windows * length: 1 on trigger pieces
    voice_pair: Tensor  # pairs of which it is known whether the partner is the speaker
    voice: Tensor


def examples(documents: Iterable[Document], tokenizer: Tokenizer) -> Iterator[Example]:
    """The windows of texts that hold a candidate."""
    for document in documents:
        reads, known = list(document.reads), list(places(document))
        for window in windows(document.article.text, reads, tokenizer):
            found = tuple(anchors(window, reads))
            if any(a.partners for a in found):
                labels = tuple(label(document, window, found, known))
                yield Example(window, found, labels, document.article.language or "")


def collate(chosen: Sequence[Example], embeddings: Embeddings) -> tuple[Inputs, Targets]:
    """One batch of examples."""
    made = batch([e.window for e in chosen], [e.anchors for e in chosen], embeddings).arrays
    inputs = Inputs(*(torch.from_numpy(np.asarray(made[name])) for name in NAMES))
    labels = [one for e in chosen for one in e.labels]
    begins = [number * inputs.mask.shape[1] for number, e in enumerate(chosen) for _ in e.labels]
    relations = torch.tensor([one.relations for one in labels])
    weights = torch.tensor([one.weights for one in labels])
    modalities = torch.zeros(len(labels), MODALITIES)
    trigger = torch.zeros(len(labels), inputs.mask.numel())
    rows: list[tuple[int, int, int]] = []
    voices: list[tuple[int, int]] = []
    pair = 0
    for number, (anchor, one) in enumerate(zip((a for e in chosen for a in e.anchors), labels, strict=True)):
        for allowed in one.modalities:
            modalities[number, allowed] = 1
        for piece in one.trigger:
            trigger[number, begins[number] + piece] = 1
        for relation, roles in one.roles.items():
            rows += [(pair + i, relation, role) for i, role in enumerate(roles) if role != IGNORED]
        voices += [(pair + i, said) for i, said in enumerate(one.speakers) if said != IGNORED]
        pair += len(anchor.partners)
    asked = torch.tensor(rows, dtype=torch.long).reshape(-1, 3)
    told = torch.tensor(voices, dtype=torch.long).reshape(-1, 2)
    assert relations.shape[1] == RELATIONS
    return inputs, Targets(
        relations,
        weights,
        modalities,
        asked[:, 0],
        asked[:, 1],
        asked[:, 2],
        trigger,
        told[:, 0],
        told[:, 1].float(),
    )
