"""Windows of pieces for the encoder: some sentences to decide on, and what stands before them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extract.first_pass import REACH
from graph.extract.gazetteer import Form
from graph.extract.mentions import Mention
from graph.extract.model.reading import Read
from graph.extract.model.speakers import voice_before

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_CONTEXT = 96  # pieces of context, at most
_TARGET = 128  # pieces of sentences to decide on, about
_LONGEST = 160  # pieces of one sentence
_TOPICS = 3  # actors that stand for all that goes before
_LONGEST_TOPIC = 8  # pieces of the name of one
_NAMED: tuple[Form, ...] = ("name", "seat", "adjective")
_BEGIN, _END = 0, 2  # ids of <s> and </s>

ENTITY_KINDS = (
    "state", "organisation", "company", "armed-group", "military-unit", "person", "place", "weapon-system",
    "ammunition", "component", "technology", "personnel",
)  # fmt: skip
KIND_NUMBERS = {kind: number for number, kind in enumerate(ENTITY_KINDS, start=1)}
"""The number that the network knows a kind of entity by; 0 is any other."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention in a window: its pieces [first, last) and the number of its sentence in the article."""

    mention: Mention
    first: int
    last: int
    sentence: int


@dataclass(slots=True)
class Window:
    """Pieces with the kind of entity that each belongs to (0: none), mentions, and sentences to decide on.

    `spans` tells for each sentence in it the pieces [first, last) it takes.
    """

    pieces: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    targets: list[int] = field(default_factory=list)
    offsets: list[tuple[int, int]] = field(default_factory=list)

    def add(self, number: int, part: _Part) -> None:
        """Put a sentence at the end."""
        self.spans[number] = (len(self.pieces), len(self.pieces) + len(part.ids))
        self.name(number, part)

    def name(self, number: int, part: _Part) -> None:
        """Put words at the end that stand in a sentence which is not itself in the window."""
        base = len(self.pieces)
        self.pieces += part.ids
        self.offsets += part.offsets
        kinds = [0] * len(part.ids)
        for mention, first, last in part.spots:
            self.spots.append(Spot(mention, base + first, base + last, number))
            kind = KIND_NUMBERS.get(mention.entity.kind)
            if kind:
                kinds[first:last] = [kind] * (last - first)
        self.kinds += kinds


@dataclass(frozen=True, slots=True)
class _Part:
    ids: list[int]
    offsets: list[tuple[int, int]]
    spots: list[tuple[Mention, int, int]]


class Topics:
    """Whom an article has spoken of most so far: whom a sentence may mean without naming him again."""

    def __init__(self, text: str, reads: Sequence[Read], tokenizer: Tokenizer) -> None:
        self._text, self._reads, self._tokenizer = text, reads, tokenizer
        self._parts: dict[str, _Part] = {}

    def before(self, first: int) -> list[tuple[int, _Part]]:
        """The actors named most often before a sentence, each as it was named first, with that sentence."""
        counted: Counter[str] = Counter()
        named: dict[str, tuple[int, Mention]] = {}
        for number, read in enumerate(self._reads[:first]):
            for mention in read.mentions:
                if mention.is_actor and mention.form in _NAMED and not mention.head:
                    counted[mention.entity.id] += 1
                    named.setdefault(mention.entity.id, (number, mention))
        return [(named[i][0], self._part(i, named[i][1])) for i, _ in counted.most_common(_TOPICS)]

    def voice(self, first: int, known: Container[str]) -> Iterator[tuple[int, _Part]]:
        """Who may be speaking from a sentence on, unless he is among the `known` ids anyway."""
        found = voice_before(self._reads, first)
        if found is not None and found[1].entity.id not in known:
            number, mention = found
            yield number, self._part(f"{mention.entity.id} speaks", mention)

    def _part(self, key: str, mention: Mention) -> _Part:
        if key not in self._parts:
            named = mention.form in _NAMED and mention.end > mention.start
            words = self._text[mention.start : mention.end] if named else mention.entity.name
            ids = self._tokenizer.encode(words, add_special_tokens=False).ids[:_LONGEST_TOPIC]
            self._parts[key] = _Part(ids, [(-1, -1)] * len(ids), [(mention, 0, len(ids))])
        return self._parts[key]


def worth_asking(one: Read) -> bool:
    """Whether a sentence may assert something: it names an item or an actor, or counts what was named."""
    return any(m.is_item or m.is_actor for m in one.mentions) or any(t.pos == "num" for t in one.tokens)


def windows(
    text: str, reads: Sequence[Read], tokenizer: Tokenizer, passed: Sequence[bool] | None = None
) -> Iterator[Window]:
    """The windows of an article, each sentence that may assert something a target of one of them.

    Args:
        text: the article's text.
        reads: its sentences.
        tokenizer: the model's own.
        passed: which sentences are asked of (all, if none is told).
    """
    items = [any(m.is_item for m in one.mentions) for one in reads]
    worth = [worth_asking(one) and any(items[max(0, n - REACH) : n + 1]) for n, one in enumerate(reads)]
    asked = [n for n, one in enumerate(worth) if one and (passed is None or passed[n])]
    needed = {b for n in asked for b in range(max(0, n - REACH), n + 1)}
    parts = _parts(text, reads, sorted(needed), tokenizer)
    topics = Topics(text, reads, tokenizer)
    while asked:
        taken = _taken(asked, parts)
        yield _window(taken, parts, topics)
        asked = asked[len(taken) :]


def _taken(asked: Sequence[int], parts: Mapping[int, _Part]) -> list[int]:
    """The next sentences to decide on that fit into one window, with no more than REACH between them."""
    taken: list[int] = []
    size = 0
    for number in asked:
        between = range(taken[-1] + 1, number) if taken else range(0)
        if taken and (len(between) > REACH or size + _size([*between, number], parts) > _TARGET):
            break
        size += _size([*between, number], parts)
        taken.append(number)
    return taken


def _size(numbers: Sequence[int], parts: Mapping[int, _Part]) -> int:
    return sum(len(parts[n].ids) for n in numbers)


def _window(taken: Sequence[int], parts: Mapping[int, _Part], topics: Topics) -> Window:
    window = Window([_BEGIN], [0], offsets=[(-1, -1)])
    first = taken[0]
    before: list[int] = []
    room = _CONTEXT
    for number in range(first - 1, max(-1, first - 1 - REACH), -1):
        room -= len(parts[number].ids)
        if room < 0:
            break
        before.insert(0, number)
    shown = (*before, *range(first, taken[-1] + 1))
    named = topics.before(shown[0])
    known = {mention.entity.id for _, part in named for mention, _, _ in part.spots}
    known |= {mention.entity.id for number in shown for mention, _, _ in parts[number].spots}
    for number, part in (*topics.voice(shown[0], known), *named):
        window.name(number, part)
    for number in shown:
        window.add(number, parts[number])
    window.pieces.append(_END)
    window.kinds.append(0)
    window.offsets.append((-1, -1))
    window.targets = list(taken)
    return window


def _parts(
    text: str, reads: Sequence[Read], numbers: Sequence[int], tokenizer: Tokenizer
) -> dict[int, _Part]:
    """The sentences with these numbers as pieces."""
    parts: dict[int, _Part] = {}
    for number in numbers:
        one = reads[number]  # alone: a batch of few is slower, as it is shared out to threads
        encoding = tokenizer.encode(one.sentence.text(text), add_special_tokens=False)
        ids, offsets = encoding.ids[:_LONGEST], encoding.offsets[:_LONGEST]
        parts[number] = _part(one.mentions, one.sentence.start, ids, offsets)
    return parts


def _part(
    mentions: Sequence[Mention], start: int, ids: list[int], offsets: Sequence[tuple[int, int]]
) -> _Part:
    absolute = [(start + a, start + b) for a, b in offsets]
    begins, ends = [a for a, _ in absolute], [b for _, b in absolute]
    spots = []
    for mention in mentions:
        first, last = bisect_right(ends, mention.start), bisect_left(begins, mention.end)
        if first < last:
            spots.append((mention, first, last))
    return _Part(ids, absolute, spots)
