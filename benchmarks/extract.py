"""Words a second of the rules and of the model, beside HanTa tagging every word: python benchmarks/extract.py

The texts are the example articles and those of the annotated corpus, mixed news in German
and English. Each measurement is a process of its own, since the rules remember words that
they have met; all are made in turn, so that a busy moment of the machine meets all of
them. What it takes to start (language data, processes) is not counted, but told. Needs
armsgraph installed in the Python that runs this.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path

from HanTa import HanoverTagger

from graph.extract.model.extractor import ModelExtractor
from graph.extract.rules import RulesExtractor
from graph.model import Article
from graph.workers import Workers
from loaders import Skipped, load

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
FOLDERS = (SEEDS / "articles", SEEDS / "corpus" / "articles")
_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
_SENTENCE = re.compile(r"[^.!?\n]+")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")

Run = Callable[[Sequence[Article]], None]


def main() -> None:
    """Measure and print a table: words a second (median and best), ratio to HanTa, seconds to start."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="*", default=[str(folder) for folder in FOLDERS])
    parser.add_argument("--runs", type=int, default=3, help="runs of each (default: 3)")
    parser.add_argument("--workers", type=int, default=2, help="processes to compare with one (default: 2)")
    parser.add_argument(
        "--only", choices=("hanta", "rules", "model"), help="one measurement, for the script itself"
    )
    options = parser.parse_args()
    if options.only:
        print(*_measured(options.only, options.workers, options.folders))
        return
    several = f"rules, {options.workers} processes"
    kinds = {
        "HanTa, every word": ("hanta", 1),
        "rules, 1 process": ("rules", 1),
        several: ("rules", options.workers),
        "model, 1 process": ("model", 1),
    }
    results: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
    for number in range(1, options.runs + 1):
        for name, (only, workers) in kinds.items():
            speed, start = _alone(only, workers, options.folders)
            results[name].append((speed, start))
            print(f"run {number}, {name}: {speed:,.0f} words/s", file=sys.stderr)
    base = statistics.median(speed for speed, _ in results["HanTa, every word"])
    print(f"{'':<22}{'median words/s':>16}{'best words/s':>14}{'ratio':>7}{'start s':>9}")
    for name, measured in results.items():
        median = statistics.median(speed for speed, _ in measured)
        best, start = max(speed for speed, _ in measured), statistics.median(start for _, start in measured)
        print(f"{name:<22}{median:>16,.0f}{best:>14,.0f}{median / base:>7.2f}{start:>9.1f}")


def _alone(only: str, workers: int, folders: Sequence[str]) -> tuple[float, float]:
    command = [sys.executable, __file__, "--only", only, "--workers", str(workers), *folders]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    speed, start = map(float, output.split())
    return speed, start


def _measured(only: str, workers: int, folders: Sequence[str]) -> tuple[float, float]:
    """Words a second, and the seconds that the first few articles took, with all that is loaded for them."""
    articles = _mixed([article for article in load(folders) if not isinstance(article, Skipped)])
    few, rest = articles[: 4 * workers], articles[4 * workers :]
    begun = time.perf_counter()
    with Workers(ModelExtractor() if only == "model" else RulesExtractor(), workers) as find:
        run = _hanta() if only == "hanta" else _rules(find)
        run(few)
        ready = time.perf_counter()
        run(rest)
        seconds = time.perf_counter() - ready
    return sum(len(article.text.split()) for article in rest) / seconds, ready - begun


def _mixed(articles: Sequence[Article]) -> list[Article]:
    """The languages in turn, as a folder of news has them; those that are not understood left out."""
    groups = [[a for a in articles if a.language == language] for language in _MODELS]
    return [article for pair in zip_longest(*groups) for article in pair if article is not None]


def _hanta() -> Run:
    taggers = {language: HanoverTagger.HanoverTagger(model) for language, model in _MODELS.items()}

    def run(articles: Sequence[Article]) -> None:
        for article in articles:
            for sentence in _SENTENCE.findall(article.text):
                if words := _WORD.findall(sentence):
                    taggers[article.language or "de"].tag_sent(words)

    return run


def _rules(find: Workers) -> Run:
    def run(articles: Sequence[Article]) -> None:
        for article in find.ahead(articles, lambda article: article):
            for _ in find.extract(article):
                pass

    return run


if __name__ == "__main__":
    main()
