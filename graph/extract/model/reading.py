"""What the rules' stages find in each sentence, in the form that the encoder's stages ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.framing import Frame
from graph.extract.glance import OPEN
from graph.extract.mentions import Mention
from graph.extract.model.names import Unlisted
from graph.extract.rules import Analysis, RulesExtractor
from graph.extract.sentences import Sentence
from graph.extract.times import Time
from graph.extract.tokens import Token
from graph.model import Article, EntityRef


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its mentions (what points back resolved), its speaker, times, and rules' frames.

    The mentions hold names that no list knows, too.
    `clauses` holds the indices of the tokens of each clause; `cited` tells that the sentence
    itself, or the quotation that it is a part of, names the speaker.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    clauses: tuple[tuple[int, ...], ...]
    speaker: EntityRef | None
    cited: bool
    times: tuple[Time, ...]
    frames: tuple[Frame, ...]


def read(article: Article) -> Iterator[Read]:
    """The sentences of an article in text order, as the rules leave them."""
    unlisted = Unlisted(article.text, article.language or "")
    return (of(one, unlisted) for one in RulesExtractor(OPEN).analyses(article))


def of(one: Analysis, unlisted: Unlisted) -> Read:
    """What the rules found in a sentence.

    Args:
        one: the rules' analysis of it.
        unlisted: the unknown names of the article so far; new ones are added.
    """
    if not one.reading.tokens:  # far from arms
        return Read(one.reading.sentence, (), (), (), None, False, (), ())
    known = (*one.scene.mentions, *one.left_out)
    more = unlisted.find(one.reading.tokens, known, one.times)
    return Read(
        one.reading.sentence,
        one.reading.tokens,
        tuple(sorted((*known, *more), key=lambda m: (m.start, -m.end))),
        tuple(tuple(clause.indices) for clause in one.scene.clauses),
        one.scene.speaker,
        one.scene.attribution is not None or one.scene.quoted,
        one.times,
        tuple(frame for step in one.steps for frame in step.frames),
    )
