"""Sentences with offsets: split at sentence ends and line breaks, never inside an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seeds.catalogue import lexicon

# A full stop, question or exclamation mark, with closing quotes, before a space or a glued capital.
_END = re.compile(r"(?P<mark>[.!?…]+)(?P<close>[\"'“”»«’)\]]*)(?P<gap>\s+|(?=[A-ZÄÖÜ„“\"]))")
_LINE = re.compile(r"[^\r\n]+")
_LAST_WORD = re.compile(r"[\w.\-]+$")
_LIST_MARK = re.compile(r"^[\s\-–—•*·#>]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of an article's text: [start, end) in characters, without surrounding space."""

    start: int
    end: int
    kind: str

    def text(self, source: str) -> str:
        """The sentence's words out of the article's text."""
        return source[self.start : self.end]


def _ends_here(line: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    if match["mark"] != ".":
        return bool(match["gap"]) or match["close"] != ""
    word = _LAST_WORD.search(line[: match.start()])
    before = word.group(0) if word else ""
    after = line[match.end() : match.end() + 1]
    if not match["gap"]:  # glued: "haben.Russland" ends a sentence, "news.De" or "U.S.A" does not
        return len(before) > 2 and before[-1].islower() and "." not in before and after.isupper()
    if before.casefold() in abbreviations or f"{before}.".casefold() in abbreviations:
        return False
    if len(before) == 1 and before.isalpha():  # an initial
        return False
    # "am 14. November", "24. Februar": an ordinal, unless a long number or a new sentence follows
    ordinal = before.isdigit() and len(before) <= 2
    return not (after.islower() or (ordinal and after.isupper()))


def split(source: str, start: int, end: int, kind: str, language: str) -> Iterator[Sentence]:
    """The sentences of source[start:end], each within one line.

    >>> text = "Kim kam am 14. November. Er ging."
    >>> [s.text(text) for s in split(text, 0, len(text), "body", "de")]
    ['Kim kam am 14. November.', 'Er ging.']
    """
    abbreviations = frozenset(
        str(a).casefold().rstrip(".") for a in lexicon(language, "sentences")["abbreviations"]
    )
    for line_match in _LINE.finditer(source, start, end):
        line, offset = line_match.group(0), line_match.start()
        mark = _LIST_MARK.match(line)
        begin = mark.end() if mark else 0
        for match in _END.finditer(line, begin):
            if _ends_here(line, match, abbreviations):
                yield from _trimmed(source, offset + begin, offset + match.end("close"), kind)
                begin = match.end()
        yield from _trimmed(source, offset + begin, offset + len(line), kind)


def _trimmed(source: str, start: int, end: int, kind: str) -> Iterator[Sentence]:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(start, end, kind)
