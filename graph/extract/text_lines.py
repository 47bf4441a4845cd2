"""A text's lines with what their words and their neighbours say they are; wrapped paragraphs joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from seeds.page import bare, page_words
from seeds.page_lines import LineKind, is_sentence, item_mark, line_kind

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|\n|\r")
_BETWEEN = re.compile(r"[a-zäöüß\d)][.!?][\"”“»]? +[\"„“«»]?[A-ZÄÖÜ]")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_WIDTHS = range(45, 111)
"""Characters of a line that a mail program or an agency has wrapped."""
_TEASERS = 8
"""Lines at most that a head such as "Read more" can take with it when they are no list."""


@dataclass(slots=True)
class Line:
    """A line, or several that are one wrapped paragraph, without the blanks around it.

    Attributes:
        start: offset of `text` in the article.
        found: what the line is, None for what may be the article's own words.
        gap: an empty line stands above it.
        bare: the text without the signs around it.
        item: whether it begins with a list mark.
        whole: long, or a whole sentence.
    """

    text: str
    start: int
    found: LineKind | None
    gap: bool
    bare: str = field(init=False)
    item: bool = field(init=False)
    whole: bool = field(init=False)

    def __post_init__(self) -> None:
        size = len(self.text)
        self.bare, self.item = bare(self.text), item_mark(self.text) > 0
        self.whole = size > 220 or (size >= 45 and is_sentence(self.text)) or (size >= 80 and self.sentences)

    @property
    def prose(self) -> bool:
        """A paragraph of what may be the article's own words."""
        return self.whole and self.found is None and not self.text.startswith("#")

    @property
    def sentences(self) -> bool:
        """Whether one sentence ends within it and another begins."""
        return bool(_BETWEEN.search(self.text))

    @property
    def short(self) -> bool:
        """What can be a headline of this or another article."""
        return self.found is None and len(self.text) <= 220 and not self.text.endswith((".", ","))


def text_lines(text: str, start: int = 0) -> list[Line]:
    """The lines from offset `start` on that are not blank."""
    lines = _joined(_split(text, start), text)
    _mark_captions(lines)
    _mark_shortened(lines)
    _mark_teasers(lines)
    _mark_comments(lines)
    return lines


def _split(text: str, start: int) -> list[Line]:
    lines: list[Line] = []
    end = start
    for match in _LINE.finditer(text, start):
        stripped = match.group().strip()
        if stripped:
            begin = match.start() + len(match.group()) - len(match.group().lstrip())
            gap = len(_BREAK.findall(text, end, begin)) > 1
            lines.append(Line(stripped, begin, line_kind(match.group()), gap))
            end = begin + len(stripped)
    return lines


def _joined(lines: list[Line], text: str) -> list[Line]:
    """Paragraphs that are wrapped into lines become one line each."""
    result: list[Line] = []
    index = 0
    while index < len(lines):
        stop = index + 1
        while stop < len(lines) and _may_go_on(lines[stop - 1], lines[stop]):
            stop += 1
        run = lines[index:stop]
        if len(run) > 1 and _is_wrapped(run):
            whole = text[run[0].start : run[-1].start + len(run[-1].text)]
            result.append(Line(whole, run[0].start, None, run[0].gap))
        else:
            result.extend(run)
        index = stop
    return result


def _may_go_on(line: Line, following: Line) -> bool:
    # A line that only looks like a byline or a caption ("By noon ...") can lie in a paragraph.
    plain = {None, "byline", "date", "caption"}
    return (
        not following.gap
        and not following.item
        and len(line.text) in _WIDTHS
        and len(following.text) < _WIDTHS.stop
        and line.found is None
        and following.found in plain
    )


def _is_wrapped(run: list[Line]) -> bool:
    widths = [len(line.text) for line in run[:-1]]
    even = min(widths) >= 0.6 * max(widths)
    small = sum(line.text[0].islower() or line.text[0].isdigit() for line in run[1:])
    open_ends = sum(not is_sentence(line.text) for line in run[:-1])
    return even and small * 5 >= len(run) - 1 and open_ends * 2 >= len(run) - 1 and small > 0


def _mark_captions(lines: list[Line]) -> None:
    """A line that stands twice, or again within a caption, and has a credit below it is a caption itself."""
    for index, line in enumerate(lines[:-1]):
        if line.found is not None or line.item:
            continue
        following = lines[index + 1]
        ours, theirs = line.bare, following.bare
        copied = index > 0 and ours == lines[index - 1].bare
        credited = following.found == "caption" and not following.gap
        copied_below = ours == theirs and _credited(lines, index + 1)
        within = following.found == "caption" and len(ours) > 30 and theirs.startswith(ours.rstrip("."))
        if within or copied_below or (copied and credited):
            line.found = "caption"


def _credited(lines: list[Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].found == "caption" and not lines[index + 1].gap


def _mark_shortened(lines: list[Line]) -> None:
    """A summary that "..." cuts off in the middle and that is said again below is a teaser."""
    for index, line in enumerate(lines):
        text = line.text.rstrip("*_ ")
        if line.found is None and text.endswith(("...", "…")):
            start = bare(text.rstrip(".… "))[:300]
            if len(start) > 30 and any(start in other.bare for other in lines[index + 1 : index + 41]):
                line.found = "teaser"


def _mark_teasers(lines: list[Line]) -> None:
    """What follows "Read more": a list as far as it goes, else the short lines before the next paragraph."""
    index = 0
    while index < len(lines):
        head = lines[index]
        index += 1
        film = _CLOCK.fullmatch(head.text) is not None  # its length stands above its title
        if head.found != "teaser-head" and not film:
            continue
        items = index < len(lines) and lines[index].item
        if not items and not any(line.prose for line in lines[:index]):
            continue  # above the article it is a menu's entry, and the headline may come next
        most = 1 if film else len(lines) if items else _TEASERS
        for line in lines[index : index + most]:
            fits = line.item if items else line.short and not line.prose
            if not fits or line.found not in (None, "teaser"):
                break
            line.found = "teaser"
            index += 1


def _mark_comments(lines: list[Line]) -> None:
    """What readers wrote below the article, under a head such as "Comments (12)"."""
    before, after = 0, sum(len(line.text) for line in lines if line.prose)
    for index, line in enumerate(lines):
        if line.prose:
            before, after = before + len(line.text), after - len(line.text)
        head = line.found == "furniture" and page_words().comment_head.fullmatch(line.bare)
        if head and after < before:  # else it is a button above the article
            for one in lines[index:]:
                one.found = one.found or "furniture"
            return
