"""Words a second of the rules and of the model, beside HanTa tagging every word: python benchmarks/extract.py

The texts are mixed news in German and English, as a newsroom's archive has them: texts of the
annotated corpus that tell of arms, and twice as many and more that tell of other things (half
of these speak of rockets to space, water cannons or tank museums), so that one sentence in ten
names an item. Each measurement is a process of its own, since words that were met are
remembered; all are made in turn, so that a busy moment of the machine meets all of them.
What it takes to start (language data, processes) is not counted, but told. Needs HanTa and
armsgraph installed in the Python that runs this.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import zip_longest
from pathlib import Path

from HanTa import HanoverTagger

from graph.extract.glance import OPEN
from graph.extract.model.extractor import ModelExtractor
from graph.extract.rules import RulesExtractor
from graph.model import Article
from graph.workers import Workers
from loaders import Skipped, load

CORPUS = Path(__file__).resolve().parents[1] / "seeds" / "corpus" / "articles"
OTHER, ARMS = "na_*.txt", "c[a-d]_*.txt"
SHARE = 0.1  # of the sentences, those that name an item
_FEW = 8  # texts of the end of the corpus, not among the mixed news, for which all is loaded
_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
_SENTENCE = re.compile(r"[^.!?\n]+")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")

Run = Callable[[Sequence[Article]], None]


def main() -> None:
    """Measure and print a table: words a second (median and best), ratio to HanTa, seconds to start."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="*", help="other texts than the mixed news of the corpus")
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
        f"model, {options.workers} processes": ("model", options.workers),
    }
    sources = options.folders or _mixed_news()
    results: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
    for number in range(1, options.runs + 1):
        for name, (only, workers) in kinds.items():
            speed, start = _alone(only, workers, sources)
            results[name].append((speed, start))
            print(f"run {number}, {name}: {speed:,.0f} words/s", file=sys.stderr)
    articles = _articles(sources)
    arms, sentences = _counted(articles)
    print(f"{len(articles)} texts, {arms / sentences:.2f} of {sentences} sentences name an item")
    base = statistics.median(speed for speed, _ in results["HanTa, every word"])
    print(f"{'':<22}{'median words/s':>16}{'best words/s':>14}{'ratio':>7}{'start s':>9}")
    for name, measured in results.items():
        median = statistics.median(speed for speed, _ in measured)
        best, start = max(speed for speed, _ in measured), statistics.median(start for _, start in measured)
        print(f"{name:<22}{median:>16,.0f}{best:>14,.0f}{median / base:>7.2f}{start:>9.1f}")


def _alone(only: str, workers: int, sources: Sequence[str]) -> tuple[float, float]:
    command = [sys.executable, __file__, "--only", only, "--workers", str(workers), *sources]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    speed, start = map(float, output.split())
    return speed, start


def _measured(only: str, workers: int, sources: Sequence[str]) -> tuple[float, float]:
    """Words a second, and the seconds that the first few articles took, with all that is loaded for them."""
    few, articles = _articles(_arms()[-_FEW * workers :]), _articles(sources)
    begun = time.perf_counter()
    with Workers(ModelExtractor() if only == "model" else RulesExtractor(), workers) as find:
        run = _hanta() if only == "hanta" else _rules(find)
        run(few)
        gc.collect()  # what was loaded: else it would be looked through while something is measured
        ready = time.perf_counter()
        run(articles)
        seconds = time.perf_counter() - ready
    return sum(len(article.text.split()) for article in articles) / seconds, ready - begun


def _mixed_news() -> list[str]:
    """The files of the mixed news. Chosen in this process alone: who is measured has not read them before."""
    other = sorted(map(str, CORPUS.glob(OTHER)))
    chosen = list(other)
    named, sentences = _counted(_articles(other))
    for path in _arms():
        if named >= SHARE * sentences:
            break
        more, size = _counted(_articles([path]))
        named, sentences = named + more, sentences + size
        chosen.append(path)
    random.Random(1).shuffle(chosen)
    return chosen


def _arms() -> list[str]:
    """The files of the corpus that tell of arms."""
    return sorted(map(str, CORPUS.glob(ARMS)))


def _articles(sources: Sequence[str]) -> list[Article]:
    """The articles of files or folders, the languages in turn; those that are not understood left out."""
    found = [article for article in load(sources) if not isinstance(article, Skipped)]
    groups = [[a for a in found if a.language == language] for language in _MODELS]
    return [article for pair in zip_longest(*groups) for article in pair if article is not None]


def _counted(articles: Sequence[Article]) -> tuple[int, int]:
    """How many sentences name an item by a name or noun of its own, and how many there are."""
    arms = sentences = 0
    for article in articles:
        for analysis in RulesExtractor(OPEN).analyses(article):
            named = [m for m in analysis.reading.mentions if m.is_item and m.form in ("name", "noun")]
            arms, sentences = arms + bool(named), sentences + 1
    return arms, sentences


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
