"""How each mention is attached to its clause: bare, genitive, possessive, or by which preposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from graph.extract.clauses import Clause
from graph.extract.mentions import Mention
from graph.extract.tokens import Token
from graph.model import EntityRef
from seeds.catalogue import lexicon

Case = Literal["", "nominative", "dative", "oblique"]
_SKIPPED = ("adj", "num", "adv", "det", "pos")
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
    own = [m for m in mentions if m.first in inside and not m.medium]
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
    i = _start(mention, earlier, tokens) - 1
    after_noun = i >= 0 and tokens[i].pos == "noun" and not _covered(i, earlier)
    if language == "de" and after_noun and _ends_genitive(tokens, mention):
        return Argument(mention, "genitive")  # "Lieferungen Nordkoreas"
    article = ""
    adjective = ""
    titled = False
    demonstrative = negated = False
    while i >= 0:
        token = tokens[i]
        if token.text in _QUOTES or (token.pos in _SKIPPED and token.pos != "det"):
            if token.pos == "adj" and not adjective:
                adjective = token.low
        elif token.pos == "det" or (token.pos in ("pron", "rel") and token.low in _ARTICLES):
            article = token.low
            demonstrative = demonstrative or token.lemma in (
                "dieser",
                "jener",
                "this",
                "these",
                "that",
                "those",
                "such",
            )
            negated = negated or token.low.startswith("kein") or token.low == "no"
        elif token.pos in ("noun", "name") and not article and not _covered(i, earlier):
            if mention.is_item and not _counts(tokens, i, language):
                break
            titled = True
        elif _qualifies(tokens, i, language) or _truncated(tokens, i):
            pass
        else:
            break
        i -= 1
    before = tokens[i] if i >= 0 else None
    case = _case(article, adjective, titled, mention, language)
    if before is None:
        return Argument(mention, "bare", case, demonstrative=demonstrative, negated=negated)
    if before.pos == "adp" or (
        before.pos in ("as", "subord") and before.low in _classes(language)["including"]
    ):
        return Argument(mention, before.low, case, demonstrative=demonstrative, negated=negated)
    if before.low in _classes(language)["including"] or before.low in ("darunter", "including"):
        return Argument(mention, "including", demonstrative=demonstrative, negated=negated)
    if before.text == "," or before.pos == "coord":
        joined = next(
            (a for a in reversed(earlier) if a.mention.last <= i and _same(a.mention, mention)), None
        )
        if joined is not None and all(
            tokens[k].pos in (*_SKIPPED, "noun", "name", "punct", "coord")
            for k in range(joined.mention.last, i)
        ):
            return Argument(mention, joined.marker, joined.case, negated=negated, coordinated=True)
    if (
        before.pos in ("noun", "name")
        and article
        and language == "de"
        and article in ("der", "des", "eines", "einer")
    ):
        last = next((a.mention for a in earlier if a.mention.last == i + 1), None)
        troops = last is not None and last.entity.kind == "personnel"  # "Soldaten der Bundeswehr"
        if last is None or troops or article in ("des", "eines"):
            return Argument(mention, "genitive", "oblique", demonstrative=demonstrative)
    return Argument(mention, "bare", case, demonstrative=demonstrative, negated=negated)


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
    phrases = lexicon(language, "numbers")["qualifiers"]
    words = {word for group in phrases.values() for phrase in group for word in phrase.split()}
    ahead = tokens[i + 1 : i + 3]
    if ahead and ahead[0].low in words and ahead[0].pos != "num":
        ahead = ahead[1:]  # "bis zu 120", "an die 50"
    return token.low in words and bool(ahead) and ahead[0].pos == "num"


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


def _case(article: str, adjective: str, titled: bool, mention: Mention, language: str) -> Case:
    if language != "de" or not article:
        return ""
    genders = lexicon("de", "genders")
    if article in ("dem", "diesem", "einem", "ihrem", "seinem"):
        return "dative"
    if article in ("des", "eines"):
        return "oblique"
    if article in ("der", "dieser"):
        if titled and not adjective:
            return ""  # "der Konzern X" or "der Firma X": the article is the title's
        if titled or mention.head or mention.form in ("noun", "people"):
            return "nominative" if adjective.endswith("e") else "oblique" if adjective.endswith("en") else ""
        return "nominative" if mention.entity.id in genders["masculine"] else "oblique"
    if article in ("den", "diesen") and mention.entity.id in genders["plural"]:
        return "dative"
    return ""


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
        result[n] = replace(argument, modifiers=tuple(modifiers), origins=tuple(origins))
    return result
