"""Title, publisher and date of an article, from nothing but its text.

What the page says of itself counts, in this order: front matter, the lines
before the first paragraph, what is glued to that paragraph, the last lines, the
address. A date in the middle of the text is one of the events it tells of, never
the date of publication. What the page does not say stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders import dates, publishers
from loaders.frontmatter import front_matter
from seeds.page import bare, page_words
from seeds.page_lines import (
    LineKind,
    imprint_prefix,
    is_item,
    is_sentence,
    line_kind,
    markdown_link,
)

_HEAD_LINES = 40
_TAIL_LINES = 8
_SHORTEST_WIRE = 30  # letters of a paragraph with a dateline
_DAY = len("2025-03-03")
_TAG = re.compile(r"^[^\w\"'„“‚‘«»(\[$€£§]*(?:\[[^\]]{1,40}\]\s*)?")
_BAR = re.compile(r"\s*[|·•]")
_H1 = re.compile(r"#\s+\S")
_ASKS = re.compile(r"[?!][\"'”“’»)\]]*$")
_QUESTION = re.compile(r"[\"'„“«»]?\w[^.!?]{8,120}\?[\"'”“’»]?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a text says of itself; `body_start` is the offset behind its front matter."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    body_start: int = 0


def read_imprint(text: str, url: str | None = None, file: str | None = None) -> Imprint:
    """The imprint of a text as copied from a news site.

    Args:
        url: where it came from, if that is known.
        file: name of the file that it alone is in; its date may give a dateline the year.

    >>> found = read_imprint("Der Bote - Nachrichten\\nPanzer für Kiew\\nStand: 3. Mai 2024\\nEs kam so.")
    >>> found.title, found.publisher, found.published
    ('Panzer für Kiew', 'Der Bote', '2024-05-03')
    """
    fields, body_start = front_matter(text)
    lines = [line for line in text[body_start:].splitlines() if line.strip()]
    kinds: list[LineKind | None] = [line_kind(line) for line in lines[:_HEAD_LINES]]
    first = _first_paragraph(lines, kinds)
    head = list(zip(lines[:first], kinds[:first], strict=True))
    tail = [(line, line_kind(line)) for line in lines[max(first, len(lines) - _TAIL_LINES) :]]
    paragraph = lines[first] if first < len(lines) else ""

    title = _clean_title(fields["title"]) if "title" in fields else None
    url = url or fields.get("url") or _linked(head, title)
    publisher = (
        (publishers.name_for(fields["publisher"]) if "publisher" in fields else None)
        or publishers.by_url(url)
        or publishers.by_url(fields.get("site_url"))
        or publishers.from_page(head, tail, paragraph)
    )
    prefix = paragraph[: imprint_prefix(paragraph)]
    published = dates.parse(fields.get("published")) or _date(head, tail, prefix, text, url)
    if published is None or len(published) < _DAY:
        published = dates.completed(prefix, published or dates.in_file_name(file)) or published
    return Imprint(
        title=title or _title(head, paragraph) or _question(head, paragraph),
        publisher=publisher,
        published=published,
        url=url,
        language=fields.get("language"),
        body_start=body_start,
    )


def _first_paragraph(lines: Sequence[str], kinds: Sequence[LineKind | None]) -> int:
    """Index of the line with which the text proper begins."""
    prose = [kind is None and _is_prose(lines[index].strip()) for index, kind in enumerate(kinds)]
    for index, found in enumerate(prose):
        line = lines[index].strip()
        if not found or len(line) > 220:
            if found:
                return index
            continue
        if index < 4 and _ASKS.search(line):
            continue  # a headline that asks or shouts
        if index == 0 and len(line) <= 160 and line.endswith(("...", "…")):
            continue
        # What stands above the byline, if a text follows that, is headline or standfirst.
        signed = [i for i in range(index + 1, min(index + 4, len(kinds))) if kinds[i] in ("byline", "date")]
        if not (signed and any(prose[signed[0] :])):
            return index
    return len(kinds)


def _is_prose(line: str) -> bool:
    if is_item(line) or not (len(line) > 220 or is_sentence(line)):
        return False
    return len(line) >= 60 or (len(line) >= _SHORTEST_WIRE and imprint_prefix(line) > 0)


def _title(head: Sequence[tuple[str, LineKind | None]], paragraph: str) -> str | None:
    for line, _ in head:
        if _H1.match(line):
            return _clean_title(line.lstrip("# "))
    texts = [line.strip() for line, _ in head]
    found = []
    for index, (line, kind) in enumerate(head):
        signed = head[index + 1 : index + 2] and head[index + 1][1] is not None  # "by Ann Bell"
        wrapped = len(line) >= 45 and (texts[index + 1 :] or [paragraph.strip()])[0][:1].islower()
        if wrapped and not signed:
            break  # the text itself has begun, in lines of one width
        if candidate := _candidate(line, kind):
            found.append(candidate)
    if not found:
        return None
    while _is_menu(found[0]) and any(len(other.split()) > 3 for other in found[1:4]):
        found.pop(0)
    best = found[0]
    if len(found) > 1 and (_is_rubric(best, found[1]) or _is_kicker(head, best, found[1])):
        best = found[1]
    for other in found:  # "TechnikPanzer für Kiew": the rubric is glued to a copy of the headline
        if best != other and best.endswith(other) and len(other) > 0.6 * len(best):
            best = other
    return _clean_title(best)


def _is_rubric(line: str, following: str) -> bool:
    """Whether a line ("RÜSTUNG", "Vietnam / Russland") only says where the headline below it belongs."""
    words, more = len(line.split()), len(following.split())
    if ":" in line:
        return False
    return words <= 2 <= more or words <= 3 < more or ("/" in line and words <= 5 and more > 3)


def _is_menu(line: str) -> bool:
    """Whether a line is a word or two, as in the menu over an article."""
    return len(line.split()) <= 2 and ":" not in line and not _ASKS.search(line)


def _is_kicker(head: Sequence[tuple[str, LineKind | None]], line: str, following: str) -> bool:
    """Whether a line ("Neue Zahlen aus Kiew") stands over the headline, just below it and above a byline.

    It has no verb: all its words are names, nouns or small words between them. A standfirst
    under the headline would be longer than a headline is.
    """
    words = re.findall(r"[^\s,]+", line)
    if not 2 <= len(words) <= 4 or not len(line) < len(following) <= 60 or _is_nominal(following.split()):
        return False
    texts = [text.strip() for text, _ in head]
    at = texts.index(following)
    signed = any(kind in ("byline", "date") for _, kind in head[at + 1 :])
    return signed and texts[at - 1] == line and _is_nominal(words)


def _is_nominal(words: Sequence[str]) -> bool:
    small = page_words().byline_words
    return all(not word[0].islower() or word in small for word in words)


def _question(head: Sequence[tuple[str, LineKind | None]], paragraph: str) -> str | None:
    """The question with which a page without a headline opens: it stands for one."""
    opening = [line for line, kind in head if kind is None and is_sentence(line)] + [paragraph]
    text = opening[0].strip()
    found = _QUESTION.match(text, imprint_prefix(text)) if len(text) <= 220 else None
    return _clean_title(found.group()) if found else None


def _candidate(line: str, kind: LineKind | None) -> str | None:
    line = line.strip()
    if kind is not None or is_item(line) or not 4 <= len(line) <= 220 or line.endswith((".", "…", ":", ",")):
        return None
    return None if publishers.is_masthead(line) else line


def _clean_title(title: str) -> str | None:
    title = " ".join(title.replace("**", "").split()).strip("+*_| ")
    shorter = _TAG.sub("", title, count=1)
    if len(shorter.split()) >= 3:
        title = shorter
    *before, site = title.split(" | ")
    if before and publishers.by_name(site):
        title = " | ".join(before)
    return title or None


def _linked(head: Sequence[tuple[str, LineKind | None]], title: str | None) -> str | None:
    """The address behind a link over the article that has the headline's words."""
    for line, _ in head[:4]:
        link = markdown_link(line)
        if link and title:
            ours, theirs = bare(title).lower(), bare(link[0]).lower()
            if ours and theirs and (ours in theirs or theirs in ours):
                return link[1]
    return None


def _date(
    head: Sequence[tuple[str, LineKind | None]],
    tail: Sequence[tuple[str, LineKind | None]],
    prefix: str,
    text: str,
    url: str | None,
) -> str | None:
    marked, plain, changed = [], [], []
    for line, kind in head:
        if len(line) > 220:
            continue
        for match in page_words().date.finditer(line):
            found = dates.edtf(match)
            before = line[: match.start()].rstrip(" :*_,")
            # "Updated on 3 May 2024, source: Reuters" looks like a caption; its own date is the picture's
            if found is None or (kind == "caption" and len(before.split()) > 2):
                continue
            if _ends_with(page_words().updated, before):
                changed.append(found)
            elif _ends_with(page_words().published, before):
                marked.append(found)
            elif kind in ("date", "byline") or (kind == "furniture" and len(line) <= 140):
                plain.append(found)
            elif kind == "caption" and not before and _BAR.match(line, match.end()):
                plain.append(found)  # "28.10.2024 | Quelle: dpa"
    for found in (*marked, *plain, *changed):
        return found
    return dates.parse(prefix) or dates.from_agency_number(text) or _date_in_tail(tail) or dates.from_url(url)


def _date_in_tail(tail: Sequence[tuple[str, LineKind | None]]) -> str | None:
    for line, kind in reversed(tail):
        if len(line) > 220:
            continue
        for match in page_words().date.finditer(line):
            signed = kind in ("byline", "date") and (
                line[: match.start()].endswith("/") or bare(line) == match.group()
            )
            if signed or _ends_with(page_words().published, line[: match.start()].rstrip(" :*_,")):
                return dates.edtf(match)
    return None


def _ends_with(pattern: re.Pattern[str], text: str) -> bool:
    """Whether one of the pattern's phrases ends the text, a weekday apart ("Stand: Montag, 3. Mai")."""
    words = re.sub(r"[\s,]*\b\w+,?$", "", text) if not _last(pattern, text) else text
    return _last(pattern, words.rstrip(" :"))


def _last(pattern: re.Pattern[str], text: str) -> bool:
    return any(match.end() == len(text) for match in pattern.finditer(text))
