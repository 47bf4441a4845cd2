"""Companies that no list knows, found by how a text brings them in, and known from then on.

"die Muster Wehrtechnik GmbH", "der Hersteller Kestrion", "drone maker Palaven Systems": the
first mention says what they are; later ones may be the name alone, or its first word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.extract.references import unlisted
from graph.extract.tagger import tagger
from graph.extract.tokens import Token
from graph.model import EntityRef
from seeds.catalogue import lexicon

_LONGEST_NAME = 4  # words
_SHORTEST_ALIAS = 4  # letters
# Classes of words that are part of no name, though they are large where a sentence begins or in a headline.
_SMALL = frozenset(
    "adp as aux coord det modal neg num particle proav pron refl rel subord to".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class _Words:
    legal_forms: frozenset[str]
    ends: frozenset[str]  # of names, the legal forms among them
    tails: frozenset[str]  # behind such an end
    nouns: tuple[str, ...]
    no_nouns: tuple[str, ...]
    traders: tuple[str, ...]
    no_names: frozenset[str]
    offices: frozenset[str]
    months: frozenset[str]
    articles: frozenset[str]  # indefinite ones
    places: frozenset[str]  # what stands before them


@cache
def _words(language: str) -> _Words:
    words = lexicon(language, "mentions")
    forms = frozenset(words["legal_forms"])
    return _Words(
        forms,
        forms.union(words["name_ends"]),
        frozenset(words["name_tails"]),
        tuple(words["company_nouns"]),
        tuple(words["no_company_nouns"]),
        tuple(words["trader_nouns"]),
        frozenset(words["no_names"]),
        frozenset(words["offices"]),
        frozenset(lexicon(language, "time")["months"]),
        frozenset(lexicon(language, "numbers")["articles"]),
        frozenset(words["before_places"]),
    )


@dataclass(slots=True)
class Firms:
    """The firms that one article has brought in: their names in lower case, word by word."""

    known: dict[tuple[str, ...], EntityRef] = field(default_factory=dict)

    def add(self, words: Sequence[str], language: str) -> EntityRef:
        """Note a firm under its full name and, where it can stand alone, its first word."""
        name = " ".join(words)
        ref = self.known.setdefault(_key(words), unlisted(name, "company"))
        if len(words) > 2:
            self.known.setdefault(_key(words[:-1]), ref)
        if len(words) > 1 and len(words[0]) >= _SHORTEST_ALIAS and not _is_usual(words[0], language):
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


def _is_usual(word: str, language: str) -> bool:
    """Whether a word of a name is one of the language, which means no firm where it stands alone."""
    classes = tagger(language).classes(word.lower())
    return bool(classes) and "name" not in classes


def _opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token is large because a sentence begins with it."""
    return i == 0 or not (tokens[i - 1].text[0].isalnum() or tokens[i - 1].text in "&,-/")


def _known_at(tokens: Sequence[Token], i: int, n: int, free: Sequence[bool], firms: Firms) -> bool:
    if i + n > len(tokens) or not tokens[i].text[0].isupper() or not all(free[i : i + n]):
        return False
    if n == 1 and tokens[i].pos not in ("name", "noun") and _opens(tokens, i):
        return False
    return _key([t.text for t in tokens[i : i + n]]) in firms.known


def _introduced(
    tokens: Sequence[Token], free: Sequence[bool], firms: Firms, language: str
) -> list[tuple[EntityRef, int, int]]:
    words = _words(language)
    found = []
    for i, token in enumerate(tokens):
        if token.text.rstrip(".") in words.ends:
            span = _by_end(tokens, i, free, language)
            if span is not None:
                first, stop, last = span
                found.append((firms.add([t.text for t in tokens[first:stop]], language), first, last))
        elif _is_company_noun(token, words):
            last = _run_on(tokens, i + 1, free)
            if last > i + 1 and not _is_trader(tokens, i, last, words):
                found.append((firms.add([t.text for t in tokens[i + 1 : last]], language), i + 1, last))
        elif token.pos == "name" and free[i] and (i == 0 or not free[i - 1] or tokens[i - 1].pos != "name"):
            last = _run_on(tokens, i, free)
            if _apposed(tokens, i, last, words):
                found.append((firms.add([t.text for t in tokens[i:last]], language), i, last))
    return found


def _is_company_noun(token: Token, words: _Words) -> bool:
    lemma = token.lemma.lower()
    return (
        token.pos in ("noun", "name") and lemma.endswith(words.nouns) and not lemma.endswith(words.no_nouns)
    )


def _is_trader(tokens: Sequence[Token], i: int, last: int, words: _Words) -> bool:
    """Whether a person is meant: "sagte Entwickler Max Muster", not "der Entwickler Muster Systems"."""
    described = i > 0 and tokens[i - 1].pos in ("det", "adj")
    return last - i == 3 and not described and tokens[i].lemma.lower().endswith(words.traders)


def _by_end(
    tokens: Sequence[Token], i: int, free: Sequence[bool], language: str
) -> tuple[int, int, int] | None:
    """Where the name that ends with token i begins; where it ends, without a legal form and with it."""
    words = _words(language)
    first = _run_back(tokens, i, free, words, language)
    if tokens[i].text.rstrip(".") in words.legal_forms:
        return (first, i, i + 1) if first < i else None
    last = i + 1
    while last < len(tokens) and tokens[last].text in words.tails:
        last += 1
    if last < len(tokens) and tokens[last].start - tokens[last - 1].end == 1:
        after = tokens[last]
        if free[last] and after.pos in ("noun", "name") and after.text[0].isupper():
            if language == "en" or after.pos == "name":
                return None  # "Deputy Defence Minister", "Baltic Defence Studies Group"
    if all(t.low in words.no_names for t in tokens[first:i]):
        return None
    office = tokens[first - 2].lemma if first > 1 and tokens[first - 1].low == "of" else ""
    return None if office in words.offices else (first, last, last)


def _apposed(tokens: Sequence[Token], first: int, i: int, words: _Words) -> bool:
    """Whether ", a company ..." or ", ein Hersteller ..." follows at token i on what begins at `first`."""
    if i + 2 >= len(tokens) or tokens[i].text != "," or tokens[i + 1].pos != "det":
        return False
    if tokens[first].low in words.months:
        return False
    some = tokens[i + 1].low in words.articles
    for k in range(i + 2, min(i + 6, len(tokens))):
        if tokens[k].pos == "punct" or not (some or tokens[k].pos in ("adj", "adv", "name", "noun", "num")):
            return False
        if tokens[k].pos == "noun" and tokens[k].lemma.endswith(words.nouns):
            after = tokens[k + 1] if k + 1 < len(tokens) else None
            if after is not None and after.pos in ("noun", "name", "pos"):
                return False  # "Oleksandr, a company commander"
            if some:
                return True
            # "the firm" may be another one, of which the sentence goes on to tell
            goes_on = after is not None and after.pos in ("verb", "aux", "modal")
            return not goes_on and not (first > 0 and tokens[first - 1].low in words.places)
    return False


def _run_back(tokens: Sequence[Token], i: int, free: Sequence[bool], words: _Words, language: str) -> int:
    """Where the capitalised name that ends before token i begins: behind "Konzern", too."""
    first = i
    legal = tokens[i].text.rstrip(".") in words.legal_forms
    while first > 0 and i - first < _LONGEST_NAME:
        before = tokens[first - 1]
        if not free[first - 1] and not (legal and language == "en" and before.pos == "name" and first < i):
            break  # "Asia Pacific Links Ltd." begins with the name of something else
        joins = before.text in ("&", "-") and first < i
        if not (before.text[0].isupper() or joins) or before.pos in _SMALL or _is_company_noun(before, words):
            break
        if _opens(tokens, first - 1) and before.low in words.no_names:
            break
        if language == "de" and first < i and _heads(tokens, first - 1, i, words):
            break
        first -= 1
    while first < i and not tokens[first].text[0].isalnum():
        first += 1
    return first


def _heads(tokens: Sequence[Token], k: int, i: int, words: _Words) -> bool:
    """Whether a German noun only says what the name behind it is of: "der Bereich Power Systems"."""
    if tokens[k].pos != "noun" or k == 0 or tokens[i].text.rstrip(".") in words.legal_forms:
        return False
    return tokens[k - 1].pos in ("det", "adp", "adj") and tokens[k + 1].pos == "name"


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
