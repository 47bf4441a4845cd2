"""Stable ids: the same content gives the same id on every machine and in every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

from graph.model.assertion import Assertion, Claim

_NAMES = 50_000  # of which the normal form is remembered: the catalogue's, and the more usual ones besides
_SEPARATOR = "\x1f"  # never part of a field, so that ("ab", "c") and ("a", "bc") differ

_UNNAMED = "unnamed-"  # before the ids of speakers without a name


def _digest(*parts: str, length: int = 20) -> str:
    joined = _SEPARATOR.join(parts)
    if joined.count(_SEPARATOR) >= len(parts):  # in a part, too
        joined = _SEPARATOR.join(part.replace(_SEPARATOR, " ") for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def unnamed_id(name: str) -> str:
    """Id of speakers whom no text names: "officials", "media reports".

    >>> unnamed_id("media reports")
    'unnamed-media-reports'
    """
    return _UNNAMED + slug(name)


def is_unnamed(entity_id: str) -> bool:
    """Whether nobody in particular has this id; two such speakers need not be the same."""
    return entity_id.startswith(_UNNAMED)


def content_hash(text: str) -> str:
    """Hash of an article's text."""
    return _digest(text, length=40)


def article_id(
    *,
    url: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    published: str | None = None,
    path: str | None = None,
    text: str = "",
) -> str:
    """Id of an article: from its URL, else publisher, title and date, else its path, else its text.

    >>> article_id(url="https://a.example/x") == article_id(url="https://a.example/x", title="T")
    True
    """
    if url:
        return _digest("url", url.strip())
    if publisher and title and published:
        return _digest("imprint", publisher, title, published)
    if path:
        return _digest("path", path)
    return _digest("text", text)


def assertion_id(assertion: Assertion) -> str:
    """Id of an assertion: hash of its article and its content (confidence and extractor apart)."""
    subject, object_, recipient = assertion.subject, assertion.object, assertion.recipient
    place, speaker = assertion.place, assertion.attributed_to
    least, most = assertion.quantity, assertion.quantity_max
    return _digest(
        assertion.article,
        assertion.relation,
        assertion.modality,
        subject.id if subject else "",
        object_.id if object_ else "",
        recipient.id if recipient else "",
        place.id if place else "",
        speaker.id if speaker else "",
        "" if least is None else str(least),
        "" if most is None else str(most),
        assertion.quantity_qualifier or "",
        "" if assertion.unit is None else assertion.unit,
        assertion.when or "",
        str(assertion.start),
        str(assertion.end),
        assertion.evidence,
    )


def claim_of(assertion: Assertion) -> Claim:
    """The claim that an assertion is about."""
    roles = (assertion.subject, assertion.object, assertion.recipient, assertion.place)
    key = _digest("claim", assertion.relation, *(role.id if role else "" for role in roles))
    return Claim(key, assertion.relation, *roles)


@lru_cache(_NAMES)
def alias_key(text: str) -> str:
    """Normal form under which names are found: case, accents, dots and hyphens do not matter.

    >>> alias_key("Pjöngjang") == alias_key("PJÖNGJANG"), alias_key("Su-35") == alias_key("su 35")
    (True, True)
    """
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain).strip()


def slug(name: str) -> str:
    """Readable id from a name; names in other scripts keep their letters.

    >>> slug("Shahed-136"), slug("North Korea")
    ('shahed-136', 'north-korea')
    """
    return alias_key(name).replace(" ", "-") or _digest("slug", name, length=8)
