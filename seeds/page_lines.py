"""What a single line of a news page is, as far as its own words tell."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Literal

from seeds.page import PageWords, bare, letters, page_words

LineKind = Literal["furniture", "teaser", "teaser-head", "summary-head", "caption", "byline", "date"]

LONG = 350
"""Characters from which on a line is a paragraph, whatever words stand in it."""

_ITEM = re.compile(r"\s*(?:[-*•▪◦‣·+›>–—]|\d{1,2}[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"(?:[.!?…]|\.\.\.)[\"'”“’»)\]]*(?:\s*\[\d+\])?$")
_SEPARATORS = re.compile(r"\s*(?:[|·•/›]|\s[–—-]\s|\s{3,})\s*")
_SEPARATING = re.compile(r"[|·•/›–—]| - |   ")  # one of them stands in every separator
_CRUMB = re.compile(r"\s[›»>]\s")
_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"\d\.|(?:18|19|20)\d\d")  # one of them stands in every date
_CUT = re.compile(r"\s[|–—-]\s|\s*[|·•]\s*")
_GLUED = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")
_IMAGE = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)\s*$")
_LINK = re.compile(
    r"\s*[*_>-]*\s*\[(?P<words>[^\]]+)\]\((?P<url>https?://[^\s)]*(?:\([^)]*\)[^\s)]*)?)\)[*_]*\s*$"
)
_URL = re.compile(r"\s*[<(]?(?:https?://|www\.)\S+[>)]?\s*$")
_SIGN_OFF = re.compile(r"\(?[a-zäöü]{2,5}(?:/[\w.-]{2,24}){1,4}\)?")
_MAIL = re.compile(r"\(?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?(?:\(END\))?")
_CODE = re.compile(r"[A-Za-z]{1,5}[:.#/ ]{0,2}\d{5,}")
_COUNT = re.compile(r"\d+ (?=Kommentare?\b|comments?\b|Bilder\b)|\(\d+\)", re.IGNORECASE)
_NAME = r"[A-ZÄÖÜ][\w.'-]*"
_PLACE = rf"{_NAME}(?:[ /]{_NAME}){{0,3}}"
_TOWN = r"[A-ZÄÖÜ][a-zäöüß]+(?:[ /-][A-ZÄÖÜ][a-zäöüß]+){0,3}"
_PLACE_DASH = re.compile(_TOWN + r" (?:[–—]|-) (?=[A-ZÄÖÜ„\"“])")
_DASH = re.compile(r" [–—-] ")
_STARS = re.compile(r"\*+")
_NEEDS_COLON = frozenset({"text", "author", "autor", "autorin", "protokoll"})


def is_item(line: str) -> bool:
    """Whether a line begins with a list mark."""
    return item_mark(line) > 0


def item_mark(line: str) -> int:
    """The length of a list mark at the start of a line with the blanks behind it, or 0.

    >>> item_mark("- eins"), item_mark("eins")
    (2, 0)
    """
    found = _ITEM.match(line)
    return found.end() if found else 0


def is_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does (a colon does not count).

    >>> is_sentence("Er kam."), is_sentence('"Er kam."'), is_sentence("Berlin liefert")
    (True, True, False)
    """
    return bool(_SENTENCE_END.search(line.rstrip(" \t*_+")))


def markdown_link(line: str) -> tuple[str, str] | None:
    """Words and address of a line that is one link and nothing else."""
    found = _LINK.match(line)
    return (found["words"], found["url"]) if found else None


def line_kind(line: str) -> LineKind | None:
    """What a line is, or None for what may be the article's own text.

    >>> line_kind("Foto: Max Muster/Agentur"), line_kind("Panzer kommen nicht an")
    ('caption', None)
    """
    words, text = page_words(), bare(line)
    if not any(c.isalpha() for c in text):
        return "date" if words.date.search(text) else "furniture"
    kind: LineKind | None = None
    if _IMAGE.match(line) or _URL.match(line) or _CODE.fullmatch(text):
        kind = "furniture"
    elif len(text) <= LONG:
        kind = _by_words(words, line.strip(), text)
    if kind is None and len(text) <= 140:
        kind = "date" if date_rest(text) is not None else "byline" if is_byline(text) else None
    return kind


def _by_words(words: PageWords, line: str, text: str) -> LineKind | None:
    used = frozenset(letters(text))
    if _is_furniture(words, text, used):
        return "furniture"
    if words.summary_start.fullmatch(text):
        return "summary-head"
    if masthead(text):
        return "furniture"
    return _teaser(words, text) or ("caption" if _is_caption(words, line, text, used) else None)


def masthead(text: str) -> str | None:
    """The site's name where a line is the head of a site, by its slogan or by a last word such as NEWS.

    >>> masthead("Der Bote - Nachrichten aus der Region"), masthead("BOTE NEWS"), masthead("Panzer - ja")
    ('Der Bote', 'BOTE NEWS', None)
    """
    if len(text) > 90 or is_sentence(text):
        return None
    words, cut = page_words().masthead, _CUT.search(text)
    if cut is not None:
        name, slogan = text[: cut.start()].strip(), text[cut.end() :].strip()
        return name if words.match(slogan) and len(name.split()) <= 4 else None
    last = list(words.finditer(text))
    whole = bool(last) and text.isupper() and last[-1].end() == len(text) and last[-1].start() > 0
    return text if whole and len(text.split()) <= 4 else None


def date_rest(text: str) -> str | None:
    """The words beside the date in a line that states a date and little more, else None.

    >>> date_rest("Stand: 03.02.2024 08:15 Uhr"), date_rest("Berlin, 3. Mai 2024")
    ('', 'Berlin')
    >>> date_rest("Am 3. Mai 2024 lieferte Berlin die ersten Panzer")
    """
    words = page_words()
    if not (_DATED.search(text) and words.date.search(text)):
        return None
    rest = words.date_furniture.sub(" ", words.date.sub(" ", text))
    rest = " ".join(re.sub(r"[|·•–—,;:/()\[\]*#+-]+|\s\.(?=\s|$)", " ", rest).split()).strip(". ")
    tokens = rest.split()
    if len(tokens) <= 4 and not any(token[0].islower() for token in tokens):
        return rest if len(tokens) <= 2 or len(text) <= 80 else None
    return None


def is_byline(line: str) -> bool:
    """Whether a line names who wrote, and nothing else.

    >>> is_byline("Von Max Muster, Berlin"), is_byline("Von Berlin aus fuhren zwölf Panzer")
    (True, False)
    """
    text = bare(line)
    words = page_words()
    if _SIGN_OFF.fullmatch(text) or _MAIL.fullmatch(text):
        return True
    if words.reading_time.search(text, letters(text)):
        return True
    start = words.byline_start.match(text)
    if not start or (text[0].islower() and len(text.split()) > 4):
        return False
    opener, rest = start.group().lower(), text[start.end() :].strip(" :.")
    if opener in _NEEDS_COLON and not text[start.end() :].lstrip().startswith(":"):
        return False
    tokens = re.findall(r"[^\s,;/|()]+", rest)
    if not tokens:
        return False
    if is_sentence(text) and opener in ("von", "by") and len(tokens) > 4:
        return False
    names = [t for t in tokens if t[0].isupper() or "." in t or "-" in t or words.agency.fullmatch(t)]
    return len(tokens) <= 14 and all(
        t in names or t.lower() in words.byline_words for t in tokens if t[0].isalpha()
    )


def imprint_prefix(line: str) -> int:
    """How much of an article's first paragraph is place, agency and date rather than text.

    >>> line = "ATHEN (dpa-AFX) - Sechs Panzer sind da."
    >>> line[imprint_prefix(line):]
    'Sechs Panzer sind da.'
    """
    line = line[:300]
    if line.startswith("*"):  # "**ATHEN** - ..." in Markdown
        plain = _STARS.sub("", line)
        end = imprint_prefix(plain)
        return end and next(n for n in range(end, len(line)) if len(_STARS.sub("", line[: n + 1])) > end)
    for pattern in _prefixes():
        if found := pattern.match(line):
            return found.end()
    if (found := _PLACE_DASH.match(line)) and not _DASH.search(
        re.split(r"(?<=[.!?]) ", line[found.end() :])[0]
    ):
        return found.end()
    return 0


def dateline_within(paragraph: str) -> tuple[int, int] | None:
    """Where place, date and agency stand behind a headline that is glued to the first paragraph.

    >>> line = "Shells for Kiev(ATTN: photo) SEOUL, Dec. 30 (Yonhap) -- The firm said so."
    >>> begin, end = dateline_within(line)
    >>> line[begin:end]
    'SEOUL, Dec. 30 (Yonhap) -- '
    """
    found = _glued_dateline().search(paragraph[:400]) if "(" in paragraph[:400] else None
    return found.span() if found else None


@cache
def _glued_dateline() -> re.Pattern[str]:
    return re.compile(r"(?<=[\s)])" + _dateline() + r"(?:--|[–—-])\s+")


def _dateline() -> str:
    """Place, perhaps a day, and an agency in brackets."""
    return rf"{_PLACE}(?:, {_NAME})?(?:,? {_day()})?:? ?{_source()}\s*"


def _source() -> str:
    """An agency in brackets."""
    agency = rf"[^()]{{0,25}}{page_words().agency.pattern}[^()]{{0,25}}"
    return rf"\((?:{agency}|[a-z][^()A-Z]{{1,30}}|[a-z]\w+/\w+|\w+bericht)\)"


def _dated() -> str:
    """Place, full date and perhaps an agency, in whatever order, up to the dash that ends them."""
    date = rf"(?:\w+, )?(?i:den |the )?(?i:{_date()})"
    source = rf"(?:{_source()}|/[A-Z][\w -]{{1,20}}/)"
    place = rf"{_PLACE}(?:, {_PLACE})?"
    parted = rf"(?:,? {source},?| [–—|-]|,| {source} [–—-])"
    return (
        rf"(?:{place}{parted} {date}(?:,? {source}|, {_NAME})?|{source} {place}, {date}"
        rf"|{date},? {place}(?: {source})?)"
        rf"(?:\s*(?:--|[–—|])\s*|\s-\s|(?<=/)\.\s)"
    )


def _date() -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", page_words().date.pattern)


def _day() -> str:
    """A date, or a day without its year ("Dec. 30", "13. Sep")."""
    month = "|".join(map(re.escape, page_words().months))
    return rf"(?:(?i:{_date()})|(?:\d{{1,2}}\. ?)?(?i:{month})\.?(?: \d{{1,2}})?)"


@cache
def _prefixes() -> tuple[re.Pattern[str], ...]:
    words = page_words()
    date, day, place = _date(), _day(), _PLACE
    clock = r"\d{1,2}[:.]\d{2}(?: ?(?:Uhr|[AaPp]\.?[Mm]\.?))?"
    capitals = r"(?=(?:[A-ZÄÖÜ.'/] ?){4})[A-ZÄÖÜ][A-ZÄÖÜ.']+(?:[ /-][A-ZÄÖÜ.']+){0,5}"
    stop = r"(?:--|[–—|:.]|-)?"
    return (
        re.compile(
            rf"\W{{0,3}}{words.published.pattern}\s*:?\s*{date}(?:[, ]*{clock})?[ ,:–-]*", re.IGNORECASE
        ),
        re.compile(rf"(?:{place},? )?(?:\w+, )?(?i:{date})[,;]? (?:{clock})[\s:–-]*"),
        re.compile(_dated()),
        re.compile(rf"{_dateline()}{stop}\s*(?![a-zäöüß])"),
        re.compile(
            rf"{capitals}(?:, (?!{day}(?!\w)){place}(?!\w))?(?:,? {day})?(?: \([^()]{{2,40}}\))?"
            r"(?:\s*(?:--|[–—|])\s*|\s-\s|\. )(?=[^a-z]|\w+ing\b)"
        ),
        re.compile(rf"\({_TOWN}(?:, {day})?\) (?=[A-ZÄÖÜ])"),
        re.compile(rf"{place}, {day}(?: \([^()]{{2,40}}\))?(?:\s*(?:--|[–—])\s*|\s-\s|\. )"),
        re.compile(_TOWN + r"\. (?=[A-ZÄÖÜ„\"“])"),
    )


def is_glued(line: str) -> bool:
    """Whether a line is a menu whose entries have lost the blanks between them.

    >>> is_glued("HomePolitikUkraine"), is_glued("IRIS-T für Kiew")
    (True, False)
    """
    if len(line) > LONG or not _GLUED.search(line) or is_sentence(line):
        return False
    joints = [len(_GLUED.findall(word)) for word in re.split(r"[\s-]+", line)]
    return max(joints, default=0) >= 2 or (sum(joints) >= 2 and sum(joints) * 4 >= len(joints))


def _is_furniture(words: PageWords, text: str, used: Collection[str]) -> bool:
    lowered = (_COUNT.sub("", text).strip() if _DIGIT.search(text) else text).lower()
    if lowered in words.furniture or is_glued(text):
        return True
    if len(_CRUMB.findall(text)) >= 2:
        return True  # the way from the home page
    parts = [bare(part).lower() for part in _SEPARATORS.split(lowered)] if _SEPARATING.search(lowered) else ()
    known = sum(part in words.furniture for part in parts if part)
    if len(parts) > 1 and known * 2 >= len([part for part in parts if part]) > 0:
        return True
    if lowered and words.furniture.issuperset(lowered.split()):
        return True
    if words.updated.fullmatch(text) or words.published.fullmatch(text):
        return True
    if words.comment_start.search(text, used) or words.comment_head.fullmatch(text):
        return True
    return bool(words.furniture_start.match(text) or words.furniture_within.search(text, used))


def _teaser(words: PageWords, text: str) -> LineKind | None:
    found = words.teaser_start.match(text)
    if not found:
        return None
    rest = text[found.end() :].strip()
    if found["loose"] and not found["after"] and is_sentence(text) and len(text) > 60:
        return None  # "Mehr Nachrichten ..." can begin a sentence of the article
    return "teaser" if len(rest.split()) > 2 else "teaser-head"


def _is_caption(words: PageWords, line: str, text: str, used: Collection[str]) -> bool:
    inner = line.strip(" \t*_([")
    if words.caption_start.match(inner):
        return True
    credited = any(sign in line for sign in ":©(")  # one of them stands in every credit
    if credited and any(words.caption_end.search(one) for one in {line, text}):
        return True
    return bool(words.caption_mark.search(line, used))
