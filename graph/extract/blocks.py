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

from graph.extract.text_lines import Line, text_lines
from graph.model import Article
from seeds.page import bare, front_matter_end, letters, page_words
from seeds.page_lines import (
    LineKind,
    dateline_within,
    imprint_prefix,
    is_sentence,
    item_mark,
    markdown_link,
)

Kind = Literal["headline", "lead", "body", "subhead", "teaser", "caption", "byline", "boilerplate"]

_HASHES = re.compile(r"\s*#{1,6}\s+(?=\S)")
_TOPIC = re.compile(r"[A-ZÄÖÜ]{4}[A-ZÄÖÜ /-]{0,40}\. [A-ZÄÖÜ]")
_MAIL = re.compile(r"(?<=[.!?\"”]) *\(?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?(?: ?\(END\))?$")
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


def blocks(article: Article) -> tuple[Block, ...]:
    """The blocks of an article in order of their offsets.

    They do not overlap and cover all that is not blank. A paragraph is one block,
    also where it is wrapped into lines of equal length.

    >>> from graph.model import Article
    >>> text = "Panzer für Kiew\\nFoto: dpa\\nBerlin hat am Montag 18 Panzer an Kiew geliefert."
    >>> [block.kind for block in blocks(Article(id="1", text=text, content_hash="", title="Panzer für Kiew"))]
    ['headline', 'caption', 'body']
    """
    body_start = front_matter_end(article.text)
    found: list[Block] = []
    if article.text[:body_start].strip():
        found.append(_trimmed("boilerplate", article.text, 0, body_start))
    lines = text_lines(article.text, body_start)
    first, last = _prose_range(lines)
    kinds = [
        *_head(lines[:first], article.title),
        *_middle(lines, first, last),
        *(_tail(line) for line in lines[last:]),
    ]
    openings = _openings(lines, first)
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        found.extend(_parts(line, kind, article, opening=index in openings))
    return tuple(found)


def _openings(lines: list[Line], first: int) -> tuple[int, ...]:
    """The paragraphs that may begin with place and agency: the first, and one below a standfirst."""
    if sum(_TOPIC.match(line.text) is not None for line in lines) > 1:
        return ()  # not places: "KENYA. ...", "BENIN. ..."
    second = [index for index in range(first + 1, len(lines)) if lines[index].prose][:1]
    standfirst = first < len(lines) and len(lines[first].text) <= 300
    if standfirst and not imprint_prefix(lines[first].text):
        return (first, *second)
    return (first,)


def _prose_range(lines: list[Line]) -> tuple[int, int]:
    """Index of the first paragraph, and of the line behind the last one."""
    prose = [i for i, line in enumerate(lines) if line.prose]
    if not prose:
        return len(lines), len(lines)
    begins = [i for i in prose if not lines[i].item and not _asks(lines, i)] or prose
    last = prose[-1]
    while last + 1 < len(lines) and lines[last + 1].item and lines[last + 1].found is None:
        last += 1
    return begins[0], last + 1


def _asks(lines: list[Line], index: int) -> bool:
    """A headline that asks or shouts, so that it looks like a sentence."""
    text = lines[index].text
    return index < 4 and len(text) <= 160 and text[-1] in "?!" and not re.search(r"[.!?] ", text)


def _head(lines: list[Line], title: str | None) -> Iterator[Kind]:
    """The kinds of the lines above the first paragraph."""
    wanted = _key(bare(title)) if title else ""
    titled = any(line.found is None and wanted in _key(line.bare) for line in lines) if wanted else False
    seen = not titled
    for line in lines:
        if line.found is not None:
            yield _BY_KIND[line.found]
        elif titled and wanted in _key(line.bare):
            seen = True
            yield "headline"
        elif line.item:
            yield "lead" if seen else "boilerplate"
        elif is_sentence(line.text) and not line.text.endswith(("!", "?")):
            yield "lead"
        elif len(line.text.split()) >= 5 and len(line.text) <= 220:
            yield "headline"
        else:
            yield "subhead" if seen else "boilerplate"


def _middle(lines: list[Line], first: int, last: int) -> Iterator[Kind]:
    """The kinds from the first paragraph to the last."""
    said: set[str] = set()
    for index in range(first, last):
        line = lines[index]
        key = _key(line.bare)
        if line.found is not None:
            yield _BY_KIND[line.found]
        elif line.prose and key in said:
            yield "boilerplate"  # the same paragraph again says nothing more
        elif index == first and last - first > 1 and not line.item:
            yield "lead"
        else:
            yield "subhead" if _is_subhead(lines, index) else "body"
        said.add(key)


def _is_subhead(lines: list[Line], index: int) -> bool:
    line, after = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if _HASHES.match(line.text):
        return True
    if line.item:  # "2. Nigeria", with its paragraph below
        numbered = line.text[0].isdigit() and len(line.text) <= 80 and not is_sentence(line.text)
        return numbered and after is not None and after.prose and not after.item
    if len(line.text) > 140 or line.text.endswith((".", ",", ";")):
        return False
    if line.prose and (line.text[-1] not in "?!" or line.sentences):
        return False
    beside = [one for one in (lines[index - 1], after) if one is not None and one.short and not one.prose]
    is_row = (
        bool(re.search(r"\d", line.text)) and len(beside) == 2
    )  # numbers among lines of its kind: a table
    return not is_row


def _tail(line: Line) -> Kind:
    """The kind of a line below the last paragraph: links, menus, sign-offs, rarely a last fact."""
    if line.found is not None:
        return _BY_KIND[line.found]
    words = len(line.text.split())
    if (line.item and re.search(r"\d", line.text)) or (is_sentence(line.text) and words > 3):
        return "body"
    return "teaser" if words > 3 else "boilerplate"


def _parts(line: Line, kind: Kind, article: Article, *, opening: bool) -> Iterator[Block]:
    """A line's blocks: marks, datelines and furniture in running text are cut off."""
    text = line.text
    pieces: Iterator[tuple[Kind, int, int]] | list[tuple[Kind, int, int]]
    if link := markdown_link(text):
        words = _key(bare(link[0]))
        if article.title and words and words in _key(bare(article.title)):
            at = text.index(link[0])
            end = at + len(link[0])
            pieces = [("boilerplate", 0, at), ("headline", at, end), ("boilerplate", end, len(text))]
        else:
            pieces = [("teaser", 0, len(text))]
    elif kind in ("teaser", "caption", "byline", "boilerplate"):
        pieces = [(kind, 0, len(text))]
    else:
        pieces = _own_words(kind, text, article.title, opening)
    for piece_kind, begin, end in pieces:
        if text[begin:end].strip():
            yield _trimmed(piece_kind, article.text, line.start + begin, line.start + end)


def _own_words(kind: Kind, text: str, title: str | None, opening: bool) -> Iterator[tuple[Kind, int, int]]:
    """A line of the article without list marks, datelines, summary heads and inserted furniture."""
    hashes = _HASHES.match(text)
    at = hashes.end() if hashes else item_mark(text)
    yield "boilerplate", 0, at
    if opening:
        prefix = imprint_prefix(text[at:])
        if not prefix and (inner := dateline_within(text[at:])):
            yield "headline", at, at + inner[0]  # glued to the paragraph, as feeds do
            at, prefix = at + inner[0], inner[1] - inner[0]
        yield "byline", at, at + prefix
        at += prefix
    summary = page_words().summary_start.match(text, at)
    if summary and kind in ("lead", "body"):
        yield "boilerplate", at, summary.end()
        at = summary.end()
    if kind == "headline" and title and title in text[at:] and _key(bare(text)).endswith(_key(bare(title))):
        begin = text.rindex(title)  # "TechnikPanzer für Kiew": the rubric is glued on
        yield "boilerplate", at, begin
        at = begin
    mail, used = _MAIL.search(text, max(at, len(text) - 120)) if "@" in text else None, letters(text)
    tail = page_words().inline_to_end.search(text, used, at) or mail
    end = tail.start() if tail else len(text)
    for cut in page_words().inline.finditer(text, used, at, end):
        yield kind, at, cut.start()
        yield "boilerplate", cut.start(), cut.end()
        at = cut.end()
    yield kind, at, end
    yield "byline" if tail is mail else "boilerplate", end, len(text)


def _key(text: str) -> str:
    return text.lower().rstrip(".")


def _trimmed(kind: Kind, text: str, start: int, end: int) -> Block:
    part = text[start:end]
    return Block(kind, start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
