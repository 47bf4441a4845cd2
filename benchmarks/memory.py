"""Memory of extraction over many articles: python -m benchmarks.memory

Texts of the annotated corpus are extracted again and again, each time with another order of
their paragraphs, until the number of articles is reached; the resident memory is told after
every tenth part. It is flat if the last line is no higher than the first ones. Linux only
(/proc/self/status).
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice

from benchmarks.process import megabytes
from graph.extract.model.extractor import ModelExtractor
from graph.extract.rules import RulesExtractor
from graph.model import Article
from seeds.corpus_files import texts


def main() -> None:
    """Extract and print a line for every tenth part: articles, words a second, megabytes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--extractor", choices=("model", "rules"), default="model")
    options = parser.parse_args()
    extractor = ModelExtractor() if options.extractor == "model" else RulesExtractor()
    step = max(1, options.articles // 10)
    begun, words, found = time.perf_counter(), 0, 0
    for number, article in enumerate(islice(_articles(), options.articles), start=1):
        found += sum(1 for _ in extractor.extract(article))
        words += len(article.text.split())
        if number % step == 0:
            speed = words / (time.perf_counter() - begun)
            resident = megabytes("VmRSS")
            print(f"{number:>8,} articles {speed:>9,.0f} words/s {found:>8,} assertions {resident:>6,.0f} MB")


def _articles() -> Iterator[Article]:
    rng = random.Random(1)
    known = [
        Article(id=t.name, text=t.text, content_hash="", published=t.published, language=t.language)
        for t in texts()
    ]
    for turn in count():
        for article in known:
            paragraphs = article.text.split("\n")
            if turn:
                rng.shuffle(paragraphs)
            yield replace(article, id=f"{turn}/{article.id}", text="\n".join(paragraphs))


if __name__ == "__main__":
    main()
