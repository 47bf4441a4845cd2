"""The pieces that the languages of the news need; the others are cut from tokenizer and embeddings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from wordfreq import top_n_list

_SPECIAL = 4  # <s>, <pad>, </s>, <unk> stand first
_WORDS = {
    "de": 130_000, "en": 90_000, "ru": 3_000, "uk": 3_000, "pl": 4_000, "fr": 6_000, "tr": 3_000, "it": 3_000,
    "es": 3_000,
}  # fmt: skip
_PLAIN = "abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789.,;:!?()[]\"'“”„»«’‘–—-/%&$€"


def _words() -> Iterable[tuple[str, float]]:
    for language, count in _WORDS.items():
        for rank, word in enumerate(top_n_list(language, count), start=1):
            yield word, 1 / rank
            if language in ("de", "en"):
                yield word.capitalize(), 1 / rank


def keep(full: str, texts: Iterable[str], size: int) -> NDArray[np.int64]:
    """The `size` pieces that the most frequent words and these texts need, as rising ids of the full one."""
    tokenizer = Tokenizer.from_str(full)
    weight: Counter[int] = Counter()
    words = list(_words())
    for (_, share), encoding in zip(
        words, tokenizer.encode_batch([w for w, _ in words], add_special_tokens=False), strict=True
    ):
        for piece in encoding.ids:
            weight[piece] += share  # type: ignore[assignment]
    for text in texts:
        for piece in tokenizer.encode(text, add_special_tokens=False).ids:
            weight[piece] += 1e-2  # type: ignore[assignment]
    vocabulary = {piece: i for i, (piece, _) in enumerate(json.loads(full)["model"]["vocab"])}
    single = [vocabulary[c] for c in (*_PLAIN, "▁", *("▁" + c for c in _PLAIN)) if c in vocabulary]
    chosen = {*range(_SPECIAL), *single}
    for piece, _ in weight.most_common():
        if len(chosen) >= size:
            break
        chosen.add(piece)
    return np.array(sorted(chosen))


def cut(full: str, kept: NDArray[np.int64]) -> str:
    """The tokenizer's file with these pieces only, numbered anew."""
    data = json.loads(full)
    pieces = data["model"]["vocab"]
    data["model"]["vocab"] = [pieces[i] for i in kept]
    data["added_tokens"] = [t for t in data["added_tokens"] if t["id"] < _SPECIAL]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
