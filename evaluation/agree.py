"""Whether a name agrees with what an annotation allows: alternatives "a|b", plural and spelling aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

_SAME = {
    "uav": "drone", "kamikaze drone": "drone", "attack drone": "drone", "loitering munition": "drone",
    "unmanned aerial vehicle": "drone", "rocket": "missile", "ballistic missile": "missile",
    "troop": "soldier", "military personnel": "soldier", "personnel": "soldier",
    "ammunition": "artillery shell",
    "artillery ammunition": "artillery shell", "shell": "artillery shell", "munition": "artillery shell",
    "round": "artillery shell", "arm": "weapon", "weapon system": "weapon", "military equipment": "weapon",
    "materiel": "weapon", "armament": "weapon", "artillery piece": "artillery", "artillery gun": "artillery",
    "gun": "artillery", "howitzer": "artillery", "air defense system": "air defence system",
    "air defence": "air defence system", "air defense": "air defence system",
    "surface to air missile system": "air defence system",
    "usa": "united state", "us": "united state", "u.s.": "united state", "uk": "united kingdom",
    "great britain": "united kingdom", "dprk": "north korea", "rok": "south korea",
    "russian federation": "russia", "turkiye": "turkey", "kiev": "kyiv", "czechia": "czech republic",
    "gur": "main directorate of intelligence", "hur": "main directorate of intelligence",
}  # fmt: skip


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9. ]+", " ", letters.replace("-", " ")).split()
    single = [
        w[:-1] if len(w) > 3 and w[-1] == "s" and w[-2:] not in ("ss", "us", "is") else w for w in words
    ]
    whole = " ".join(single)
    return _SAME.get(whole, whole)


@cache
def options(value: str | None) -> frozenset[str]:
    """The names that an annotation allows, in one spelling; none for None."""
    return frozenset(_plain(part) for part in (value or "").split("|") if part.strip())


def agree(wanted: str | None, found: str | None, *, loose: bool = False) -> bool:
    """Whether a name is one of the alternatives; loose also takes one whose words contain the other's.

    >>> agree("Shahed-136|drones", "drone"), agree("Russia", "Iran")
    (True, False)
    """
    left, right = options(wanted), options(found)
    if left & right:
        return True
    pairs = [(set(a.split()), set(b.split())) for a in left for b in right]
    return loose and any(a <= b or b <= a for a, b in pairs)


def core(gold: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    """Whether relation, subject and object agree, and the recipient, else the place, where there is one."""
    if got["relation"] not in gold["relation"].split("|"):
        return False
    if gold["subject"] and not agree(gold["subject"], got["subject"]):
        return False
    if gold["object"] and not agree(gold["object"], got["object"], loose=True):
        return False
    if gold["recipient"]:
        return agree(gold["recipient"], got["recipient"])
    return not gold["place"] or agree(gold["place"], got["place"]) or agree(gold["place"], got["recipient"])
