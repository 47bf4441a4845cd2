"""Companies that no list knows, found by how a text brings them in, and known from then on.

"die Muster Wehrtechnik GmbH", "der Hersteller Kestrion", "drone maker Palaven Systems": the
first mention says what they are; later ones may be the name alone, or its first word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.extract.tokens import Token
from graph.model import EntityRef
from graph.model.ids import slug
from seeds.catalogue import lexicon

_LONGEST_NAME = 4  # words
_SHORTEST_ALIAS = 4  # letters


@dataclass(frozen=True, slots=True)
class _Words:
    legal_forms: frozenset[str]
    ends: frozenset[str]  # of names, the legal forms among them
    nouns: tuple[str, ...]


@cache
def _words(language: str) -> _Words:
    words = lexicon(language, "mentions")
    forms = frozenset(words["legal_forms"])
    return _Words(forms, forms.union(words["name_ends"]), tuple(words["company_nouns"]))


@dataclass(slots=True)
class Firms:
    """The firms that one article has brought in: their names in lower case, word by word."""

    known: dict[tuple[str, ...], EntityRef] = field(default_factory=dict)

    def add(self, words: Sequence[str]) -> EntityRef:
        """Note a firm under its full name and, where it can stand alone, its first word."""
        name = " ".join(words)
        ref = self.known.setdefault(_key(words), EntityRef(slug(name), name, "company"))
        if len(words) > 1 and len(words[0]) >= _SHORTEST_ALIAS:
            self.known.setdefault(_key(words[:1]), ref)
        return ref


def find(
    tokens: Sequence[Token], taken: Sequence[tuple[int, int]], firms: Firms, language: str
) -> list[tuple[EntityRef, int, int]]:
    """The firms of a sentence as (entity, first token, last token exclusive).

    Args:
        tokens: the sentence's tokens.
        taken: token ranges that name something known already.
        firms: what the article has brought in so far; new firms are added to it.
        language: "de" or "en".
    """
    free = [True] * len(tokens)
    for first, last in taken:
        free[first:last] = [False] * (last - first)
    found = _introduced(tokens, free, firms, language)
    for _, first, last in found:
        free[first:last] = [False] * (last - first)
    i = 0
    while firms.known and i < len(tokens):
        size = next((n for n in range(_LONGEST_NAME, 0, -1) if _known_at(tokens, i, n, free, firms)), 0)
        if size:
            found.append((firms.known[_key([t.text for t in tokens[i : i + size]])], i, i + size))
        i += size or 1
    return found


def _key(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _known_at(tokens: Sequence[Token], i: int, n: int, free: Sequence[bool], firms: Firms) -> bool:
    if i + n > len(tokens) or not tokens[i].text[0].isupper() or not all(free[i : i + n]):
        return False
    return _key([t.text for t in tokens[i : i + n]]) in firms.known


def _introduced(
    tokens: Sequence[Token], free: Sequence[bool], firms: Firms, language: str
) -> list[tuple[EntityRef, int, int]]:
    words = _words(language)
    nouns = words.nouns
    found = []
    for i, token in enumerate(tokens):
        text = token.text.rstrip(".")
        if text in words.ends:
            first = _run_back(tokens, i, free, nouns)
            stop = i if text in words.legal_forms else i + 1
            if first < i:
                name = [t.text for t in tokens[first:stop]]
                found.append((firms.add(name), first, i + 1))
        elif token.pos in ("noun", "name") and token.lemma.endswith(nouns):
            last = _run_on(tokens, i + 1, free)
            if last > i + 1:
                found.append((firms.add([t.text for t in tokens[i + 1 : last]]), i + 1, last))
        elif token.pos == "name" and free[i] and (i == 0 or not free[i - 1] or tokens[i - 1].pos != "name"):
            last = _run_on(tokens, i, free)
            if _apposed(tokens, last, nouns):
                found.append((firms.add([t.text for t in tokens[i:last]]), i, last))
    return found


def _apposed(tokens: Sequence[Token], i: int, nouns: tuple[str, ...]) -> bool:
    """Whether ", a company ..." or ", ein Hersteller ..." follows at token i."""
    if i + 2 >= len(tokens) or tokens[i].text != "," or tokens[i + 1].pos != "det":
        return False
    phrase = tokens[i + 2 : i + 6]
    noun = next((t for t in phrase if t.pos == "noun" and t.lemma.endswith(nouns)), None)
    return noun is not None


def _run_back(tokens: Sequence[Token], i: int, free: Sequence[bool], nouns: tuple[str, ...]) -> int:
    """Where the capitalised name that ends before token i begins: behind "Konzern", too."""
    first = i
    while first > 0 and i - first < _LONGEST_NAME and free[first - 1]:
        before = tokens[first - 1]
        joins = before.text in ("&", "-") and first < i
        said = before.pos == "noun" and before.lemma.endswith(nouns)
        if said or before.pos in ("det", "adp") or not (before.text[0].isupper() or joins):
            break
        first -= 1
    while first < i and not tokens[first].text[0].isalnum():
        first += 1
    return first


def _run_on(tokens: Sequence[Token], i: int, free: Sequence[bool]) -> int:
    """Where the name that begins at token i ends; i itself if none begins."""
    last = i
    while last < len(tokens) and last - i < _LONGEST_NAME and free[last]:
        token = tokens[last]
        named = token.pos == "name" or (last > i and token.pos == "noun")
        if not named or not token.text[0].isupper() or len(token.text) < 2:
            break
        last += 1
    return last
