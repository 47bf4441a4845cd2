"""Single dates as a text writes them: a day, month, part of a year or year, given or pointed to."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from graph.extract.gazetteer import gazetteer
from graph.extract.tense import any_of, direction
from seeds.catalogue import lexicon

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
FREE = r"(?<!\w)(?<!\d[.,:/])"  # not the end of a longer number or word
END = r"(?!\w|[.,]\d)"
_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"\d")
_FOUR_FIGURES = re.compile(_YEAR)
FIGURES, YEAR = "0", "2000"
"""Stand for any figures, and for what may be a year, among the words of a sentence."""
Way = tuple[tuple[frozenset[str], ...], re.Pattern[str]]
"""A way to write a time, and sets of words of each of which a sentence must have one to hold it."""
_YEARS = range(1900, 2200)  # of an article
_UNKNOWN = -1  # a year that only the text before tells: "jenes Jahres"


@dataclass(frozen=True, slots=True)
class Written:
    """One date over [start, end) as the text writes it; 0 for what it leaves out.

    `first` and `last` are months, different for a part of a year; `vague` if the part's bounds
    are open ("Ende 2024"): its months then only tell which year is meant where none is given,
    and where a period begins or ends ("seit Mitte 2023").
    `reach` is how many months ahead it is still taken for one of the same year if no verb tells.
    """

    start: int
    end: int
    year: int
    first: int = 0
    last: int = 0
    day: int = 0
    vague: bool = False
    reach: int = 1
    last_year: int = 0  # the later year of "2003/04" and of decades

    def edge(self, side: int) -> str:
        """EDTF of its first (0) or last (1) month, or of the day or year if it is one."""
        month = (self.first, self.last)[side]
        if not month:
            return f"{(self.last_year if side else 0) or self.year:04}"
        if 1 <= self.day <= calendar.monthrange(self.year, month)[1]:
            return f"{self.year:04}-{month:02}-{self.day:02}"
        return f"{self.year:04}-{month:02}"  # "31. Juni": the month at least

    @property
    def edtf(self) -> str:
        """EDTF of the date: an interval of months for an exact part of a year, the year for a vague one."""
        if self.vague:
            return replace(self, first=0, last=0, vague=False).edtf
        first, last = self.edge(0), self.edge(1)
        return first if first == last else f"{first}/{last}"


def month_of(published: str | None) -> tuple[int, int] | None:
    """Year and month of an article; December where only its year is known; None without a date."""
    if not published or not published[:4].isdecimal() or int(published[:4]) not in _YEARS:
        return None
    month = int(published[5:7]) if published[5:7].isdecimal() else 12
    return int(published[:4]), month


def written_dates(
    text: str, start: int, end: int, language: str, published: str | None, used: frozenset[str]
) -> list[Written]:
    """Every single date, left to right; the fuller reading where two overlap.

    `used` are the sentence's words, as `words_used` gives them.
    """
    found: list[Written] = []
    for needed, pattern in _ways(language):
        if any(map(used.isdisjoint, needed)):
            continue
        for match in pattern.finditer(text, start, end):
            if any(d.start < match.end() and d.end > match.start() for d in found):
                continue
            written = _read(match, text, start, language, published)
            if written is not None:
                found.append(written)
    return sorted(found, key=lambda d: d.start)


def dated(
    written: Written, text: str, start: int, end: int, language: str, published: str | None
) -> Written | None:
    """The date with its year: without one, that which the verbs and the article's date suggest.

    None where nothing tells the year.
    """
    if written.year:
        return written if written.year != _UNKNOWN else None
    here = month_of(published)
    if here is None:
        return None
    year, month = here
    toward = direction(text, start, end, written.start, written.end, language)
    if toward > 0:
        return replace(written, year=year if written.last >= month else year + 1)
    reach = 0 if toward < 0 else written.reach
    return replace(written, year=year if written.first <= month + reach else year - 1)


def _read(
    match: re.Match[str], text: str, start: int, language: str, published: str | None
) -> Written | None:
    """The date that a match writes; None for a word or number that only looks like one."""
    words = lexicon(language, "time")
    groups = {key: value.lower() for key, value in match.groupdict().items() if value}
    written = Written(match.start(), match.end(), int(groups.get("year", 0)), day=int(groups.get("day", 0)))
    if "part" in groups:
        written = _part(written, match, groups["part"], language)
        if not (written.year or groups.keys() & {"pointer", "fixed"}) and not _stands_alone(
            match, text, start, language
        ):
            return None
    elif "whole" in groups:
        first, last = words["parts_of_the_year"][groups["whole"]]
        written = replace(written, first=first, last=last, vague=True, reach=12)
    elif groups.keys() & {"month", "short"}:
        if not _is_month(match, text, start, language):
            return None
        names = words["months"] if "month" in groups else words["short_months"]
        month = names[groups.get("month") or groups["short"]]
        # A full stop behind it ends the sentence, or an abbreviation: no matter.
        written = replace(written, end=written.end - match[0].endswith("."), first=month, last=month)
    elif "number" in groups:
        month = int(groups["number"])
        if not (1 <= month <= 12 and 1 <= written.day <= calendar.monthrange(written.year, month)[1]):
            return None
        return replace(written, first=month, last=month)
    elif groups.keys() & {"decade", "decade_word", "short_year"}:
        return _years(written, groups, language)
    elif written.year and not _is_year(match, text, start, language):
        return None
    if groups.keys() & {"pointer", "fixed"}:
        return replace(written, year=_pointed(written, groups, language, published))
    return written


def _part(written: Written, match: re.Match[str], name: str, language: str) -> Written:
    words = lexicon(language, "time")
    exact = words["exact_parts"].get(name)
    first, last = exact or words["seasons"].get(name) or words["vague_parts"][name]
    return replace(written, first=first, last=last, vague=not exact, reach=1 if exact else 2)


def _years(written: Written, groups: Mapping[str, str], language: str) -> Written | None:
    """ "2003/04", "1980er Jahre", "the nineties"; None for a "2024-05", which is a month."""
    if "short_year" in groups:
        first, short = written.year, int(groups["short_year"])
        last = first // 100 * 100 + short
        return (
            replace(written, last_year=last) if (first < last and short > 12) or last == first + 1 else None
        )
    if "decade_word" in groups:
        first = lexicon(language, "time")["decade_words"][groups["decade_word"]]
    else:
        first = int(groups["decade"])
        if first < 100:
            first += 1900
            if first < 1950:
                return None  # "die 20er Jahre": of which century?
    return replace(written, year=first, last_year=first + 9)


def _pointed(written: Written, groups: Mapping[str, str], language: str, published: str | None) -> int:
    """The year of "last autumn", "vergangenen Oktober", "Ende des nächsten Jahres"."""
    words = lexicon(language, "time")
    here = month_of(published)
    step = (
        words["pointed_years"][groups["fixed"]]
        if "fixed" in groups
        else words["pointers"].get(groups["pointer"])
    )
    if here is None or step is None:
        return _UNKNOWN
    year, month = here
    if "of" in groups or "fixed" in groups or not written.first:
        return int(year + step)
    if step < 0:
        return year if written.last < month else year - 1
    return year if step == 0 or written.first > month else year + 1


def _stands_alone(match: re.Match[str], text: str, start: int, language: str) -> bool:
    """Whether a part of a year without a year is one: not a family name, not "they fall"."""
    if match["part"].lower() not in lexicon(language, "time")["seasons"]:
        return True
    return joints(language)["season"].search(text, start, match.start()) is not None


def _is_month(match: re.Match[str], text: str, start: int, language: str) -> bool:
    """Whether a month's name is meant: not "they may", "march on" or a Mr Jan."""
    groups = match.groupdict()
    name = groups.get("month") or groups["short"]
    if not name[0].isupper():
        return False
    if any(groups.get(key) for key in ("year", "day", "pointer", "fixed")):
        return True
    if groups.get("short"):
        return match[0].endswith(".")
    doubtful = name.lower() in lexicon(language, "time")["doubtful_months"]
    return not doubtful or joints(language)["month"].search(text, start, match.start()) is not None


def _is_year(match: re.Match[str], text: str, start: int, language: str) -> bool:
    """Whether four figures are a year: not a count ("2000 Panzer"), not part of "Panzerhaubitze 2000"."""
    if int(match["year"]) % 100 == 0:
        return joints(language)["count"].search(text, start, match.start()) is not None
    between = joints(language)
    hedge = between["hedge"].search(text, start, match.start())
    if hedge and between["counted"].match(text, match.end()):  # "rund 1950 Raketen"
        return between["count"].search(text, start, hedge.start()) is not None
    names = gazetteer(language).hits(text, start, match.end())
    return not (names and names[-1].end == match.end())


@cache
def joints(language: str) -> Mapping[str, re.Pattern[str]]:
    """What stands before and between two dates that make a period, and before a lone one."""
    words = lexicon(language, "time")
    hedges = [phrase for phrases in lexicon(language, "numbers")["qualifiers"].values() for phrase in phrases]
    article = r"(?:(?:dem|den|the)\s+)?"
    patterns = {
        "from": rf"\b(?:{any_of(words['from'])})\s+{article}\Z",
        "since": rf"\b(?:{any_of(words['since'])})\s+{article}\Z",
        "to": rf"\s+(?:{any_of(words['to'])})\s+{article}",
        "apposed": rf",?\s+{article}",
        "dash": r"\s?[–—-]\s?",
        "days": rf"(?<!\w)(?P<day>\d{{1,2}}){words['day_mark']}\s+(?:{any_of(words['to'])})\s+{article}\Z",
        "count": rf"\b(?:{any_of(words['year_cues'])})\s+\(?\Z",
        "hedge": rf"\b(?:{any_of(hedges)})\s+\Z",
        "counted": rf"\s+(?-i:{words['counted']})",
        "month": rf"\b(?:{any_of(words['month_cues'])})[\s-]+\Z",
        "season": rf"\b(?:{any_of(words['season_cues'])})\s+\Z",
    }
    return {key: re.compile(pattern, re.IGNORECASE) for key, pattern in patterns.items()}


@cache
def words_of(language: str, *keys: str) -> frozenset[str]:
    """One word of each phrase of some lists of seeds/lexicon/*/time.yaml: the longest, rarest as a rule."""
    lists = lexicon(language, "time")
    return frozenset(max(_WORD.findall(phrase), key=len) for key in keys for phrase in lists[key])


def words_used(text: str, start: int, end: int) -> frozenset[str]:
    """The words of text[start:end] in small letters, and FIGURES and YEAR if it has any."""
    used = _WORD.findall(text[start:end].lower())
    if _FIGURES.search(text, start, end):
        used.append(FIGURES)
        if _FOUR_FIGURES.search(text, start, end):
            used.append(YEAR)
    return frozenset(used)


@cache
def dating_words(language: str) -> frozenset[str]:
    """The words without which a sentence with no figures has no written date."""
    keys = ("months", "short_months", "seasons", "parts_of_the_year", "exact_parts", "year_words")
    return words_of(language, *keys, "pointed_years", "decade_words")


@cache
def pointers(language: str) -> str:
    """A pattern for a word that points from the article's date, in any ending; group `pointer`."""
    words = lexicon(language, "time")
    return rf"(?P<pointer>{any_of([*words['pointers'], *words['told_before']])}){words['endings']}"


@cache
def _ways(language: str) -> tuple[Way, ...]:
    """The ways to write one date, the fuller ones first."""
    words = lexicon(language, "time")
    figures, year = frozenset((FIGURES,)), frozenset((YEAR,))
    months = words_of(language, "months", "short_months")
    seasons = words_of(language, "seasons")
    named = words_of(language, "seasons", "vague_parts", "exact_parts")
    wholes = words_of(language, "parts_of_the_year")
    years = words_of(language, "year_words", "pointed_years")
    decades = words_of(language, "decade_words")
    month = f"(?P<month>{any_of(words['months'])})"
    bare_month = month
    if words["short_months"]:
        month = rf"(?:{month}|(?P<short>{any_of(words['short_months'])})\b\.?)"
    day = _DAY + words["day_mark"]
    of_year = rf"(?:{any_of(words['of_year'])})"
    fixed = rf"|(?P<fixed>{any_of(words['pointed_years'])})" if words["pointed_years"] else ""
    pointed = rf"(?:{pointers(language)}\s+(?P<of>{any_of(words['year_words'])}){fixed})"
    parts = [*words["seasons"], *words["vague_parts"], *words["exact_parts"]]
    part = rf"(?P<part>{any_of(parts)})"
    season = rf"(?P<part>{any_of(words['seasons'])})"
    ways: list[tuple[tuple[frozenset[str], ...], str]] = [
        ((year,), rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)"),
        ((year,), rf"{_DAY}\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}"),
        ((named, year), rf"{part}[\s-]+{of_year}?\s*{_YEAR}"),
        ((named, years), rf"{part}\s+(?:{of_year}\s+)?{pointed}"),
        ((wholes,), rf"(?P<whole>{any_of(words['parts_of_the_year'])})(?:\s+{_YEAR})?"),
        ((months, year), rf"{day}\s*{month},?\s+{_YEAR}"),
        ((months, figures, years), rf"{day}\s*{bare_month}\s+{pointed}"),
    ]
    if words["day_after_month"]:
        ways += [
            ((months, year), rf"{month}\s+{day},?\s+{_YEAR}"),
            ((months, figures), rf"{month}\s+{day}"),
        ]
    ways += [
        ((months, year), rf"{month},?\s+{_YEAR}"),
        ((months, years), rf"{bare_month}\s+(?:{of_year}\s+)?{pointed}"),
        ((seasons | months,), rf"{pointers(language)}\s+(?:{season}|{bare_month})"),
        ((months, figures), rf"{day}\s*{month}"),
        ((seasons,), season),
        ((months,), month),
        ((years,), pointed),
        ((year,), rf"{_YEAR}(?:/|–|-)(?P<short_year>\d\d)"),
        ((figures,), rf"(?P<decade>(?:19|20)?\d0){words['decade']}"),
        (
            (decades,),
            words["decade_word"].format(word=f"(?P<decade_word>{any_of(words['decade_words'])})"),
        ),
        ((year,), _YEAR),
    ]
    if words["exact_parts_alone"]:
        ways.append(((named,), rf"(?P<part>{any_of(words['exact_parts'])})"))
    return tuple((needed, re.compile(FREE + way + END, re.IGNORECASE)) for needed, way in ways)
