"""Who may go on speaking: the voice that a sentence may rest on without naming it again."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.mentions import Mention
from graph.extract.model.reading import Read
from graph.model import EntityRef

_CLOSE = 3  # sentences over which a speaker often goes on

PARTS = 5
"""How many parts an actor can have in the speaking of a sentence, `none` included."""
_NONE, _CITED, _CARRIED, _CLOSE_BEFORE, _LONG_BEFORE = range(PARTS)


def spoke_last(reads: Sequence[Read], number: int) -> tuple[int, EntityRef] | None:
    """The sentence before `number` that named its speaker last, and the speaker."""
    for before in range(number - 1, -1, -1):
        read = reads[before]
        if read.cited and read.speaker is not None:
            return before, read.speaker
    return None


def voice_before(reads: Sequence[Read], number: int) -> tuple[int, Mention] | None:
    """Who may be speaking in a text from sentence `number` on: who spoke last, else the person named first.

    The person named first is, in an interview, the one who is asked.
    """
    last = spoke_last(reads, number)
    if last is not None:
        sentence, speaker = last
        named = (m for m in reversed(reads[sentence].mentions) if m.entity.id == speaker.id)
        start = reads[sentence].sentence.start
        return sentence, next(named, Mention(speaker, start, start, 0, 0, "name"))
    for sentence, read in enumerate(reads[:number]):
        for mention in read.mentions:
            if mention.entity.kind == "person":
                return sentence, mention
    return None


def parts(reads: Sequence[Read], number: int) -> dict[str, int]:
    """What part actors have in the speaking of a sentence, by their ids; the others have none (0)."""
    found: dict[str, int] = {}
    last = spoke_last(reads, number)
    if last is not None:
        found[last[1].id] = _CLOSE_BEFORE if number - last[0] <= _CLOSE else _LONG_BEFORE
    own = reads[number].speaker
    if own is not None:
        found[own.id] = _CITED if reads[number].cited else _CARRIED
    return found
