"""Claims and assertions in words, for people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import EntityRef
from graph.query.rows import ClaimRow, EvidenceRow

# Neither Latin nor Greek nor Cyrillic.
_OTHER_SCRIPT = re.compile("[\u0590-\u1dff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefe]")
_VERBS = {  # relation -> verb, what stands before a recipient
    "supplies": ("supplies", "to"),
    "produces": ("produces", "for"),
    "operates": ("operates", "with"),
    "deploys": ("deploys", "with"),
    "supports": ("supports", ""),
    "requests": ("requests", "from"),
}


def sentence(claim: ClaimRow | EvidenceRow) -> str:
    """What the claim says, with "someone" and "something" where a needed role is not named.

    >>> from graph.model import EntityRef
    >>> row = ClaimRow("c", "supplies", EntityRef("iran", "Iran", "state"), None,
    ...                EntityRef("russia", "Russia", "state"), None, 1, 1, (), (), (), None, None)
    >>> sentence(row)
    'Iran supplies something to Russia'
    """
    verb, before_recipient = _VERBS.get(claim.relation, (claim.relation, "to"))
    words = [claim.subject.name if claim.subject else "someone", verb]
    if claim.relation == "supports":
        words.append(claim.recipient.name if claim.recipient else "someone")
        words += ["with", claim.object.name] if claim.object else []
    else:
        words.append(claim.object.name if claim.object else "something")
        words += [before_recipient, claim.recipient.name] if claim.recipient else []
    words += ["in", claim.place.name] if claim.place else []
    return " ".join(words)


def also(aliases: Sequence[str]) -> str:
    """The other names; of those that few terminals have letters for, or turn around, how many there are.

    >>> also(["DVRK", "КНДР", "朝鲜", "כוריאה"])
    'also: DVRK, КНДР, 2 in other scripts'
    """
    plain = [alias for alias in aliases if not _OTHER_SCRIPT.search(alias)]
    others = len(aliases) - len(plain)
    return f"also: {', '.join([*plain, *([f'{others} in other scripts'] if others else [])])}"


def name(entity: EntityRef | None) -> str:
    """The entity's name, or nothing."""
    return entity.name if entity else ""


def modalities(claim: ClaimRow) -> str:
    """How often which modality was used: "reported 3, planned 1"; for one assertion without the number."""
    if claim.assertions == 1 and len(claim.modalities) == 1:
        return claim.modalities[0][0]
    return ", ".join(f"{modality} {count}" for modality, count in claim.modalities)


def dates(first: str | None, last: str | None) -> str:
    """First and last date of publication as one interval: "2025-06-11" or "2024-11 to 2025-06-11"."""
    if first and last and first != last:
        return f"{first} to {last}"
    return first or last or ""


def count(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "origin"), count(0, "origin"), count(2, "entity", "entities")
    ('1 origin', '0 origins', '2 entities')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def headline(claim: ClaimRow) -> str:
    """The sentence, with the modality behind it where the claim is mostly not reported as a fact."""
    modality = claim.modalities[0][0] if claim.modalities else "reported"
    return sentence(claim) if modality == "reported" else f"{sentence(claim)} ({modality})"
