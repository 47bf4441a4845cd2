"""What the encoder is asked about: each sentence with each item in reach, and each actor or place there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.extract.first_pass import REACH
from graph.extract.gazetteer import Form
from graph.extract.model import speakers
from graph.extract.model.reading import Read
from graph.extract.model.windows import ENTITY_KINDS, KIND_NUMBERS, Spot, Window

# As the network was trained: a form that came later has no number, so that mentions bear one of these.
_FORMS: tuple[Form, ...] = (
    "name", "seat", "noun", "adjective", "people", "context", "context-noun", "weak", "blocked",
)  # fmt: skip
_BLOCKS = ("headline", "lead", "body", "subhead")
_EARLIER_ITEMS = 3
_STEPS = 21  # buckets of a distance in pieces

# Each feature has a column; the numbers in it begin where those of the column before end.
_PAIR_SIZES = (_STEPS, _STEPS, 4, 1 + len(ENTITY_KINDS), len(_FORMS), 4, 3, speakers.PARTS)
_ANCHOR_SIZES = (5, 1 + len(ENTITY_KINDS), 1 + len(_FORMS), len(_BLOCKS), 4)
PAIR_FEATURES, ANCHOR_FEATURES = sum(_PAIR_SIZES), sum(_ANCHOR_SIZES)
PAIR_COLUMNS, ANCHOR_COLUMNS = len(_PAIR_SIZES), len(_ANCHOR_SIZES)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A sentence of a window and the item it may say something about (None: none that is named)."""

    sentence: int
    item: Spot | None
    features: tuple[int, ...]
    partners: tuple[Spot, ...]
    partner_features: tuple[tuple[int, ...], ...]


def anchors(window: Window, reads: Sequence[Read]) -> Iterator[Anchor]:
    """All candidates of a window, sentence by sentence."""
    for sentence in window.targets:
        near = [s for s in window.spots if _distance(s, sentence) < 4]
        partners = tuple(s for s in near if not s.mention.is_item)
        if not any(p.mention.is_actor for p in partners):
            continue
        start = window.spans[sentence][0]
        own = sum(p.sentence == sentence for p in partners)
        voices = speakers.parts(reads, sentence)
        alike = [  # whatever the item
            _partner_features(p, sentence, start, own, voices.get(p.mention.entity.id, 0)) for p in partners
        ]
        for item in (*_items(near, sentence), None):
            at = item.first if item else start
            features = tuple((_bucket(p.first - at), *more) for p, more in zip(partners, alike, strict=True))
            yield Anchor(sentence, item, _anchor_features(item, sentence, reads, near), partners, features)


def _items(near: list[Spot], sentence: int) -> Iterator[Spot]:
    own = [s for s in near if s.mention.is_item and s.sentence == sentence]
    yield from own
    seen = {s.mention.entity.id for s in own}
    earlier = 0
    for spot in reversed([s for s in near if s.mention.is_item and s.sentence < sentence]):
        if spot.mention.entity.id not in seen and earlier < _EARLIER_ITEMS:
            seen.add(spot.mention.entity.id)
            earlier += 1
            yield spot


def _distance(spot: Spot, sentence: int) -> int:
    """Sentences between: 0 to 2; 3 for the headline; 4 for what is out of reach."""
    back = sentence - spot.sentence
    if 0 <= back <= REACH:
        return back
    return 3 if back > 0 else 4


@lru_cache(1024)
def _bucket(distance: int) -> int:
    """A signed distance in 21 steps, wider the farther."""
    size = abs(distance)
    step = size if size < 4 else min(10, 1 + size.bit_length())
    return 10 + (step if distance > 0 else -step)


def _kind(spot: Spot) -> int:
    return KIND_NUMBERS.get(spot.mention.entity.kind, 0)


def _number(values: Sequence[int], sizes: Sequence[int], base: int = 0) -> tuple[int, ...]:
    """The column of each value, in columns of these sizes from `base` on."""
    out = []
    for value, size in zip(values, sizes, strict=True):
        out.append(base + min(value, size - 1))
        base += size
    return tuple(out)


def _anchor_features(
    item: Spot | None, sentence: int, reads: Sequence[Read], near: list[Spot]
) -> tuple[int, ...]:
    block = reads[sentence].sentence.kind
    own = sum(s.mention.is_item and s.sentence == sentence for s in near)
    return _number(
        (
            4 if item is None else _distance(item, sentence),
            0 if item is None else _kind(item),
            0 if item is None else 1 + _FORMS.index(item.mention.form),
            _BLOCKS.index(block) if block in _BLOCKS else 2,
            own,
        ),
        _ANCHOR_SIZES,
    )


def _partner_features(partner: Spot, sentence: int, start: int, own: int, voice: int) -> tuple[int, ...]:
    """The features of a pair but for the first, which tells how far apart the two are."""
    mention = partner.mention
    return _number(
        (
            _bucket(partner.first - start),
            _distance(partner, sentence),
            _kind(partner),
            _FORMS.index(mention.form),
            2 * mention.attribute + bool(mention.head),
            min(2, own),
            voice,
        ),
        _PAIR_SIZES[1:],
        _PAIR_SIZES[0],
    )
