"""Triggers: the verbs and nouns of a clause that carry a relation, and the pattern that fills their roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from graph.extract.clauses import Clause
from graph.extract.tokens import Token
from graph.model import Relation
from seeds.catalogue import lexicon

Voice = Literal["active", "passive", "noun", "attribute"]
_PREFIXES = ("be", "ge", "er", "ver", "zer", "ent", "emp", "über", "unter")


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a group of words fills the roles of its relation; see seeds/lexicon/patterns.yaml."""

    name: str
    relation: Relation
    nominative: str
    items: tuple[str, ...]
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that carries a relation: token index, pattern, voice, and the compound's first part."""

    index: int
    lemma: str
    pattern: Pattern
    voice: Voice
    prefix: str = ""


@cache
def patterns() -> Mapping[str, Pattern]:
    """The patterns by name."""
    found = {}
    for name, entry in lexicon("", "patterns").items():
        slots = {k: v for k, v in entry.items() if k not in ("relation", "nominative", "items")}
        found[name] = Pattern(name, entry["relation"], entry["nominative"], tuple(entry["items"]), slots)
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: Mapping[str, Pattern]
    separable: Mapping[str, tuple[tuple[str, str], ...]]  # stem -> (particle, whole lemma)
    nouns: Mapping[str, Pattern]
    participles: Mapping[str, str]
    common: frozenset[str]
    noun_ends: tuple[str, ...]


@cache
def _words(language: str) -> _Words:
    data: Mapping[str, Any] = lexicon(language, "frames")
    verbs: dict[str, Pattern] = {}
    separable: dict[str, list[tuple[str, str]]] = {}
    participles: dict[str, str] = {}
    for name, lemmas in data["verbs"].items():
        for entry in lemmas:
            first, bar, second = str(entry).partition("|")
            particle, stem = (
                ("", first) if not bar else (second, first) if language == "en" else (first, second)
            )
            lemma = f"{stem} {particle}" if bar and language == "en" else particle + stem
            verbs.setdefault(lemma, patterns()[name])
            if bar:
                separable.setdefault(stem, []).append((particle, lemma))
            if language == "de":
                participles[_participle(particle, stem)] = lemma
    nouns = {str(n): patterns()[name] for name, words in data["nouns"].items() for n in words}
    parts = {stem: tuple(pairs) for stem, pairs in separable.items()}
    return _Words(verbs, parts, nouns, participles, frozenset(data["common"]), tuple(nouns))


def _participle(particle: str, verb: str) -> str:
    """The regular past participle: "geliefert", "ausgerüstet", "produziert"."""
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    end = "et" if stem.endswith(("t", "d")) else "t"
    ge = "" if verb.endswith("ieren") or verb.startswith(_PREFIXES) else "ge"
    return f"{particle}{ge}{stem}{end}"


def is_common(lemma: str, language: str) -> bool:
    """Whether the word is so common that it needs an item noun of its own beside it."""
    return lemma in _words(language).common


def find(tokens: Sequence[Token], clause: Clause, language: str) -> tuple[Trigger, ...]:
    """The triggers of a clause, left to right."""
    found = []
    for position, i in enumerate(clause.indices):
        token = tokens[i]
        trigger = None
        if token.pos == "verb":
            trigger = _verb(tokens, clause, position, language)
        elif token.pos == "adj" and language == "de":
            trigger = _attribute(token, i, language)
        elif token.pos == "adj" and "-" in token.text:
            trigger = _made(token, i, language)
        elif token.pos in ("noun", "name"):
            trigger = _noun(token, i, language)
        if trigger is not None:
            found.append(trigger)
    return tuple(found)


def _verb(tokens: Sequence[Token], clause: Clause, position: int, language: str) -> Trigger | None:
    words = _words(language)
    i = clause.indices[position]
    token = tokens[i]
    lemma = token.lemma
    for particle, whole in words.separable.get(lemma, ()):
        if token.form == "fin" or language == "en":
            rest = [tokens[k] for k in clause.indices[position + 1 :]]
            near = rest if language == "de" else rest[:6]
            if any(t.low == particle and t.pos in ("particle", "adv", "adp", "adj", "noun") for t in near):
                lemma = whole
                break
    if language == "de" and token.form == "inf" and lemma not in words.verbs:
        lemma = lemma.replace("zu", "", 1) if lemma.replace("zu", "", 1) in words.verbs else lemma
    lemma = _construction(tokens, clause, lemma, language)
    pattern = words.verbs.get(lemma)
    if pattern is None:
        return None
    voice = _voice(tokens, clause, position, language)
    if pattern.nominative == "none":
        voice = "active"  # "sind angekommen": what arrives has no passive
    return Trigger(i, lemma, pattern, voice)


def _construction(tokens: Sequence[Token], clause: Clause, lemma: str, language: str) -> str:
    """The verb that a verb and a phrase make together: "zur Verfügung stellen"."""
    phrases = lexicon(language, "frames")["constructions"].get(lemma)
    if not phrases:
        return lemma
    said = " ".join(tokens[k].low for k in clause.indices)
    return next((str(whole) for phrase, whole in phrases.items() if phrase in said), lemma)


def _voice(tokens: Sequence[Token], clause: Clause, position: int, language: str) -> Voice:
    token = tokens[clause.indices[position]]
    if language == "de":
        return _german_voice(tokens, clause, token) if token.form == "part" else "active"
    return _english_voice(tokens, clause, position) if token.form in ("part", "fin") else "active"


def _german_voice(tokens: Sequence[Token], clause: Clause, token: Token) -> Voice:
    around = [tokens[k] for k in (*clause.indices, *clause.borrowed)]
    aux = {t.lemma for t in around if t.pos == "aux"}
    if not aux and any(t.pos == "modal" for t in around):
        return "active"  # "könnte Raketen übergeben": an infinitive, for all its tag says
    if "werden" in aux or ("sein" in aux and "haben" not in aux):
        return "passive"
    alone = not aux and not any(tokens[k].form == "fin" for k in clause.indices)
    if alone and clause.subordinate and token.low.endswith("t"):
        return "active"  # "dass sein Land Drohnen produziert": finite, for all its tag says
    return "active" if "haben" in aux else "passive"


def _english_voice(tokens: Sequence[Token], clause: Clause, position: int) -> Voice:
    before = [tokens[k] for k in clause.indices[max(0, position - 5) : position]]
    for previous in reversed(before):
        if previous.pos == "aux" and previous.lemma == "be":
            return "passive"
        if previous.pos == "aux" and previous.lemma in ("have", "do"):
            return "active"
        if previous.pos in ("noun", "name", "pron"):
            break
    if tokens[clause.indices[position]].form == "part":
        # no auxiliary: "rockets supplied by Iran", or a past tense tagged as participle
        after = [tokens[k].low for k in clause.indices[position + 1 : position + 2]]
        return "passive" if after and after[0] in ("by", "to", "from", "in", "with") else "active"
    return "active"


def _attribute(token: Token, i: int, language: str) -> Trigger | None:
    words = _words(language)
    for ending in ("en", "em", "er", "es", "e"):
        lemma = words.participles.get(token.low.removesuffix(ending)) if token.low.endswith(ending) else None
        if lemma:
            return Trigger(i, lemma, words.verbs[lemma], "attribute")
    return None


def _made(token: Token, i: int, language: str) -> Trigger | None:
    """ "Iranian-made": the adjective's people are the makers of what follows."""
    suffixes = lexicon(language, "frames")["making_suffixes"]
    name = suffixes.get(token.low.rpartition("-")[2])
    return Trigger(i, token.low, patterns()[name], "attribute") if name else None


def _noun(token: Token, i: int, language: str) -> Trigger | None:
    words = _words(language)
    if token.lemma in words.nouns:
        return Trigger(i, token.lemma, words.nouns[token.lemma], "noun")
    low = token.lemma
    if language != "de" or not low.endswith(words.noun_ends):
        return None
    for noun, pattern in words.nouns.items():
        if low.endswith(noun) and len(low) > len(noun) + 2 and token.text[0].isupper():
            return Trigger(i, noun, pattern, "noun", token.text[: len(low) - len(noun)])
    return None
