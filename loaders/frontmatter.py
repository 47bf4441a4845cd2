"""Front matter: the "key: value" lines between "---" that some files begin with.

Not read as YAML, since half of what is found there is none (`title: Merz: kein Wort`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from seeds.page import front_matter_end

_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*)|[ \t]*)$")

KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "titel", "og_title"),
    "published": (
        "published", "published_date", "published_at", "date_published", "datepublished", "publish_date",
        "publication_date", "pubdate", "pub_date", "date", "datum", "veröffentlicht",
    ),
    "url": ("url", "link", "canonical", "canonical_url", "permalink", "article_url", "original_url"),
    "publisher": (
        "publisher", "site", "site_name", "sitename", "source", "source_name", "outlet", "quelle",
    ),
    "site_url": ("source_url", "site_url", "domain", "host", "hostname"),
    "language": ("language", "lang", "sprache"),
}  # fmt: skip
"""What we want to know, and the names it goes by; the first that is there counts."""


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields that KEYS lists, and the offset where the front matter ends (0: there is none).

    >>> front_matter("---\\nheadline: 'Merz: kein Wort'\\ndate: 2025-05-26\\n---\\nText")
    ({'title': 'Merz: kein Wort', 'published': '2025-05-26'}, 53)
    """
    end = front_matter_end(text)
    fields: dict[str, str] = {}
    key = None
    for line in text[:end].splitlines():
        match = _FIELD.match(line)
        if match:
            key = match["key"].strip().lower().replace("-", "_").replace(" ", "_")
            fields.setdefault(key, (match["value"] or "").strip())
        elif key and line[:1] in (" ", "\t") and not fields[key]:
            fields[key] = line.strip()
    return pick(fields), end


def pick(fields: Mapping[str, str]) -> dict[str, str]:
    """Of many fields, those that KEYS lists, under its names and without quotation marks."""
    found = {}
    for ours, theirs in KEYS.items():
        for name in theirs:
            value = _clean(fields.get(name, ""))
            if value:
                found[ours] = value
                break
    return found


def _clean(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    value = html.unescape(value).strip()
    return "" if value in ("|", ">", "~", "null", "None") else value
