"""The extractor that needs no model: gazetteers, tags and frames, one sentence after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract import attribution, blocks, discourse, sentences
from graph.extract.firms import Firms
from graph.extract.framing import Frame, frames_of
from graph.extract.mentions import Mention, find
from graph.extract.quantities import attach_quantity
from graph.extract.times import Time
from graph.extract.times import find as find_times
from graph.extract.tokens import Token, tokenize
from graph.model import Article, Assertion
from seeds.catalogue import lexicon

LANGUAGES = ("de", "en")
_READ = ("headline", "lead", "body", "subhead")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with all that the first stages found in it."""

    sentence: sentences.Sentence
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]


def readings(article: Article) -> Iterator[Reading]:
    """The sentences that may assert something, tagged and with their mentions, in text order."""
    language = article.language or ""
    firms = Firms()
    for block in blocks.blocks(article):
        if block.kind not in _READ:
            continue
        for sentence in sentences.split(article.text, block.start, block.end, block.kind, language):
            tokens = tokenize(article.text, sentence.start, sentence.end, language)
            yield Reading(sentence, tokens, find(article.text, tokens, language, firms))


def _event_time(times: Sequence[Time], frame: Frame, tokens: Sequence[Token], language: str) -> str | None:
    """The time of the event: one that stands in the frame's own clause, never when somebody spoke."""
    speech = lexicon(language, "attribution")["verbs"]
    told = {i for i, token in enumerate(tokens) if token.pos == "verb" and token.lemma in speech}
    if told & set(frame.clause):
        return None  # "kündigte am Montag die Lieferung an"
    inside = {i for i in frame.clause if i < len(tokens)}
    own = [t for t in times if any(tokens[i].start < t.end and tokens[i].end > t.start for i in inside)]
    if own:
        return own[0].edtf
    return times[0].edtf if len(times) == 1 and not told else None


class RulesExtractor:
    """Gazetteer mentions, frames over part-of-speech tags, and rules for number, time, modality, speaker."""

    name = "rules"
    version = "1"

    def extract(self, article: Article) -> Iterator[Assertion]:
        """Yield the article's assertions in the order of their evidence; nothing for other languages."""
        if article.language not in LANGUAGES:
            return
        memory = discourse.Discourse()
        seen: set[tuple[object, ...]] = set()
        for number, reading in enumerate(readings(article)):
            memory.sentence = number
            for assertion in self._sentence(article, reading, memory):
                key = (
                    assertion.relation,
                    assertion.subject,
                    assertion.object,
                    assertion.recipient,
                    assertion.place,
                    assertion.quantity,
                    assertion.start,
                )
                if key not in seen:
                    seen.add(key)
                    yield assertion

    def _sentence(
        self, article: Article, reading: Reading, memory: discourse.Discourse
    ) -> Iterator[Assertion]:
        language = article.language or ""
        tokens, mentions = reading.tokens, reading.mentions
        speaker = attribution.find(tokens, mentions, memory, language)
        times = find_times(
            article.text, reading.sentence.start, reading.sentence.end, language, article.published
        )
        for frame in frames_of(reading.tokens, mentions, speaker, memory, language):
            quantity = attach_quantity(tokens, frame.item_index, mentions, language)
            when = _event_time(times, frame, tokens, language)
            yield Assertion(
                article=article.id,
                article_path=article.path,
                relation=frame.relation,
                modality=frame.modality,
                evidence=article.text[reading.sentence.start : reading.sentence.end],
                start=reading.sentence.start,
                end=reading.sentence.end,
                subject=frame.subject,
                object=frame.item,
                recipient=frame.recipient,
                place=frame.place,
                attributed_to=frame.speaker,
                quantity=quantity.value if quantity else None,
                quantity_max=quantity.maximum if quantity else None,
                quantity_qualifier=quantity.qualifier if quantity else None,
                unit=quantity.unit if quantity else None,
                when=when,
                confidence=frame.confidence,
                extractor=f"{self.name}/{self.version}",
            )
