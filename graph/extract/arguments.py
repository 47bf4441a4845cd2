"""How each mention is attached to its clause: bare, genitive, possessive, or by which preposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from graph.extract.clauses import Clause
from graph.extract.mentions import Mention
from graph.extract.particles import is_particle
from graph.extract.tokens import Token
from graph.model import EntityRef
from seeds.catalogue import lexicon

Case = Literal["", "nominative", "dative", "oblique"]
_SKIPPED = ("adj", "num", "adv", "det", "pos")
_DEMONSTRATIVES = frozenset(("dieser", "jener", "this", "these", "that", "those", "such"))
_QUOTES = frozenset("\"“”„»«'’‘()")


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention in its clause.

    `marker` is "bare", "genitive" (after its noun), "possessive" (before its noun), "attribute"
    (adjective or compound part) or the preposition; `case` what a German article tells;
    `modifiers` are actors attached to an item ("nordkoreanische Raketen"), `origins` those
    that follow it with "aus" ("Soldaten aus Nordkorea"); `coordinated` tells that it goes on
    a list ("Russland und Iran") and shares its first member's role.
    """

    mention: Mention
    marker: str
    case: Case = ""
    modifiers: tuple[EntityRef, ...] = ()
    origins: tuple[EntityRef, ...] = ()
    demonstrative: bool = False
    negated: bool = False
    coordinated: bool = False


@cache
def _classes(language: str) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(str(w) for w in words) for name, words in lexicon(language, "prepositions").items()
    }


def marker_classes(marker: str, language: str) -> frozenset[str]:
    """The classes of a marker: the preposition classes it is in, or itself."""
    if marker in ("bare", "attribute"):
        return frozenset((marker,))
    if marker in ("genitive", "possessive"):
        return frozenset((marker, "of"))
    return frozenset(name for name, words in _classes(language).items() if marker in words)


def attach(
    tokens: Sequence[Token], clause: Clause, mentions: Sequence[Mention], language: str
) -> tuple[Argument, ...]:
    """The arguments of a clause, left to right."""
    inside = frozenset(clause.indices)
    own = [m for m in mentions if m.first in inside and not (m.medium or m.by_verb)]
    found: list[Argument] = []
    for mention in own:
        argument = _argument(tokens, mention, found, language)
        if mention.head == "place" and argument.marker == "bare":
            argument = replace(argument, marker="attribute")  # a war does nothing itself
        found.append(argument)
    return tuple(_with_modifiers(found, tokens, language))


def _argument(
    tokens: Sequence[Token], mention: Mention, earlier: Sequence[Argument], language: str
) -> Argument:
    if mention.attribute:
        return Argument(mention, "attribute")
    if _possessive(tokens, mention, language):
        return Argument(mention, "possessive")
    start = _start(mention, earlier, tokens)
    after_noun = start > 0 and tokens[start - 1].pos == "noun"
    if language == "de" and after_noun and _ends_genitive(tokens, mention):
        return Argument(mention, "genitive")  # "Lieferungen Nordkoreas"
    left = _left(tokens, start, mention, earlier, language)
    marker = _preposition(tokens, left, language)
    case = _case(left, mention, tokens[mention.last - 1].low, language)
    if not marker:
        list_head = _list_head(tokens, left, mention, earlier)
        if list_head is not None:
            return Argument(mention, list_head.marker, list_head.case, negated=left.negated, coordinated=True)
        if language == "de" and _follows_noun(tokens, left, earlier):
            return Argument(mention, "genitive", "oblique", demonstrative=left.demonstrative)
    return Argument(
        mention,
        marker or "bare",
        "" if marker == "including" else case,
        demonstrative=left.demonstrative,
        negated=left.negated,
    )


@dataclass(frozen=True, slots=True)
class _Left:
    """The part of a noun phrase before its mention; `before` is the token that it follows, -1 for none."""

    before: int
    article: str
    adjective: str
    titled: bool
    demonstrative: bool
    negated: bool


def _left(
    tokens: Sequence[Token], start: int, mention: Mention, earlier: Sequence[Argument], language: str
) -> _Left:
    """Go left from token `start` over adjectives, numbers, titles and articles."""
    article = adjective = ""
    titled = demonstrative = negated = False
    i = start - 1
    while i >= 0:
        token = tokens[i]
        if _tells_time(token, language):
            break  # "In March Iran delivered": the preposition is the month's
        if token.pos == "det" or (token.pos in ("pron", "rel") and token.low in _ARTICLES):
            article = token.low
            demonstrative = demonstrative or token.lemma in _DEMONSTRATIVES
            negated = negated or token.low.startswith("kein") or token.low == "no"
        elif token.pos == "adj":
            adjective = adjective or token.low
        elif token.pos in ("noun", "name") and not article and not _covered(i, earlier):
            if mention.is_item and not _counts(tokens, i, language):
                break
            titled = True
        elif not (
            token.text in _QUOTES
            or token.pos in _SKIPPED
            or (_qualifies(tokens, i, language) and not is_particle(tokens, i, language))
            or _truncated(tokens, i)
        ):
            break
        i -= 1
    return _Left(i, article, adjective, titled, demonstrative, negated)


def _preposition(tokens: Sequence[Token], left: _Left, language: str) -> str:
    """The preposition before a phrase, "including" for words like it, '' if none stands there."""
    if left.before < 0:
        return ""
    token, including = tokens[left.before], _classes(language)["including"]
    if is_particle(tokens, left.before, language):
        return ""
    if token.pos == "adp" or (token.pos in ("as", "subord") and token.low in including):
        return token.low
    return "including" if token.low in including or token.low in ("darunter", "including") else ""


def _list_head(
    tokens: Sequence[Token], left: _Left, mention: Mention, earlier: Sequence[Argument]
) -> Argument | None:
    """The argument that a list goes on from: "Russland" before "und Iran"."""
    i = left.before
    if i < 0 or not (tokens[i].text == "," or tokens[i].pos == "coord"):
        return None
    before = (a for a in reversed(earlier) if a.mention.last <= i and _same(a.mention, mention))
    joined = next(before, None)
    if joined is None:
        return None
    between = tokens[joined.mention.last : i]
    return joined if all(t.pos in (*_SKIPPED, "noun", "name", "punct", "coord") for t in between) else None


def _follows_noun(tokens: Sequence[Token], left: _Left, earlier: Sequence[Argument]) -> bool:
    """Whether a German article makes the phrase the genitive of the noun before it."""
    if left.before < 0 or tokens[left.before].pos not in ("noun", "name"):
        return False
    if left.article not in ("der", "des", "eines", "einer"):
        return False
    last = next((a.mention for a in earlier if a.mention.last == left.before + 1), None)
    troops = last is not None and last.entity.kind == "personnel"  # "Soldaten der Bundeswehr"
    return last is None or troops or left.article in ("des", "eines")


def _start(mention: Mention, earlier: Sequence[Argument], tokens: Sequence[Token]) -> int:
    """Where the mention's phrase begins, its possessor included: "Norway's Nammo"."""
    before = earlier[-1] if earlier else None
    if before is not None and before.marker == "possessive" and mention.is_actor:
        if all(tokens[k].pos == "pos" for k in range(before.mention.last, mention.first)):
            return before.mention.first
    return mention.first


def _counts(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Whether a noun before an item counts it or belongs to it: "sechs Millionen Schuss Munition"."""
    words = lexicon(language, "numbers")
    low = tokens[i].low
    counter = low in words["counters"] or low in words["scales"] or low in words["vague"]
    return counter or tokens[i].pos == "name" or (language == "en" and i + 1 < len(tokens))


def _qualifies(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Whether a preposition only qualifies a number: "über 10.000", "bis zu 120", "around 50"."""
    token = tokens[i]
    if token.pos not in ("adp", "as", "coord", "verb"):
        return False
    words = _qualifiers(language)
    ahead = tokens[i + 1 : i + 3]
    if ahead and ahead[0].low in words and ahead[0].pos != "num":
        ahead = ahead[1:]  # "bis zu 120", "an die 50"
    return token.low in words and bool(ahead) and ahead[0].pos == "num"


@cache
def _qualifiers(language: str) -> frozenset[str]:
    phrases = lexicon(language, "numbers")["qualifiers"]
    return frozenset(word for group in phrases.values() for phrase in group for word in phrase.split())


def _tells_time(token: Token, language: str) -> bool:
    """Whether a word is a month, a weekday or a year."""
    words = lexicon(language, "time")
    year = token.text.isdigit() and len(token.text) == 4 and token.text[:2] in ("19", "20")
    return year or token.low in words["months"] or token.low in words["weekdays"]


def _truncated(tokens: Sequence[Token], i: int) -> bool:
    """The first half of "Shahed- und Harpy-Drohnen"."""
    if tokens[i].pos == "coord":
        return i > 0 and tokens[i - 1].text.endswith("-")
    return tokens[i].text.endswith("-")


_ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des"))


def _same(left: Mention, right: Mention) -> bool:
    return left.entity.label == right.entity.label or {left.entity.label, right.entity.label} == {
        "Actor",
        "Place",
    }


def _covered(i: int, earlier: Sequence[Argument]) -> bool:
    return any(a.mention.first <= i < a.mention.last for a in earlier)


def _ends_genitive(tokens: Sequence[Token], mention: Mention) -> bool:
    word = tokens[mention.last - 1].low
    return (
        mention.form in ("name", "seat")
        and word.endswith("s")
        and not mention.entity.name.lower().endswith("s")
    )


def _possessive(tokens: Sequence[Token], mention: Mention, language: str) -> bool:
    after = tokens[mention.last] if mention.last < len(tokens) else None
    if after is None:
        return False
    if language == "en":
        return after.low in ("'s", "’s") or (
            after.text in ("'", "’") and tokens[mention.last - 1].low.endswith("s")
        )
    nominal = after.pos in ("noun", "adj", "name")
    return nominal and _ends_genitive(tokens, mention) and not mention.is_item


def _case(left: _Left, mention: Mention, word: str, language: str) -> Case:
    """What a German article, or a pronoun's form, tells of the case; '' where it tells nothing."""
    if mention.form == "weak" and not mention.is_item:
        form = lexicon(language, "anaphora")["first_person"]
        if word in form["subject"] or word in form["object"]:
            return "nominative" if word in form["subject"] else "dative"
    if language != "de" or not left.article:
        return ""
    genders, article, adjective = lexicon("de", "genders"), left.article, left.adjective
    if article in ("dem", "diesem", "einem", "ihrem", "seinem"):
        return "dative"
    if article in ("des", "eines"):
        return "oblique"
    if article in ("der", "dieser"):
        if left.titled and not adjective:
            return ""  # "der Konzern X" or "der Firma X": the article is the title's
        if left.titled or mention.head or mention.form in ("noun", "people"):
            return "nominative" if adjective.endswith("e") else "oblique" if adjective.endswith("en") else ""
        masculine = mention.entity.id in genders["masculine"] or word in genders["masculine_words"]
        return "nominative" if masculine else "oblique"
    plural = article in ("den", "diesen") and mention.entity.id in genders["plural"]
    return "dative" if plural else ""


def _with_modifiers(found: Sequence[Argument], tokens: Sequence[Token], language: str) -> list[Argument]:
    """Give each item the actors that modify it, directly before or with "aus" behind it."""
    result = list(found)
    for n, argument in enumerate(result):
        if not argument.mention.is_item:
            continue
        modifiers, origins = [], []
        for other in found[max(0, n - 3) : n]:
            between = range(other.mention.last, argument.mention.first)
            near = (
                all(tokens[k].pos in ("adj", "adv", "noun", "pos", "coord", "num") for k in between)
                and len(between) <= 3
            )
            if other.mention.is_actor and near and other.marker in ("attribute", "possessive"):
                modifiers.append(other.mention.entity)
        for other in found[n + 1 : n + 2]:
            between = range(argument.mention.last, other.mention.first)
            if (
                other.mention.is_actor
                and other.marker in ("aus", "from", "genitive", "of")
                and len(between) <= 2
            ):
                origins.append(other.mention.entity)
        if modifiers or origins:
            result[n] = replace(argument, modifiers=tuple(modifiers), origins=tuple(origins))
    return result
