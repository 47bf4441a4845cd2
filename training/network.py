"""The network: the base's encoder, cut, and small heads over spans."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - its usual name

from graph.extract.model.candidates import ANCHOR_FEATURES, PAIR_FEATURES
from graph.extract.model.windows import ENTITY_KINDS
from training.base import Base

RELATIONS, MODALITIES, ROLES = 6, 5, 4  # ROLES: none, subject, recipient, place
_WIDTH, _FEATURE, _INNER = 192, 48, 256


@dataclass(slots=True)
class Inputs:
    """A batch: windows padded to one length, spans, anchors and pairs as row numbers.

    `pool` averages the pieces of each span (row 0: none); `scope` marks the pieces of each
    anchor's sentence, both among the pieces of all windows.
    """

    embedded: Tensor  # windows, length, hidden
    kinds: Tensor  # windows, length
    mask: Tensor  # windows, length
    pool: Tensor  # spans, windows * length
    anchor_item: Tensor  # anchors -> spans
    anchor_features: Tensor  # anchors, columns
    scope: Tensor  # anchors, windows * length
    pair_anchor: Tensor  # pairs -> anchors
    pair_partner: Tensor  # pairs -> spans
    pair_features: Tensor  # pairs, columns

    def all(self) -> tuple[Tensor, ...]:
        """The tensors in the order in which the network takes them."""
        return (
            self.embedded, self.kinds, self.mask, self.pool, self.anchor_item,
            self.anchor_features, self.scope, self.pair_anchor, self.pair_partner, self.pair_features,
        )  # fmt: skip


def rounded(x: Tensor) -> Tensor:
    """The numbers as 8 bits can hold them, one scale for all; the gradient passes as if nothing happened.

    What a network has learned with it is not disturbed when it runs on 8-bit integers
    (Jacob et al., 2018, "Quantization and Training of Neural Networks for Efficient
    Integer-Arithmetic-Only Inference").
    """
    exact = x.float()
    with torch.no_grad():
        low, high = exact.min().clamp(max=0), exact.max().clamp(min=0)
        scale = (high - low).clamp(min=1e-8) / 255
        zero = (-low / scale).round()
        kept = ((exact / scale + zero).round().clamp(0, 255) - zero) * scale
    return exact + (kept - exact).detach()


class Layer(nn.Module):
    """One layer of BERT; in training its inputs are rounded as they will be in use."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.out, self.up, self.down = (
            nn.Linear(hidden, hidden), nn.Linear(hidden, inner), nn.Linear(inner, hidden),
        )  # fmt: skip
        self.norm1, self.norm2 = nn.LayerNorm(hidden, eps=epsilon), nn.LayerNorm(hidden, eps=epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """The layer's output for its input; `bias` shuts padding out."""
        batch, length, hidden = x.shape
        shape = (batch, length, self.heads, hidden // self.heads)
        seen = self._rounded(x)
        q, k, v = (f(seen).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        weights = (q @ k.transpose(2, 3)) / math.sqrt(shape[3]) + bias
        mixed = weights.softmax(-1) @ v  # no dropout here: it would take a third of the time
        mixed = self.out(self._rounded(mixed.transpose(1, 2).reshape(batch, length, hidden)))
        x = self.norm1(x + self.drop(mixed))
        wide = F.gelu(self.up(self._rounded(x)))
        out: Tensor = self.norm2(x + self.drop(self.down(self._rounded(wide))))
        return out

    def _rounded(self, x: Tensor) -> Tensor:
        return rounded(x) if self.training else x


class Network(nn.Module):
    """Encoder and heads; the word embeddings are looked up outside."""

    def __init__(self, base: Path, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        source = Base(base)
        size = source.sizes
        hidden = size.hidden
        self.position = nn.Parameter(torch.tensor(source.plain("emb.pos", size.positions, hidden)))
        self.token_type = nn.Parameter(torch.tensor(source.plain("emb.type", 1, hidden)))
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.norm.weight.data = torch.tensor(source.plain("emb.ln.w", hidden))
        self.norm.bias.data = torch.tensor(source.plain("emb.ln.b", hidden))
        self.layers = nn.ModuleList(
            [Layer(hidden, size.heads, size.inner, 1e-12, dropout) for _ in range(layers)]
        )
        for number, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            _load(layer, source, number)
        self.drop = nn.Dropout(dropout)
        self.kind = nn.Embedding(1 + len(ENTITY_KINDS), hidden)
        nn.init.zeros_(self.kind.weight)
        self.none = nn.Parameter(torch.randn(hidden) * 0.05)
        self.anchor_feature = nn.EmbeddingBag(ANCHOR_FEATURES, _FEATURE, mode="sum")
        self.pair_feature = nn.EmbeddingBag(PAIR_FEATURES, _FEATURE, mode="sum")
        self.ask, self.answer = nn.Linear(hidden + _FEATURE, _WIDTH), nn.Linear(hidden, _WIDTH)
        both = 2 * hidden + _FEATURE
        self.relation = _mlp(both, RELATIONS)
        self.modality = _mlp(both, MODALITIES)
        self.left, self.right = nn.Linear(both, _WIDTH), nn.Linear(hidden, _WIDTH)
        self.role = _mlp(3 * _WIDTH + _FEATURE, RELATIONS * ROLES)
        self.voice = _mlp(3 * _WIDTH + _FEATURE, 1)

    def freeze(self, layers: int) -> None:
        """Keep the first layers as the base has them: half of their cost in training is saved."""
        for layer in list(self.layers)[:layers]:
            layer.requires_grad_(False)

    def encode(self, embedded: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """The hidden states of the pieces."""
        x: Tensor = embedded + self.position[: embedded.shape[1]] + self.token_type + self.kind(kinds)
        x = self.drop(self.norm(x))
        bias = (1 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def heads(self, h: Tensor, inputs: Inputs) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Relation, modality, role and speaker logits, and where each anchor looks (log attention)."""
        pieces = h.reshape(-1, h.shape[2])
        spans = inputs.pool @ pieces
        spans = torch.cat([self.none[None], spans[1:]])
        item = spans[inputs.anchor_item]
        features = _bag(self.anchor_feature, inputs.anchor_features)
        asked = self.ask(torch.cat([item, features], -1))
        match = asked @ self.answer(pieces).T / math.sqrt(_WIDTH)
        looked = (match + (1 - inputs.scope) * -1e4).log_softmax(-1)
        context = looked.exp() @ pieces
        both = torch.cat([item, context, features], -1)
        left, right = self.left(both)[inputs.pair_anchor], self.right(spans)[inputs.pair_partner]
        pair = torch.cat([left, right, left * right, _bag(self.pair_feature, inputs.pair_features)], -1)
        roles = self.role(pair).reshape(-1, RELATIONS, ROLES)
        return self.relation(both), self.modality(both), roles, self.voice(pair)[:, 0], looked

    def forward(self, *tensors: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Probabilities of relations, modalities, roles and speakers; takes what `Inputs.all` gives."""
        inputs = Inputs(*tensors)
        h = self.encode(inputs.embedded, inputs.kinds, inputs.mask)
        relation, modality, role, voice, _ = self.heads(h, inputs)
        return relation.sigmoid(), modality.softmax(-1), role.softmax(-1), voice.sigmoid()


def _bag(table: nn.EmbeddingBag, columns: Tensor) -> Tensor:
    return F.embedding(columns, table.weight).sum(1)


def _mlp(width: int, out: int) -> nn.Module:
    return nn.Sequential(nn.Linear(width, _INNER), nn.GELU(), nn.Dropout(0.15), nn.Linear(_INNER, out))


def _load(layer: Layer, source: Base, number: int) -> None:
    hidden, inner = source.sizes.hidden, source.sizes.inner
    for name, linear, rows, columns in (
        ("q", layer.query, hidden, hidden),
        ("k", layer.key, hidden, hidden),
        ("v", layer.value, hidden, hidden),
        ("ao", layer.out, hidden, hidden),
        ("fi", layer.up, inner, hidden),
        ("fo", layer.down, hidden, inner),
    ):
        linear.weight.data = torch.tensor(source.packed(f"l{number}.{name}.w", rows, columns))
        linear.bias.data = torch.tensor(source.plain(f"l{number}.{name}.b", rows))
    for name, norm in (("aln", layer.norm1), ("oln", layer.norm2)):
        norm.weight.data = torch.tensor(source.plain(f"l{number}.{name}.w", hidden))
        norm.bias.data = torch.tensor(source.plain(f"l{number}.{name}.b", hidden))


def word_embeddings(base: Path, kept: NDArray[np.int64]) -> NDArray[np.void]:
    """The packed rows of the pieces that are kept."""
    source = Base(base)
    blocks = source.blocks("emb.word", source.sizes.vocabulary, source.sizes.hidden)
    return blocks[kept]
