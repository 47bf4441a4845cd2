"""Quotations that go over several sentences: where the speaker of each of them can be named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.sentences import Sentence

_CLOSING = {"„": '“”"', "“": '”"', '"': '"“”', "»": "«", "«": "»"}
"""What closes a quotation, by the mark that opens it."""
MARKS = frozenset(_CLOSING)
_MARK = re.compile(f"[{''.join({*_CLOSING, *''.join(_CLOSING.values())})}]")
_STOPS = ".,;:!?…"


@dataclass(frozen=True, slots=True)
class _Quoted:
    """How a sentence stands to quotations.

    `begun` tells that one is open at its first word, `whole` that this one reaches its last,
    `goes_on` that one is still open behind it, `came_in` that one was open before it.
    """

    begun: bool
    whole: bool
    goes_on: bool
    came_in: bool


def hosts(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, ...]]:
    """For each sentence that is wholly quoted, the sentences that may name its speaker, the likeliest first.

    A quotation that ends inside a later sentence is told there (“A. B”, said X), one that begins
    inside an earlier one is told there (X said: “A. B.”). One of whole sentences goes on what was
    quoted right before it, or is explained right behind (“A. B.” That is what X said). A paragraph
    ends a quotation, unless the next one begins with a mark again.

    Args:
        text: the article's text.
        sentences: its sentences, in text order.

    >>> text = '“We sent ten. They work”, said Ana Lee. “More will come.” Nobody knows.'
    >>> cuts = [0, 13, 40, 57, len(text)]
    >>> hosts(text, [Sentence(a, b, "body") for a, b in zip(cuts, cuts[1:])])
    [(1,), (), (1, 3), ()]
    """
    found: list[tuple[int, ...]] = [()] * len(sentences)
    if not any(mark in text for mark in MARKS):
        return found
    lines = _lines(text, sentences)
    stands = _stands(text, sentences, lines)
    for number, one in enumerate(stands):
        if one.whole:
            found[number] = tuple(_candidates(number, stands, lines))
    return found


def _candidates(number: int, stands: Sequence[_Quoted], lines: Sequence[int]) -> list[int]:
    first = last = number
    while last + 1 < len(stands) and _goes_on(last, stands, lines):
        last += 1
    while first and _goes_on(first - 1, stands, lines):
        first -= 1
    if not stands[last].whole:
        return [last]  # “A. B”, said X
    if not stands[first].whole:
        return [first]  # X said: “A. B.”
    near = [first - 1] if first else []
    if last + 1 < len(stands) and lines[last + 1] == lines[last]:
        near.append(last + 1)
    return near


def _goes_on(number: int, stands: Sequence[_Quoted], lines: Sequence[int]) -> bool:
    """Whether the quotation that is open behind a sentence goes on in the next one."""
    same = lines[number] == lines[number + 1]
    return stands[number].goes_on and (same or stands[number + 1].begun)


def _stands(text: str, sentences: Sequence[Sentence], lines: Sequence[int]) -> list[_Quoted]:
    """Each sentence's place in quotations; a line that ends closes what is open."""
    stands = []
    closing, line = "", 0
    for sentence, own in zip(sentences, lines, strict=True):
        if own != line:
            closing, line = "", own
        came_in = bool(closing)
        begun = came_in or (text[sentence.start] in MARKS and _opens(text, sentence.start))
        closed = -1  # where the first quotation of the sentence ends
        for found in _MARK.finditer(text, sentence.start, sentence.end):
            at, char = found.start(), found[0]
            if closing:
                if char in closing:
                    closing, closed = "", at if closed < 0 else closed
            elif char in MARKS and _opens(text, at):
                closing = _CLOSING[char]
        last = sentence.end - 1
        while last > sentence.start and text[last] in _STOPS:
            last -= 1
        whole = begun and (closed >= last if closed >= 0 else bool(closing))
        stands.append(_Quoted(begun, whole, bool(closing), came_in))
    return stands


def _opens(text: str, at: int) -> bool:
    """Whether a mark stands where a quotation may begin: before a word, and not behind one."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    free = text[at] == "„" or not (before.isalnum() or (before and before in _STOPS))
    return free and bool(after) and not after.isspace()


def _lines(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """The number of the line in which each sentence stands."""
    lines, number, end = [], 0, 0
    for sentence in sentences:
        number += "\n" in text[end : sentence.start]
        lines.append(number)
        end = sentence.end
    return lines
