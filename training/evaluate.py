"""Score an extractor on annotated texts: `python -m training.evaluate --help`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from graph.extract.model.extractor import ModelExtractor
from graph.extract.protocol import Extractor
from graph.extract.rules import RulesExtractor
from seeds.corpus_files import split
from training.corpus import documents
from training.rows import row
from training.score import matched, tally


def _reliability(told: list[tuple[str, Any, Any]]) -> None:
    """By steps of confidence: how many assertions were found, and which share of them is right."""
    steps: dict[int, list[int]] = {}
    for _, golds, rows in told:
        found, repeats = matched(golds, rows)
        right = {*found.values(), *repeats}
        for j, one in enumerate(rows):
            counts = steps.setdefault(min(9, int(one["confidence"] * 10)), [0, 0])
            counts[0] += 1
            counts[1] += j in right
    for step, (count, good) in sorted(steps.items()):
        print(
            f"confidence {step / 10:.1f} to {step / 10 + 0.1:.1f}: {count:4} found, {good / count:.2f} right"
        )


def main() -> None:
    """Print precision, recall and F1, in all and by language and relation, and the attributes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--part", choices=("train", "validation", "test", "all"), default="test")
    parser.add_argument("--prefix", default="", help="only texts whose name begins so")
    parser.add_argument("--extractor", choices=("model", "rules"), default="model")
    parser.add_argument("--model", type=Path, help="the model's folder (default: the one in seeds)")
    parser.add_argument("--out", type=Path, help="write what was found as JSON Lines")
    args = parser.parse_args()
    extractor: Extractor = ModelExtractor(args.model) if args.extractor == "model" else RulesExtractor()
    told: list[tuple[str, Any, Any]] = []
    lines = []
    for document in documents(args.corpus, read_sentences=False):
        if not document.name.startswith(args.prefix) or args.part not in ("all", split(document.name)):
            continue
        rows = [row(a) for a in extractor.extract(document.article)]
        told.append((document.article.language or "", document.golds, rows))
        lines += [json.dumps({"article": document.name, **r}, ensure_ascii=False) for r in rows]
    if args.out:
        args.out.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    print(f"{args.extractor}, {args.part}: {len(told)} texts")
    for key, one in sorted(tally(told).items(), key=lambda pair: -pair[1].right - pair[1].missed):
        attributes = " ".join(f"{name} {a / n:.3f}" for name, (a, n) in sorted(one.attributes.items()))
        figures = f"P {one.precision:.3f} R {one.recall:.3f} F1 {one.f1:.3f}"
        print(f"{key:10} {figures} of {one.right + one.missed:4} {attributes}")
    if args.extractor == "model":
        _reliability(told)


if __name__ == "__main__":
    main()
