"""What the mentions and triggers of a sentence tell of whether it may assert something of arms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.extract.first_pass import REACH
from graph.extract.model.reading import Read
from graph.extract.rules import Analysis

_MOST_STATES = 4  # powers of two
_MOST = 3  # of a kind in a sentence
_NAMED = ("name", "noun")


def of_mentions(
    rules: Sequence[Analysis], reads: Sequence[Read], wanted: Sequence[bool]
) -> Iterator[tuple[str, ...]]:
    """What the rules' stages found in each sentence of a text, and in those before it.

    Nothing is told of those that are not wanted.
    """
    named = [sum(m.is_item and m.form in _NAMED for m in one.mentions) for one in reads]
    triggered = [
        sorted({step.trigger.pattern.relation for step in one.steps if step.trigger}) for one in rules
    ]
    states = {m.entity.id for one in reads for m in one.mentions if m.entity.kind == "state"}
    speaking = sum(n > 0 for n in named)
    text = (
        "any",
        f"items in text: {sum(named).bit_length()}",
        f"states in text: {min(_MOST_STATES, len(states).bit_length())}",
        f"tenths with items: {min(5, 10 * speaking // max(1, len(reads)))}",
    )
    for number, one in enumerate(reads):
        if not wanted[number]:
            yield ()
            continue
        before = slice(max(0, number - REACH), number)
        yield (
            *text,
            *_own(one, triggered[number]),
            f"items before: {min(2, sum(named[before]))}",
            f"triggers before: {sum(map(bool, triggered[before]))}",
        )


def _own(one: Read, triggered: Sequence[str]) -> Iterator[str]:
    items = [m for m in one.mentions if m.is_item]
    forms = {m.form for m in items}
    yield from sorted({f"{m.entity.kind}, {m.form}" if m.is_item else m.entity.kind for m in one.mentions})
    yield from sorted(forms) or ("no item",)
    actors = [m.entity.kind == "state" for m in one.mentions if m.is_actor]
    yield f"states: {min(_MOST, sum(actors))}"
    yield f"other actors: {min(_MOST, len(actors) - sum(actors))}"
    yield f"block: {one.sentence.kind}"
    what = "" if forms & set(_NAMED) else " of something else" if items else " of nothing"
    for relation in triggered or ("nothing",):
        yield relation
        yield f"{relation}{what}"
    if one.frames:
        yield "frame"
    if any(token.pos == "num" for token in one.tokens):
        yield "figure"
