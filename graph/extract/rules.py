"""The extractor that needs no model: gazetteers, tags and frames, one sentence after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.extract import (
    acronyms,
    attribution,
    blocks,
    credit_lines,
    discourse,
    headlines,
    interviews,
    quotations,
    sentences,
    short_names,
)
from graph.extract.firms import Firms
from graph.extract.first_pass import names_arms
from graph.extract.framing import Frame, Step, steps
from graph.extract.glance import Glance, shipped
from graph.extract.mentions import Mention, find
from graph.extract.protocol import LANGUAGES
from graph.extract.quantities import asserted_quantity
from graph.extract.scene import Scene, scene
from graph.extract.times import Time
from graph.extract.times import find as find_times
from graph.extract.tokens import Token, tokenize
from graph.model import Article, Assertion, EntityRef
from seeds.catalogue import lexicon

READ: tuple[blocks.Kind, ...] = ("headline", "lead", "body", "subhead")
"""The kinds of blocks whose sentences are read."""


_OPENING = 3  # sentences


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with all that the first stages found in it; nothing where it is far from any arms."""

    sentence: sentences.Sentence
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]


def own_sentences(article: Article) -> list[sentences.Sentence]:
    """The sentences of an article's own text, in text order."""
    own = [block for block in blocks.blocks(article) if block.kind in READ]
    language = article.language or ""
    return [s for b in own for s in sentences.split(article.text, b.start, b.end, b.kind, language)]


def readings(
    article: Article, found: Sequence[sentences.Sentence], near: Sequence[bool]
) -> Iterator[Reading]:
    """The sentences of an article; those near arms tagged and with mentions."""
    language = article.language or ""
    firms, short = Firms(), short_names.meant(article.text, language)
    explained = acronyms.explained(article.text, language)
    for sentence, wanted in zip(found, near, strict=True):
        if wanted:
            tokens = tokenize(article.text, sentence.start, sentence.end, language)
            own = find(article.text, tokens, language, firms)
            whole = tuple(short_names.whole(own, short, article.text))
            mentions = acronyms.named(whole, tokens, article.text, explained)
            yield Reading(sentence, tokens, tuple(sorted(mentions, key=lambda m: (m.start, -m.end))))
        else:
            yield Reading(sentence, (), ())


def event_time(
    times: Sequence[Time], clause: Sequence[int], tokens: Sequence[Token], language: str
) -> str | None:
    """The time of the event: one that stands in the clause that tells it, never when somebody spoke."""
    told = {i for i in range(len(tokens)) if attribution.speaks(tokens, i, language)}
    inside = {i for i in clause if i < len(tokens)}
    own = [t for t in times if any(tokens[i].start < t.end and tokens[i].end > t.start for i in inside)]
    if told & set(clause):  # "kündigte am Montag die Lieferung an"
        announced = [t for t in own if _announced_for(t, tokens, language)]
        return announced[0].edtf if len(announced) == 1 else None
    if own:
        return own[0].edtf
    return times[0].edtf if len(times) == 1 and not told else None


def _announced_for(time: Time, tokens: Sequence[Token], language: str) -> bool:
    """Whether it is the time of what somebody announces: "kündigte am Montag für 2026 die Lieferung an"."""
    first = next(i for i, token in enumerate(tokens) if token.end > time.start)
    low = [token.low for token in tokens[: first + 1]]
    phrases = [phrase.split() for phrase in lexicon(language, "time")["announced_for"]]
    return any(low[:-1][-len(words) :] == words or low[-len(words) :] == words for words in phrases)


def _looked_into(near: Sequence[bool], told_by: Sequence[tuple[int, ...]]) -> list[bool]:
    """What is near arms, who is quoted there, and how the text begins: it says who is asked or reports."""
    hosts = {host for one, own in zip(near, told_by, strict=True) if one for host in own}
    opening = _OPENING if any(near) else 0
    return [one or number < opening or number in hosts for number, one in enumerate(near)]


def _told_by(hosts: Mapping[int, Reading], memory: discourse.Discourse, language: str) -> EntityRef | None:
    """The speaker of a quotation, by the first of the sentences around it that names one."""
    for number, host in hosts.items():
        if number < memory.sentence:
            known = memory.spoken.get(number)
        else:
            found = attribution.find(host.tokens, host.mentions, memory, language)
            if found:
                memory.hear(found.speaker, found.side)
            known = found.speaker if found else None
        if known is not None:
            return known
    return None


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sentence with all that the stages made of it, down to its frames."""

    reading: Reading
    scene: Scene
    times: tuple[Time, ...]
    steps: tuple[Step, ...]

    @property
    def left_out(self) -> tuple[Mention, ...]:
        """The mentions that point back to nothing: "systems", of no one yet."""
        spans = {(m.first, m.last) for m in self.scene.mentions}
        return tuple(m for m in self.reading.mentions if (m.first, m.last) not in spans)


class RulesExtractor:
    """Gazetteer mentions, frames over part-of-speech tags, and rules for number, time, modality, speaker.

    Args:
        glance: what chooses the sentences that are read (default: the one that is shipped).
    """

    name = "rules"
    version = "9"

    def __init__(self, glance: Glance | None = None) -> None:
        self._glance = glance

    def extract(self, article: Article) -> Iterator[Assertion]:
        """Yield the article's assertions in the order of their evidence; nothing for other languages."""
        if article.language in LANGUAGES and names_arms(article.text, article.language):
            for _, said in self.read(article):
                yield from said

    def read(self, article: Article) -> Iterator[tuple[Analysis, tuple[Assertion, ...]]]:
        """Yield every sentence that is read with its assertions, in text order."""
        done = list(self.analyses(article))
        found = [(one.reading.sentence.kind, self.assertions(article, one)) for one in done]
        yield from zip(done, headlines.with_speakers(found), strict=True)

    def analyses(self, article: Article) -> Iterator[Analysis]:
        """Yield every sentence that is read with what each stage made of it, in text order."""
        if article.language not in LANGUAGES:
            return
        found = own_sentences(article)
        looked = (self._glance or shipped()).look(article.text, found, article.language)
        yield from self.of(article, found, looked.needed)

    def of(
        self, article: Article, found: Sequence[sentences.Sentence], near: Sequence[bool]
    ) -> Iterator[Analysis]:
        """The same of an article's own sentences, of which those that are `near` arms are looked into."""
        memory = discourse.Discourse(article.text)
        language = article.language or ""
        quoted = quotations.hosts(article.text, found)
        credited = credit_lines.followed(article.text, found, language)
        told_by = [own or below for own, below in zip(quoted, credited, strict=True)]
        answered = interviews.answers(article.text, found, language)
        read = list(readings(article, found, _looked_into(near, told_by)))
        for number, reading in enumerate(read):
            memory.sentence = number
            hosts = {
                host: read[host]
                for host in told_by[number]
                if quoted[number] or credit_lines.credits(read[host].tokens, language)
            }
            yield self._analysis(article, reading, hosts, memory, answered.get(number))

    def _analysis(
        self,
        article: Article,
        reading: Reading,
        hosts: Mapping[int, Reading],
        memory: discourse.Discourse,
        asked: EntityRef | None,
    ) -> Analysis:
        language, sentence = article.language or "", reading.sentence
        if not reading.tokens:
            return Analysis(reading, Scene((), (), (), None, None, False, memory, language), (), ())
        speaker = attribution.find(
            reading.tokens, reading.mentions, memory, language, headline=sentence.kind == "headline"
        )
        quoted = None if speaker else _told_by(hosts, memory, language) or asked
        times = find_times(article.text, sentence.start, sentence.end, language, article.published)
        stage = scene(reading.tokens, reading.mentions, speaker, quoted, memory, language)
        return Analysis(reading, stage, times, steps(stage))

    def assertions(self, article: Article, analysis: Analysis) -> tuple[Assertion, ...]:
        """What a sentence asserts, as the rules alone see it: its frames, none told twice."""
        told: dict[tuple[object, ...], Assertion] = {}
        for frame in (frame for step in analysis.steps for frame in step.frames):
            new = self._assertion(article, analysis.reading, frame, analysis.times)
            key = (new.relation, new.subject, new.object, new.recipient, new.place, new.quantity)
            told.setdefault(key, new)
        return tuple(told.values())

    def _assertion(
        self, article: Article, reading: Reading, frame: Frame, times: Sequence[Time]
    ) -> Assertion:
        language, sentence = article.language or "", reading.sentence
        quantity = None
        if frame.item_index >= 0:
            quantity = asserted_quantity(
                reading.tokens, frame.item_index, reading.mentions, language, frame.relation, frame.modality
            )
        return Assertion(
            article=article.id,
            article_path=article.path,
            relation=frame.relation,
            modality=frame.modality,
            evidence=sentence.text(article.text),
            start=sentence.start,
            end=sentence.end,
            subject=frame.subject,
            object=frame.item,
            recipient=frame.recipient,
            place=frame.place,
            attributed_to=frame.speaker,
            quantity=quantity.value if quantity else None,
            quantity_max=quantity.maximum if quantity else None,
            quantity_qualifier=quantity.qualifier if quantity else None,
            unit=quantity.unit if quantity else None,
            when=event_time(times, frame.clause, reading.tokens, language),
            confidence=frame.confidence,
            extractor=f"{self.name}/{self.version}",
        )
