"""What each stage of the extractor with the model made of a sentence, down to its assertions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from graph.extract.model.candidates import Anchor
from graph.extract.model.extractor import ModelExtractor, proposed
from graph.extract.model.network import Network, Scored
from graph.extract.model.proposals import Proposal
from graph.extract.model.reading import Read, read
from graph.extract.model.weighing import confidence, features, kept
from graph.extract.model.windows import Window
from graph.extract.protocol import LANGUAGES
from graph.extract.rules import Analysis, RulesExtractor
from graph.model import Article, Assertion

Verdict = Literal["likely", "sure by rules", "repeated", "unlikely"]
"""Why a proposal counts (the first two), or does not."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal with its confidence (0 to 1), what became of it, and its assertion where it counts."""

    proposal: Proposal
    confidence: float
    verdict: Verdict
    assertion: Assertion | None


@dataclass(frozen=True, slots=True)
class ModelAnalysis:
    """A sentence: what the rules' stages made of it, what the network was asked, what was proposed."""

    rules: Analysis
    read: Read
    scored: tuple[Scored, ...]
    judged: tuple[Judged, ...]

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """What the sentence asserts."""
        return tuple(one.assertion for one in self.judged if one.assertion is not None)


def analyses(article: Article, extractor: ModelExtractor) -> Iterator[ModelAnalysis]:
    """Every sentence that is read, in text order; nothing for other languages."""
    if article.language not in LANGUAGES:
        return
    reads, heard = list(read(article)), _Heard(extractor._network)
    found = list(proposed(article, reads, cast(Network, heard)))
    judged: defaultdict[int, list[Judged]] = defaultdict(list)
    seen: set[tuple[object, ...]] = set()
    for one, numbers in zip(found, features(found, reads), strict=True):
        sure = confidence(numbers, extractor._weighing)
        verdict: Verdict = "likely" if sure >= extractor._weighing.threshold else "sure by rules"
        told = None
        if not kept(one, sure, extractor._weighing):
            verdict = "unlikely"
        else:
            told = extractor._assertion(article, reads[one.sentence], one, sure)
            key = (told.relation, told.entities[:3], told.quantity, told.start)
            if key in seen:
                verdict, told = "repeated", None
            seen.add(key)
        judged[one.sentence].append(Judged(one, sure, verdict, told))
    for number, (rules, own) in enumerate(zip(RulesExtractor().analyses(article), reads, strict=True)):
        asked = tuple(one for one in heard.scored if one.anchor.sentence == number)
        yield ModelAnalysis(rules, own, asked, tuple(judged[number]))


class _Heard:
    """A network that remembers what it answered."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.tokenizer = network.tokenizer
        self.scored: list[Scored] = []

    def score(self, windows: Sequence[Window], anchors: Sequence[Sequence[Anchor]]) -> Iterator[Scored]:
        """As Network.score."""
        for one in self._network.score(windows, anchors):
            self.scored.append(one)
            yield one
