"""Windows of pieces for the encoder: some sentences to decide on, and what stands before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extract.mentions import Mention
from graph.extract.model.reading import Read

if TYPE_CHECKING:
    from tokenizers import Tokenizer

REACH = 2  # sentences before one in which its partners are looked for
_CONTEXT = 96  # pieces of context, at most
_TARGET = 128  # pieces of sentences to decide on, about
_LONGEST = 160  # pieces of one sentence
_HEADLINE = 32  # pieces of the headline
_BEGIN, _END = 0, 2  # ids of <s> and </s>

ENTITY_KINDS = (
    "state", "organisation", "company", "armed-group", "military-unit", "person", "place", "weapon-system",
    "ammunition", "component", "technology", "personnel",
)  # fmt: skip


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
        base = len(self.pieces)
        self.pieces += part.ids
        self.offsets += part.offsets
        kinds = [0] * len(part.ids)
        for mention, first, last in part.spots:
            self.spots.append(Spot(mention, base + first, base + last, number))
            if mention.entity.kind in ENTITY_KINDS:
                kind = 1 + ENTITY_KINDS.index(mention.entity.kind)
                kinds[first:last] = [kind] * (last - first)
        self.kinds += kinds
        self.spans[number] = (base, base + len(part.ids))


@dataclass(frozen=True, slots=True)
class _Part:
    ids: list[int]
    offsets: list[tuple[int, int]]
    spots: list[tuple[Mention, int, int]]


def worth_asking(one: Read) -> bool:
    """Whether a sentence may assert something: it names an item or an actor, or counts what was named."""
    return any(m.is_item or m.is_actor for m in one.mentions) or any(t.pos == "num" for t in one.tokens)


def windows(text: str, reads: Sequence[Read], tokenizer: Tokenizer) -> Iterator[Window]:
    """The windows of an article, each sentence that may assert something a target of one of them."""
    parts = _parts(text, reads, tokenizer)
    headline = next((n for n, one in enumerate(reads) if one.sentence.kind == "headline"), None)
    items = [any(m.is_item for m in one.mentions) for one in reads]
    worth = [worth_asking(one) and any(items[max(0, n - REACH) : n + 1]) for n, one in enumerate(reads)]
    n = 0
    while n < len(reads):
        if not worth[n]:
            n += 1
            continue
        last, size = n, 0
        while last < len(reads) and (last == n or size + len(parts[last].ids) <= _TARGET):
            size += len(parts[last].ids)
            last += 1
        window = Window([_BEGIN], [0], offsets=[(-1, -1)])
        before: list[int] = []
        room = _CONTEXT
        for b in range(n - 1, max(-1, n - 1 - REACH), -1):
            room -= len(parts[b].ids)
            if room < 0:
                break
            before.insert(0, b)
        if headline is not None and headline < n and headline not in before:
            if len(parts[headline].ids) <= _HEADLINE:
                window.add(headline, parts[headline])
        for number in (*before, *range(n, last)):
            window.add(number, parts[number])
        window.pieces.append(_END)
        window.kinds.append(0)
        window.offsets.append((-1, -1))
        window.targets = [t for t in range(n, last) if worth[t]]
        yield window
        n = last


def _parts(text: str, reads: Sequence[Read], tokenizer: Tokenizer) -> list[_Part]:
    sentences = [text[r.sentence.start : r.sentence.end] for r in reads]
    encodings = tokenizer.encode_batch(sentences, add_special_tokens=False)
    parts = []
    for one, encoding in zip(reads, encodings, strict=True):
        start = one.sentence.start
        offsets = [(start + a, start + b) for a, b in encoding.offsets][:_LONGEST]
        spots = []
        for mention in one.mentions:
            inside = [
                i for i, (a, b) in enumerate(offsets) if b > mention.start and a < mention.end and b > a
            ]
            if inside:
                spots.append((mention, inside[0], inside[-1] + 1))
        parts.append(_Part(encoding.ids[:_LONGEST], offsets, spots))
    return parts
