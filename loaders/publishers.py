"""Who published a page: by its address, or by what its own masthead, bylines and sign-offs say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from seeds.catalogue import publishers
from seeds.page import bare, page_words
from seeds.page_lines import LineKind, imprint_prefix, is_sentence, masthead
from seeds.publishers import Publisher, name_key
from seeds.publishers import by_name as index_by_name

_HOST = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:de|com|at|ch|org|net|eu|info|uk|ru|ua|pl|fr|it|es|nl|se|tv|news|io|ca|au|il|tr|kr|jp|in|cn|example)\b",
    re.IGNORECASE,
)
_SHORT = 4  # letters of a name that something else may have, too
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s:©]*(?:(?:19|20)\d\d\b[\s–,-]*)+"
    r"(?-i:(?P<name>(?:[A-ZÄÖÜ\d][\w&.'’-]*\s?|of |the |und |and |für ){1,6}))",
    re.IGNORECASE,
)

Line = tuple[str, "LineKind | None"]


def name_for(field: str) -> str:
    """The publisher's usual name for what a field of an article says: a name, a host or an address.

    >>> name_for("Some Paper Nobody Knows")
    'Some Paper Nobody Knows'
    """
    field = " ".join(field.split())
    if re.match(r"https?://", field):
        return by_url(field) or field
    if _HOST.fullmatch(field):
        return by_host(field)
    known = by_name(field)
    return known.name if known else field


def by_url(url: str | None) -> str | None:
    """The publisher at an address; None where the address has no host.

    >>> by_url("https://www.nobody-knows-this.example/2024/x.html")
    'nobody-knows-this.example'
    """
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return by_host(host) if host and "." in host else None


def known_at(url: str | None) -> str | None:
    """The publisher at an address, if the catalogue has it."""
    name = by_url(url)
    return name if name and by_name(name) else None


def by_host(host: str) -> str:
    """The publisher at a host or at one above it, else the host itself without "www."."""
    host = host.lower().strip(".")
    labels = host.split(".")
    for start in range(len(labels) - 1):
        known = _catalogue()[1].get(".".join(labels[start:]))
        if known:
            return known.name
    return re.sub(r"^(?:www\d?|m|amp|mobile)\.", "", host)


def by_name(name: str) -> Publisher | None:
    """The publisher of the catalogue that has exactly this name (case and accents aside)."""
    return _catalogue()[0].get(name_key(name))


def is_masthead(line: str) -> str | None:
    """The publisher's name, where a line is the head of its site.

    >>> is_masthead("Der Bote - Nachrichten aus der Region"), is_masthead("Panzer - und kein Ende")
    ('Der Bote', None)
    """
    text = bare(line)
    if len(text) > 90 or is_sentence(text):
        return None
    if known := by_name(text):
        return known.name
    if _HOST.fullmatch(text):
        return by_host(text)
    name = masthead(text)
    known = by_name(name) if name else None
    return known.name if known else name


def from_page(head: Sequence[Line], tail: Sequence[Line], first_paragraph: str = "") -> str | None:
    """The publisher by the page's own word, or None where it gives none.

    Args:
        head: lines before the text with their kinds, tail: those at its end.
        first_paragraph: may begin with a place and an agency.
    """
    mastheads = [found for line, _ in head[:8] if (found := is_masthead(line))]
    if mastheads:  # "BOTE NEWS" may have its usual name at its address below
        hosts = [match.group() for line, kind in tail if kind for match in _HOST.finditer(line)]
        usual = [by_host(host) for host in hosts if by_name(by_host(host))]
        return mastheads[0] if by_name(mastheads[0]) or not usual else usual[0]
    for line, _ in head[:8]:  # "Headline | Publisher"; behind a dash it is whom the headline quotes
        *before, last = bare(line).split(" | ")
        if before and (known := by_name(last)):
            return known.name
    for line, kind in head:
        if kind in ("byline", "date") and (found := _named_in(line)):
            return found
    for line, kind in reversed(tail):
        found = _copyright(line) or (_named_in(line) if kind in ("byline", "furniture") else None)
        if found:
            return found
    return _agency(first_paragraph[: imprint_prefix(first_paragraph)])


def _named_in(line: str) -> str | None:
    """The publisher that a byline, a sign-off ("loc/news.de/dpa") or a footer names; agencies come last."""
    if host := _HOST.search(line):
        return by_host(host.group())
    text = bare(line)
    start = page_words().byline_start.match(text)
    rest = text[start.end() :] if start else text
    known = [_as_written(part) for part in [rest, *re.split(r"[/,|·•()]|\s[–-]\s", rest)] if part.strip()]
    found = [one for one in known if one is not None]
    found.sort(key=lambda one: one.type == "agency")
    return found[0].name if found else None


def _as_written(part: str) -> Publisher | None:
    """The publisher of that name; a short one as it stands: "15:34 (EST)" is not ES&T."""
    part = part.strip()
    found = by_name(part)
    if found and len(part) <= _SHORT:
        names = (found.name, *found.names, *found.domains)
        return found if part.casefold() in [name.casefold() for name in names] else None
    return found


def _copyright(line: str) -> str | None:
    found = _COPYRIGHT.search(line)
    if not found:
        return None
    name = re.sub(r"\s*(?:\b(?:All|Alle|Inc|Ltd|GmbH|LLC|Corp)\b.*)?[.\s]*$", "", found["name"].strip())
    known = by_name(name)
    return known.name if known else name or None


def _agency(dateline: str) -> str | None:
    found = page_words().agency.search(dateline)
    if not found:
        return None
    known = by_name(found.group())
    return known.name if known else found.group()


@cache
def _catalogue() -> tuple[dict[str, Publisher], dict[str, Publisher]]:
    hosts: dict[str, Publisher] = {}
    for publisher in publishers():
        for host in publisher.domains:
            hosts.setdefault(host.removeprefix("www."), publisher)
    return index_by_name(publishers()), hosts
