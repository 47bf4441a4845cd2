"""Sentences with offsets: split at sentence ends and line breaks, never inside an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from seeds.catalogue import lexicon

# A full stop, question or exclamation mark, with closing quotes, before a space or a glued capital.
_END = re.compile(r"(?P<mark>[.!?…]+)(?P<close>[\"'“”»«’)\]]*)(?P<gap>\s+|(?=[A-ZÄÖÜ„“\"]))")
_LINE = re.compile(r"[^\r\n]+")
_LAST_WORD = re.compile(r"[\w.\-]+$")
_NEXT_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"(?:[A-ZÄÖÜ]\.)+[A-ZÄÖÜ]")
_DOMAIN = re.compile(r"(?:de|com|org|net|info|eu|at|ch|uk|ru|ua)\b", re.IGNORECASE)
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


def _ends_here(line: str, begin: int, match: re.Match[str], language: str) -> bool:
    """Whether the mark that `match` found ends the sentence that began at line[begin]."""
    after = line[match.end() : match.end() + 1]
    if match["mark"] != ".":
        return not after.islower() and (bool(match["gap"]) or match["close"] != "")
    blank = line.rfind(" ", begin, match.start())
    word = _LAST_WORD.search(line, max(begin, blank + 1), match.start())
    before = word.group(0) if word else ""
    if not match["gap"]:  # glued: "haben.Russland" ends a sentence, "news.De" or "U.S.A" does not
        glued = len(before) > 2 and before[-1].islower() and "." not in before and after.isupper()
        return glued and not _DOMAIN.match(line, match.end())
    words, low = _words(language), before.casefold()
    initial = len(before) == 1 and before.isalpha()
    following = _NEXT_WORD.match(line, match.end())
    if _INITIALS.fullmatch(before) and following and following[0].casefold() not in words["starts"]:
        initial = True  # "D.K. Sunil"
    short = low in words["abbreviations"] or (low in words["before_figures"] and after.isdigit())
    if initial or short or after.islower():
        return False
    ordinal = language == "de" and before.isdigit() and len(before) <= 2 and after.isupper()
    if not ordinal:
        return True
    # "am 14. November" goes on, "es waren 14. Dann ..." does not
    listed = word is not None and not line[begin : word.start()].strip()
    return not listed and following is not None and following[0].casefold() in words["openers"]


@cache
def _words(language: str) -> Mapping[str, frozenset[str]]:
    lists = lexicon(language, "sentences").items()
    return {name: frozenset(str(word).casefold().rstrip(".") for word in words) for name, words in lists}


def split(source: str, start: int, end: int, kind: str, language: str) -> Iterator[Sentence]:
    """The sentences of source[start:end], each within one line.

    >>> text = "Kim kam am 14. November. Er ging."
    >>> [s.text(text) for s in split(text, 0, len(text), "body", "de")]
    ['Kim kam am 14. November.', 'Er ging.']
    """
    for line_match in _LINE.finditer(source, start, end):
        line, offset = line_match.group(0), line_match.start()
        mark = _LIST_MARK.match(line)
        begin = mark.end() if mark else 0
        for match in _END.finditer(line, begin):
            if _ends_here(line, begin, match, language):
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
