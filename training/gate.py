"""Fit which sentences are looked into at all: `python -m training.gate --help`."""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from graph.extract.first_pass import marks, near_arms
from graph.extract.glance import EVERY, FILE, SHORT, Glance, Weights, around, of_word, spoken_of, words
from graph.extract.model import clues, files
from graph.extract.model.extractor import ModelExtractor
from graph.extract.model.gate import OPEN, Gate
from graph.extract.model.names import Unlisted
from graph.extract.model.reading import of
from graph.extract.rules import RulesExtractor, own_sentences
from graph.model import Article
from seeds.corpus_files import split
from training.corpus import documents

_SEEN = 10  # times that a clue stands in the texts, at least
_FAINT = 3  # hundredths that are as good as none
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: its text, its number there, clues, whether the model finds anything, a sum before."""

    name: str
    number: int
    clues: tuple[str, ...]
    found: bool
    before: float = 0.0


def by_words(article: Article, found: Sequence[bool]) -> Iterator[Row]:
    """The sentences of a text that are near arms, with the clues of their words."""
    sentences, language = own_sentences(article), article.language or ""
    marked = marks(article.text, sentences, language)
    arms = spoken_of(marked)
    for number, (sentence, mark, near) in enumerate(zip(sentences, marked, near_arms(marked), strict=True)):
        if near:
            told_words = words(article.text, sentence)
            own = (clue for word in told_words for clue in of_word(word, language))
            told = (*around(sentence, mark, arms), *sorted(own))
            yield Row(article.id, number, told, found[number])


def by_mentions(article: Article, found: Sequence[bool], gate: Gate) -> Iterator[Row]:
    """The sentences of a text that the words let through, with the clues of what the rules find there."""
    sentences = own_sentences(article)
    looked = gate.look(article.text, sentences, article.language or "")
    rules = list(RulesExtractor().of(article, sentences, looked.needed))
    unlisted = Unlisted(article.text, article.language or "")
    reads = [of(one, unlisted) for one in rules]
    told = clues.of_mentions(rules, reads, looked.needed)
    for number, (own, needed) in enumerate(zip(told, looked.needed, strict=True)):
        if needed:
            yield Row(article.id, number, own, found[number])


def fit(rows: Sequence[Row], ridge: float) -> Weights:
    """The weights of a ridge logistic regression."""
    seen = Counter(clue for row in rows for clue in row.clues)
    known = sorted(clue for clue, times in seen.items() if times >= _SEEN)
    table = _table(rows, known)
    before = torch.tensor([row.before / 100 for row in rows])
    wanted = torch.tensor([float(row.found) for row in rows])
    weights, share = torch.zeros(len(known), requires_grad=True), torch.zeros(1, requires_grad=True)
    search = torch.optim.LBFGS([weights, share], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        search.zero_grad()
        sums = table @ weights + share * before
        away = binary_cross_entropy_with_logits(sums, wanted, reduction="sum")
        total = away + ridge * weights.square().sum()
        total.backward()
        return total

    search.step(loss)
    rounded = ((clue, round(100 * w)) for clue, w in zip(known, weights.tolist(), strict=True))
    return Weights({clue: w for clue, w in rounded if abs(w) >= _FAINT}, EVERY.least, round(share.item(), 2))


def _table(rows: Sequence[Row], known: Sequence[str]) -> Tensor:
    """How often each clue stands in each sentence."""
    number = {clue: i for i, clue in enumerate(known)}
    places = [(i, number[clue]) for i, row in enumerate(rows) for clue in row.clues if clue in number]
    size = (len(rows), len(known))
    return torch.sparse_coo_tensor(torch.tensor(places).T, torch.ones(len(places)), size).coalesce()


def weighed(rows: Sequence[Row], weights: Weights) -> list[float]:
    """The sums of sentences."""
    return [sum(weights.of.get(clue, 0) for clue in row.clues) + weights.before * row.before for row in rows]


def held_out(rows: Sequence[Row], ridge: float) -> list[float]:
    """The sums of sentences, each weighed by what other texts teach."""
    fold = {name: i % _FOLDS for i, name in enumerate(sorted({row.name for row in rows}))}
    taught = [fit([row for row in rows if fold[row.name] != number], ridge) for number in range(_FOLDS)]
    return [weighed([row], taught[fold[row.name]])[0] for row in rows]


def lowest(rows: Sequence[Row], sums: Sequence[float], share: float) -> int:
    """The sum that this share of the sentences reaches in which the model finds something."""
    told = sorted(total for row, total in zip(rows, sums, strict=True) if row.found)
    return round(told[int((1 - share) * len(told))])


def best(rows: Sequence[Row], sums: Sequence[float], share: float) -> int:
    """The sum that a sentence reaches in the texts, of some length, that hold this share of the findings."""
    texts: dict[str, list[tuple[float, bool]]] = {}
    for row, total in zip(rows, sums, strict=True):
        texts.setdefault(row.name, []).append((total, row.found))
    told = sorted(
        max(total for total, _ in own)
        for own in texts.values()
        if len(own) > SHORT
        for _, found in own
        if found
    )
    return round(told[int((1 - share) * len(told))])


def main() -> None:
    """Write glance.json and gate.json beside the model that they are fitted to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--words", type=float, default=0.99, help="share that the words let through")
    parser.add_argument("--texts", type=float, default=0.998, help="share that lies in texts let through")
    parser.add_argument("--mentions", type=float, default=0.985, help="share that the mentions let through")
    args = parser.parse_args()
    told = documents(args.corpus, read_sentences=False)
    articles = [one.article for one in told if split(one.name) != "test"]
    extractor = ModelExtractor(args.model, OPEN)
    found = [[bool(one.assertions) for one in extractor.analyses(article)] for article in articles]
    made = list(zip(articles, found, strict=True))
    first = [row for article, own in made for row in by_words(article, own)]
    sums = held_out(first, ridge=4.0)
    by_word = replace(
        fit(first, ridge=4.0), least=lowest(first, sums, args.words), best=best(first, sums, args.texts)
    )
    before = {(row.name, row.number): total for row, total in zip(first, sums, strict=True)}
    gate = Gate(Glance(by_word), EVERY)
    second = [
        replace(row, before=before[row.name, row.number])
        for article, own in made
        for row in by_mentions(article, own, gate)
    ]
    mentions = replace(
        fit(second, ridge=1.0), least=lowest(second, held_out(second, ridge=1.0), args.mentions)
    )
    for rows, one in ((first, by_word), (second, mentions)):
        passed = sum(total >= one.least for total in weighed(rows, one))
        print(f"{len(one.of)} clues, least {one.least}, best {one.best}: {passed} of {len(rows)} pass")
    for name, one in ((FILE, by_word), (files.GATE, mentions)):
        data = {
            "least": one.least,
            "before": one.before,
            "best": one.best if math.isfinite(one.best) else -(10**9),
            "weights": dict(one.of),
        }
        text = json.dumps(data, ensure_ascii=False, indent=0)
        (args.model / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
