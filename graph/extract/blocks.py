"""An article's text cut into blocks: what belongs to the article, and what stands around it.

    text -> lines with their kinds -> blocks with offsets

A line's own words decide first (seeds.page_lines), then its place: above the first
paragraph, under the head of a list of other articles, below the last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.model import Article
from seeds.page import bare, front_matter_end, page_words
from seeds.page_lines import (
    LineKind,
    imprint_prefix,
    is_sentence,
    item_mark,
    line_kind,
    markdown_link,
)

Kind = Literal["headline", "lead", "body", "subhead", "teaser", "caption", "byline", "boilerplate"]

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_HASHES = re.compile(r"\s*#{1,6}\s+(?=\S)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_TEASERS = 8
"""Lines at most that a head such as "Read more" can take with it when they are no list."""
_BY_KIND: dict[LineKind, Kind] = {
    "furniture": "boilerplate",
    "summary-head": "boilerplate",
    "teaser": "teaser",
    "teaser-head": "teaser",
    "caption": "caption",
    "byline": "byline",
    "date": "byline",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text, `article.text[start:end]`, without blanks around it.

    Attributes:
        kind: headline, lead (first paragraph, summary) and body are the article's own
            words; subhead only gives context; teaser, caption, byline and boilerplate
            are not the article's claims.
        start, end: offsets in characters.
    """

    kind: Kind
    start: int
    end: int


@dataclass(slots=True)
class _Line:
    """A line while its kind is being found; `text` is article.text[start:end]."""

    text: str
    start: int
    end: int
    found: LineKind | None
    gap: bool
    kind: Kind | None = None

    @property
    def item(self) -> bool:
        return item_mark(self.text) > 0

    @property
    def prose(self) -> bool:
        """A paragraph: long, or a whole sentence."""
        if self.found is not None or _HASHES.match(self.text):
            return False
        return len(self.text) > 220 or (len(self.text) >= 45 and is_sentence(self.text))

    @property
    def short(self) -> bool:
        """What can be a headline of this or another article."""
        return self.found is None and len(self.text) <= 220 and not self.text.endswith((".", ","))


def blocks(article: Article) -> tuple[Block, ...]:
    """The blocks of an article in order of their offsets.

    They do not overlap and cover all that is not blank.

    >>> from graph.model import Article
    >>> text = "Panzer für Kiew\\nFoto: dpa\\nBerlin hat am Montag 18 Panzer an Kiew geliefert."
    >>> [block.kind for block in blocks(Article(id="1", text=text, content_hash="", title="Panzer für Kiew"))]
    ['headline', 'caption', 'body']
    """
    body_start = front_matter_end(article.text)
    found: list[Block] = []
    if article.text[:body_start].strip():
        found.append(_trimmed("boilerplate", article.text, 0, body_start))
    lines = _lines(article.text, body_start)
    _captions_said_twice(lines)
    _teaser_lists(lines)
    first, last = _prose_range(lines)
    _head(lines[:first], article.title)
    _middle(lines, first, last)
    _tail(lines[last:])
    for line in lines:
        found.extend(_parts(line, article))
    return tuple(found)


def _lines(text: str, body_start: int) -> list[_Line]:
    """The lines that are not blank."""
    lines: list[_Line] = []
    end = body_start
    for match in _LINE.finditer(text, body_start):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            gap = len(re.findall(r"\r\n|\n|\r", text[end:start])) > 1
            lines.append(_Line(stripped, start, start + len(stripped), line_kind(match.group()), gap))
            end = start + len(stripped)
    return lines


def _captions_said_twice(lines: list[_Line]) -> None:
    """A caption stands twice, or has its credit in the next line; a summary cut by "..." is said again."""
    texts = [bare(line.text) for line in lines]
    for index, line in enumerate(lines):
        if line.found is not None or line.item:
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        credited = following is not None and following.found == "caption" and not following.gap
        copies = following is not None and texts[index] == texts[index + 1]
        copied = index > 0 and texts[index] == texts[index - 1]
        if following is not None and following.found == "caption" and len(texts[index]) > 30:
            if texts[index + 1].startswith(texts[index].rstrip(".")):
                line.found = "caption"
        if is_sentence(line.text) and len(line.text) <= 300:
            if (copies and _credit_after(lines, index + 1)) or (copied and credited):
                line.found = "caption"
        cut = re.sub(r"\s*(?:\.\.\.|…)$", "", texts[index])
        if line.text.rstrip("*_ ").endswith(("...", "…")) and len(cut) > 30:
            if any(cut[:300] in other for other in texts[index + 1 :]):
                line.found = "teaser"


def _credit_after(lines: list[_Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].found == "caption" and not lines[index + 1].gap


def _teaser_lists(lines: list[_Line]) -> None:
    """What follows "Read more": a list as far as it goes, else the short lines before the next paragraph."""
    index = 0
    while index < len(lines):
        head = lines[index]
        index += 1
        if head.found != "teaser-head" and not _CLOCK.fullmatch(head.text):
            continue
        items = index < len(lines) and lines[index].item
        taken = 0
        while index < len(lines):
            line = lines[index]
            fits = line.item if items else (line.short and not line.prose and taken < _TEASERS)
            if not fits or line.found not in (None, "teaser"):
                break
            line.found = "teaser"
            taken += 1
            index += 1
            if head.found != "teaser-head":
                break  # the length of a film has one title


def _prose_range(lines: list[_Line]) -> tuple[int, int]:
    """Index of the first paragraph, and of the line behind the last one."""
    prose = [i for i, line in enumerate(lines) if line.prose and not line.item and not _asks(lines, i)]
    if not prose:
        prose = [i for i, line in enumerate(lines) if line.prose]
    if not prose:
        return len(lines), len(lines)
    last = max(i for i, line in enumerate(lines) if line.prose)
    while last + 1 < len(lines) and lines[last + 1].item and lines[last + 1].found is None:
        last += 1
    return prose[0], last + 1


def _asks(lines: list[_Line], index: int) -> bool:
    """A headline that asks or shouts, so that it looks like a sentence."""
    text = lines[index].text
    return index < 4 and len(text) <= 160 and text[-1] in "?!" and not re.search(r"[.!?] ", text)


def _head(lines: list[_Line], title: str | None) -> None:
    """The lines above the first paragraph."""
    wanted = _key(title) if title else ""
    seen = False
    for line in lines:
        if line.found is not None:
            line.kind = _BY_KIND[line.found]
        elif wanted and wanted in _key(line.text):
            line.kind, seen = "headline", True
        elif line.item:
            line.kind = "lead" if seen or not wanted else "boilerplate"
        elif is_sentence(line.text) and not line.text.endswith(("!", "?")):
            line.kind = "lead"
        elif len(line.text.split()) >= 5 and len(line.text) <= 220:
            line.kind = "headline"
        else:
            line.kind = "subhead" if seen else "boilerplate"
    if not seen:  # a text without a title of its own: its first short line is the headline
        for line in lines:
            if line.kind == "boilerplate" and line.found is None and not line.item:
                line.kind = "subhead"


def _middle(lines: list[_Line], first: int, last: int) -> None:
    """From the first paragraph to the last."""
    repeated: set[str] = set()
    for index in range(first, last):
        line = lines[index]
        key = _key(line.text)
        if line.found is not None:
            line.kind = _BY_KIND[line.found]
        elif line.prose and key in repeated:
            line.kind = "boilerplate"  # the same paragraph again says nothing more
        elif index == first and last - first > 1 and not line.item:
            line.kind = "lead"
        elif _is_subhead(lines, index):
            line.kind = "subhead"
        else:
            line.kind = "body"
        repeated.add(key)


def _is_subhead(lines: list[_Line], index: int) -> bool:
    line = lines[index]
    if line.item:
        return False
    if _HASHES.match(line.text):
        return True
    if (
        len(line.text) > 140
        or line.text.endswith((".", ",", ";"))
        or (line.prose and line.text[-1] not in "?!")
    ):
        return False
    before, after = lines[index - 1], lines[index + 1] if index + 1 < len(lines) else None
    listed = [one for one in (before, after) if one and one.found is None and one.short and not one.prose]
    data = bool(re.search(r"\d", line.text)) and len(listed) == 2
    return not data  # a line with numbers among lines of its kind is a row of a table


def _tail(lines: list[_Line]) -> None:
    """Below the last paragraph: links, menus, sign-offs; a row with a number can still be a fact."""
    for line in lines:
        if line.found is not None:
            line.kind = _BY_KIND[line.found]
        elif (is_sentence(line.text) and len(line.text.split()) > 3) or (
            line.item and re.search(r"\d", line.text)
        ):
            line.kind = "body"
        else:
            line.kind = "teaser" if len(line.text.split()) > 3 else "boilerplate"


def _parts(line: _Line, article: Article) -> Iterator[Block]:
    """A line's blocks: marks, datelines and furniture in running text are cut off."""
    kind: Kind = line.kind or "body"
    text, start = line.text, line.start
    link = markdown_link(text)
    if link and article.title and _key(link[0]) and _key(link[0]) in _key(article.title):
        at = text.index(link[0])
        pieces: list[tuple[Kind, int, int]] = [
            ("boilerplate", 0, at), ("headline", at, at + len(link[0])), ("boilerplate", at + len(link[0]), len(text)),
        ]  # fmt: skip
    elif link:
        pieces = [("teaser", 0, len(text))]
    elif kind in ("teaser", "caption", "byline", "boilerplate"):
        pieces = [(kind, 0, len(text))]
    else:
        pieces = list(_own_words(kind, text, article.title))
    for piece_kind, begin, end in pieces:
        if text[begin:end].strip():
            yield _trimmed(piece_kind, article.text, start + begin, start + end)


def _own_words(kind: Kind, text: str, title: str | None) -> Iterator[tuple[Kind, int, int]]:
    """A line of the article without list marks, datelines, summary heads and inserted furniture."""
    at = 0
    if mark := _HASHES.match(text):
        at = mark.end()
    elif mark_length := item_mark(text):
        at = mark_length
    yield "boilerplate", 0, at
    if kind == "lead":
        prefix = imprint_prefix(text[at:])
        yield "byline", at, at + prefix
        at += prefix
    summary = page_words().summary_start.match(text, at)
    if summary and kind in ("lead", "body"):
        yield "boilerplate", at, summary.end()
        at = summary.end()
    if kind == "headline" and title and _key(text).endswith(_key(title)) and title in text[at:]:
        yield "boilerplate", at, text.rindex(title)  # "TechnikPanzer für Kiew": the rubric is glued on
        at = text.rindex(title)
    end = len(text)
    if tail := page_words().inline_to_end.search(text, at):
        end = tail.start()
    for cut in page_words().inline.finditer(text, at, end):
        yield kind, at, cut.start()
        yield "boilerplate", cut.start(), cut.end()
        at = cut.end()
    yield kind, at, end
    yield "boilerplate", end, len(text)


def _key(text: str) -> str:
    return bare(text).lower().rstrip(".")


def _trimmed(kind: Kind, text: str, start: int, end: int) -> Block:
    part = text[start:end]
    return Block(kind, start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
