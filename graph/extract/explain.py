"""What each stage of the rules made of a sentence, as plain values to print or to hand to a program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.extract import blocks
from graph.extract.arguments import Argument
from graph.extract.clauses import Clause
from graph.extract.framing import Frame, Step
from graph.extract.mentions import Mention
from graph.extract.protocol import LANGUAGES
from graph.extract.rules import READ, Analysis, RulesExtractor
from graph.extract.tokens import Token
from graph.model import Article, Assertion, EntityRef

UNREAD = "no arms near, or nothing that is said of them"
"""Of a sentence that was not looked into."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A block that is no claim of the article's own; its sentences are not read."""

    block: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: its words, whom or what they name, and how.

    `form` is the form of a mention; `note` tells of one that was resolved from what stands
    before it ("points back"), or that points nowhere and was dropped ("left out").
    """

    text: str
    start: int
    end: int
    entity: EntityRef
    form: str
    attribute: bool = False
    head: str = ""
    medium: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it, and the words that tell so; none where the speaker before goes on."""

    entity: EntityRef
    cue: str | None


@dataclass(frozen=True, slots=True)
class When:
    """A date or period of the sentence, EDTF."""

    text: str
    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention in its clause; see `graph.extract.arguments.Argument`."""

    text: str
    entity: EntityRef
    marker: str
    case: str
    modifiers: tuple[EntityRef, ...]
    origins: tuple[EntityRef, ...]
    demonstrative: bool
    negated: bool
    coordinated: bool


@dataclass(frozen=True, slots=True)
class Triggered:
    """A trigger with its pattern and voice, the roles it got, its frames, and what an item lacked.

    `text` is None for what goes on a list of the sentence before, which needs no trigger.
    """

    text: str | None
    lemma: str | None
    pattern: str | None
    voice: str | None
    subject: EntityRef | None
    recipient: EntityRef | None
    place: EntityRef | None
    items: tuple[EntityRef, ...]
    implied: bool
    frames: tuple[Frame, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A clause: its words, what opens it, its subject, arguments and triggers."""

    text: str
    opener: str
    subordinate: bool
    relative: str
    subject: EntityRef | None
    arguments: tuple[Placed, ...]
    triggers: tuple[Triggered, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence that was read, stage by stage; `nothing` tells why no assertion came of it."""

    number: int
    block: str
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Named, ...]
    speaker: Speaker | None
    times: tuple[When, ...]
    clauses: tuple[Part, ...]
    continued: tuple[Triggered, ...]
    assertions: tuple[Assertion, ...]
    nothing: str | None


_Explained = TypeVar("_Explained", bound=Explained)


def explain(article: Article, extractor: RulesExtractor) -> Iterator[Explained | Unread]:
    """What became of an article's blocks and sentences, in text order; nothing for other languages.

    >>> text = "Iran hat Russland 40 Drohnen geliefert."
    >>> article = Article("a", text, "", language="de")
    >>> [[m.entity.id for m in one.mentions] for one in explain(article, RulesExtractor())]
    [['iran', 'russia', 'drones']]
    """
    told = (
        explained(article, number, one, said)
        for number, (one, said) in enumerate(extractor.read(article), start=1)
    )
    yield from with_unread(article, told)


def with_unread(article: Article, sentences: Iterable[_Explained]) -> Iterator[_Explained | Unread]:
    """The article's sentences with the blocks that are not read in their places."""
    unread = [block for block in blocks.blocks(article) if block.kind not in READ]
    for one in sentences:
        while unread and unread[0].start < one.start:
            yield _unread(article, unread.pop(0))
        yield one
    if article.language in LANGUAGES:
        yield from (_unread(article, block) for block in unread)


def _unread(article: Article, block: blocks.Block) -> Unread:
    return Unread(block.kind, block.start, block.end, article.text[block.start : block.end])


def explained(
    article: Article, number: int, analysis: Analysis, assertions: tuple[Assertion, ...]
) -> Explained:
    """What the stages of the rules made of a sentence, and what it came to; sentences count from 1."""
    sentence, stage = analysis.reading.sentence, analysis.scene
    triggers = [(step, _triggered(step, stage.tokens)) for step in analysis.steps]
    cited = stage.attribution
    cue = article.text[stage.tokens[cited.first].start : stage.tokens[cited.last - 1].end] if cited else None
    parts = []
    for i, clause in enumerate(stage.clauses):
        arguments = tuple(_placed(article.text, argument) for argument in stage.arguments(clause))
        own = tuple(triggered for step, triggered in triggers if step.trigger and step.clause == i)
        parts.append(_part(clause, stage.tokens, stage.subjects.get(i), arguments, own))
    return Explained(
        number=number,
        block=sentence.kind,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text(article.text),
        tokens=analysis.reading.tokens,
        mentions=tuple(_mentions(article.text, analysis)),
        speaker=Speaker(stage.speaker, cue) if stage.speaker else None,
        times=tuple(When(article.text[t.start : t.end], t.start, t.end, t.edtf) for t in analysis.times),
        clauses=tuple(parts),
        continued=tuple(triggered for step, triggered in triggers if step.trigger is None),
        assertions=assertions,
        nothing=None if assertions else _nothing(analysis, [triggered for _, triggered in triggers]),
    )


def _mentions(text: str, analysis: Analysis) -> Iterator[Named]:
    """The mentions as the first stages found them and as anaphora left them, left to right."""
    found, resolved = analysis.reading.mentions, analysis.scene.mentions
    named = [(m, "" if m in found else "points back") for m in resolved]
    named += [(m, "left out") for m in analysis.left_out]
    for mention, note in sorted(named, key=lambda pair: (pair[0].start, pair[0].end)):
        yield _named(text, mention, note)


def _named(text: str, m: Mention, note: str) -> Named:
    words = text[m.start : m.end]
    return Named(words, m.start, m.end, m.entity, m.form, m.attribute, m.head, m.medium, note)


def _placed(text: str, a: Argument) -> Placed:
    return Placed(
        text=text[a.mention.start : a.mention.end],
        entity=a.mention.entity,
        marker=a.marker,
        case=a.case,
        modifiers=a.modifiers,
        origins=a.origins,
        demonstrative=a.demonstrative,
        negated=a.negated,
        coordinated=a.coordinated,
    )


def _part(
    clause: Clause,
    tokens: Sequence[Token],
    subject: EntityRef | None,
    arguments: tuple[Placed, ...],
    triggers: tuple[Triggered, ...],
) -> Part:
    words = " ".join(tokens[i].text for i in clause.indices)
    relative = tokens[clause.relative].text if clause.relative >= 0 else ""
    return Part(words, clause.opener, clause.subordinate, relative, subject, arguments, triggers)


def _triggered(step: Step, tokens: Sequence[Token]) -> Triggered:
    trigger, filled = step.trigger, step.roles
    return Triggered(
        text=tokens[trigger.index].text if trigger else None,
        lemma=trigger.lemma if trigger else None,
        pattern=trigger.pattern.name if trigger else None,
        voice=trigger.voice if trigger else None,
        subject=filled.subject,
        recipient=filled.recipient,
        place=filled.place,
        items=tuple(argument.mention.entity for argument in filled.items),
        implied=filled.implied,
        frames=step.frames,
        lacking=step.lacking,
    )


def _nothing(analysis: Analysis, triggers: Sequence[Triggered]) -> str:
    """Why a sentence came to nothing, as far as the stages tell."""
    if not analysis.reading.tokens:
        return UNREAD
    if not triggers:
        return "no trigger"
    reasons = ((t.text, lack) for t in triggers for lack in dict.fromkeys(t.lacking))
    return "; ".join(f'"{text}": {lack}' for text, lack in reasons) or "no frame"
