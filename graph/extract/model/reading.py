"""What the rules' stages find in each sentence, in the form that the encoder's stages ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.framing import Frame
from graph.extract.mentions import Mention
from graph.extract.rules import RulesExtractor
from graph.extract.sentences import Sentence
from graph.extract.times import Time
from graph.extract.tokens import Token
from graph.model import Article, EntityRef


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its mentions (what points back resolved), its speaker, times, and rules' frames.

    `clauses` holds the indices of the tokens of each clause.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    clauses: tuple[tuple[int, ...], ...]
    speaker: EntityRef | None
    times: tuple[Time, ...]
    frames: tuple[Frame, ...]


def read(article: Article) -> Iterator[Read]:
    """The sentences of an article in text order, as the rules leave them."""
    for one in RulesExtractor().analyses(article):
        yield Read(
            one.reading.sentence,
            one.reading.tokens,
            one.scene.mentions,
            tuple(tuple(clause.indices) for clause in one.scene.clauses),
            one.scene.speaker,
            one.times,
            tuple(frame for step in one.steps for frame in step.frames),
        )
