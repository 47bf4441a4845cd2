"""What stands on a news page around the article: the word lists `page.yaml`, made into tests on lines.

Every language's list is read and all of them hold together, since a German page has
English furniture too. A language is added by its folder under seeds/lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from seeds.catalogue import lexicon
from seeds.yaml_files import seeds_folder

SIGNS = " \t\u00a0+*_#>»›<«|•·-–—=~[](){}…:"
"""Signs that stand around the words of a line without belonging to them."""

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\.?\d)"
_LETTERS = re.compile(r"[^\W\d_]+")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?:.*\n)*?---[ \t]*(?:\r?\n|$)")


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern made of listed phrases, and of each phrase one word: a text with none of them has no match.

    To look up the words of a text is many times as fast as to search it.
    """

    pattern: re.Pattern[str]
    words: frozenset[str]

    def search(self, text: str, used: Collection[str], start: int = 0) -> re.Match[str] | None:
        """The first match in a text; `used` are its words, as `letters` gives them."""
        return None if self.words.isdisjoint(used) else self.pattern.search(text, start)

    def finditer(self, text: str, used: Collection[str], start: int, end: int) -> Iterator[re.Match[str]]:
        """All matches in text[start:end]."""
        return iter(()) if self.words.isdisjoint(used) else self.pattern.finditer(text, start, end)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The page lists of all languages, as patterns.

    Patterns named `..._start` match at the start of a line that `bare` has
    stripped of signs, `..._end` at its end, the others anywhere. `months` gives
    the number of a month's name in small letters.
    """

    furniture: frozenset[str]
    furniture_start: re.Pattern[str]
    furniture_within: Phrases
    comment_head: re.Pattern[str]
    comment_start: Phrases
    inline: Phrases
    inline_to_end: Phrases
    teaser_start: re.Pattern[str]
    summary_start: re.Pattern[str]
    caption_start: re.Pattern[str]
    caption_mark: Phrases
    caption_end: re.Pattern[str]
    byline_start: re.Pattern[str]
    byline_words: frozenset[str]
    reading_time: Phrases
    published: re.Pattern[str]
    updated: re.Pattern[str]
    masthead: re.Pattern[str]
    agency: re.Pattern[str]
    date: re.Pattern[str]
    date_furniture: re.Pattern[str]
    months: Mapping[str, int]


def letters(text: str) -> list[str]:
    """The words of a text in small letters, without figures and marks.

    >>> letters("Mehr zum Thema: T-72")
    ['mehr', 'zum', 'thema', 't']
    """
    return _LETTERS.findall(text.lower())


def bare(line: str) -> str:
    """A line without the signs around it, one blank between words, straight apostrophes.

    >>> bare("+++ Auch  interessant: Neue Panzer +++")
    'Auch interessant: Neue Panzer'
    """
    return " ".join(line.replace("’", "'").split()).strip(SIGNS)


def front_matter_end(text: str) -> int:
    """Where the front matter ("---", lines of "key: value", "---") ends; 0 where there is none.

    >>> front_matter_end("---\\ntitle: A\\n---\\nText"), front_matter_end("Text")
    (17, 0)
    """
    found = _FRONT_MATTER.match(text[:40_000])
    return found.end() if found and re.search(r"^\w+:", found.group(), re.MULTILINE) else 0


@cache
def page_words() -> PageWords:
    """The page lists of all languages.

    Raises:
        seeds' SeedError: a list is missing or broken.
    """
    languages = sorted(file.parent.name for file in (seeds_folder() / "lexicon").glob("*/page.yaml"))
    lists = [lexicon(language, "page") for language in languages]

    def words(*keys: str) -> list[str]:
        return [str(word).replace("’", "'") for key in keys for one in lists for word in one.get(key) or ()]

    def phrases(source: str, *keys: str) -> Phrases:
        """A pattern and the longest word of each phrase of its lists, which is the rarest as a rule."""
        return Phrases(_pattern(source), frozenset(max(letters(one), key=len) for one in words(*keys)))

    months = {str(name).lower(): int(n) for one in lists for name, n in (one.get("months") or {}).items()}
    agency = _any(words("agencies"))
    credits, marks, within = (_any(words(key)) for key in ("credits", "caption_marks", "caption_within"))
    published, updated = _any(words("published")), _any(words("updated"))
    ages = _any(words("comment_ages")).replace(r"\#", r"\d+")
    return PageWords(
        furniture=frozenset(bare(word).lower() for word in words("furniture")),
        furniture_start=_pattern(_any(words("furniture_starts")) + r"|©|\(c\) ?\d|Copyright\b"),
        furniture_within=phrases(_any(words("furniture_within")), "furniture_within"),
        comment_head=_pattern(rf"(?:\d+ )?{_any(words('comment_heads'))}\s*(?:\(\d+\)?)?"),
        comment_start=phrases(rf"\A\S.{{0,60}}?{ages}(?=\s*(?:[:|·,]|$))", "comment_ages"),
        inline=phrases(rf"[(\[]?(?:{_any(words('inline'))})[)\]]?", "inline"),
        inline_to_end=phrases(rf"(?<=[.!?”\"“'’] )(?:{_any(words('inline_to_end'))})", "inline_to_end"),
        teaser_start=_teasers(words("teaser_heads")),
        summary_start=_pattern(_any(words("summary_heads"))),
        caption_start=_pattern(
            rf"(?:{_any(words('caption_starts'))}) ?(?:[:©]|\])|{within}[:.]|(?:Photo|Foto|Bild) (?:by|von)\b"
        ),
        caption_mark=phrases(
            rf"\((?:[^()]* )?(?:{marks})(?: [^()]*|:[^()]*)?\)|{within}", "caption_marks", "caption_within"
        ),
        caption_end=_pattern(
            rf"(?:^|[\s(.\[/])(?:{credits}) ?: ?[^.!?]{{1,80}}[)\]]?\.?$|\s© ?\S[^.]{{0,60}}$|[Ff]oto: \S+$"
            rf"|\((?:[^()]*\b)?(?:via )?{agency}\b ?[/,|][^()]*\)\.?$|\([^()]*\bvia {agency}\b[^()]*\)\.?$"
        ),
        byline_start=_pattern(_any(words("byline_starts"))),
        byline_words=frozenset(word.lower() for word in words("byline_words")),
        reading_time=phrases(_any(words("reading_time")), "reading_time"),
        published=_pattern(published),
        updated=_pattern(updated),
        masthead=_pattern(_any(words("masthead"))),
        agency=re.compile(agency),
        date=_date(months),
        date_furniture=_pattern(
            "|".join(
                (
                    rf"{_TIME}(?: ?[ap]\.?m\b\.?)?|[+-]\d\d:?\d\d|\d+ (?=Min|min)",
                    _any(words("weekdays")),
                    updated,
                    published,
                    _any(words("date_words")),
                )
            )
        ),
        months=months,
    )


def _any(phrases: Iterable[str]) -> str:
    """One of the phrases as whole words, the longest that fits first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    words = [_ended(phrase) for phrase in ordered if phrase[0].isalnum()]
    others = [_ended(phrase) for phrase in ordered if not phrase[0].isalnum()]
    # Within a word a search looks at none of them, as the look behind is the first thing it asks.
    one = [rf"(?<!\w)(?:{'|'.join(words)})"] if words else []
    return f"(?:{'|'.join([*one, *others])})" if ordered else r"(?!)"


def _ended(phrase: str) -> str:
    pattern = re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
    return pattern + (r"(?!\w)" if phrase[-1].isalnum() else "")


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _teasers(heads: Iterable[str]) -> re.Pattern[str]:
    """Heads such as "Read more"; one listed with a colon must be followed by a colon or nothing."""
    heads = list(heads)
    strict = _any(head.rstrip(":") for head in heads if head.endswith(":"))
    loose = _any(head for head in heads if not head.endswith(":"))
    return _pattern(rf"(?P<strict>{strict})\s*(?::|$)|(?P<loose>{loose})\s*(?P<after>[:|–—>»-]|$)?")


def _date(months: Mapping[str, int]) -> re.Pattern[str]:
    """A full date, or a month with its year, in the groups y*, m*, d* (numbers) and n* (month names)."""
    name = "|".join(sorted(map(re.escape, months), key=lambda month: (-len(month), month)))
    gap, year = "[ \u00a0]+", r"(?:18|19|20)\d\d"
    return _pattern(
        rf"(?<![\d.,/-])(?:"
        rf"(?P<y1>{year})-(?P<m1>[01]\d)(?:-(?P<d1>[0-3]\d))?(?![\d-])(?:T[\d:.]+Z?)?"
        rf"|(?P<y2>{year})/(?P<m2>[01]?\d)/(?P<d2>[0-3]?\d)(?!\d)"
        rf"|(?P<d3>[0-3]?\d)\. ?(?P<m3>[01]?\d)\. ?(?P<y3>{year}|\d\d)(?![\d.:]\d|\d)"
        rf"|(?P<d4>[0-3]?\d)(?:\.|st|nd|rd|th|er)?{gap}(?:of |de )?(?P<n4>{name})\b\.?,?{gap}(?:de )?"
        rf"(?P<y4>{year})(?!\d)"
        rf"|\b(?P<n5>{name})\.?{gap}(?P<d5>[0-3]?\d)(?:st|nd|rd|th)?,?{gap}(?P<y5>{year})(?!\d)"
        rf"|(?P<a6>[0-3]?\d)/(?P<b6>[0-3]?\d)/(?P<y6>{year})(?!\d)"
        rf"|\b(?P<n7>{name})\.?,?{gap}(?P<y7>{year})(?!\d)"
        rf")"
    )
