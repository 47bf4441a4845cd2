"""Which sentences the network is asked of: what a glance at their words lets through, then the mentions.

A second logistic regression weighs the mentions and triggers that the rules found, and what the
words weighed. Nearly all sentences in which the model would find something are let through.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from pathlib import Path

from graph.extract import glance
from graph.extract.glance import EVERY, Glance, Looked, Weights
from graph.extract.model import clues, files
from graph.extract.model.files import ModelUnavailable
from graph.extract.model.reading import Read
from graph.extract.rules import Analysis
from graph.extract.sentences import Sentence


class Gate:
    """Lets sentences through by what is known of them."""

    def __init__(self, words: Glance, mentions: Weights) -> None:
        self._words, self._mentions = words, mentions

    @classmethod
    def load(cls, folder: Path) -> Gate:
        """Read the weights that lie beside a model.

        Raises:
            ModelUnavailable: a file is missing or broken.
        """
        return cls(Glance(_weights(folder / glance.FILE)), _weights(folder / files.GATE))

    def look(self, text: str, sentences: Sequence[Sentence], language: str) -> Looked:
        """What the words of each sentence of a text tell; a sentence far from arms is not needed."""
        return self._words.look(text, sentences, language)

    def passed(self, looked: Looked, rules: Sequence[Analysis], reads: Sequence[Read]) -> list[bool]:
        """Of which sentences the network is asked, once the rules have read what was needed."""
        of, least, before = self._mentions.of, self._mentions.least, self._mentions.before
        told = clues.of_mentions(rules, reads, looked.needed)
        return [
            needed and before * total + sum(map(of.get, own, repeat(0))) >= least
            for needed, total, own in zip(looked.needed, looked.sums, told, strict=True)
        ]


OPEN = Gate(glance.OPEN, EVERY)
"""Lets through all that is near arms."""


def _weights(path: Path) -> Weights:
    try:
        return glance.weights(path)
    except (OSError, ValueError) as error:
        raise ModelUnavailable(f"the model's file {path.name} cannot be read: {error}") from error
