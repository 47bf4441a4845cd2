"""What the rules' stages find in each sentence, in the form that the encoder's stages ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract import anaphora, attribution, discourse
from graph.extract.framing import Frame, frames_of
from graph.extract.mentions import Mention
from graph.extract.rules import readings
from graph.extract.sentences import Sentence
from graph.extract.times import Time
from graph.extract.times import find as find_times
from graph.extract.tokens import Token
from graph.model import Article, EntityRef


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its mentions (what points back resolved), its speaker, times, and rules' frames."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    speaker: EntityRef | None
    times: tuple[Time, ...]
    frames: tuple[Frame, ...]


def read(article: Article) -> Iterator[Read]:
    """The sentences of an article in text order; the rules' memory goes on from one to the next."""
    language = article.language or ""
    memory = discourse.Discourse()
    for number, one in enumerate(readings(article)):
        memory.sentence = number
        span = one.sentence
        said = attribution.find(one.tokens, one.mentions, memory, language)
        resolved = anaphora.resolve(one.tokens, one.mentions, memory, language)
        times = find_times(article.text, span.start, span.end, language, article.published)
        frames = tuple(frames_of(one.tokens, one.mentions, said, memory, language))
        named = said.speaker if said else next((f.speaker for f in frames if f.speaker), None)
        yield Read(span, one.tokens, resolved, named, tuple(times), frames)
