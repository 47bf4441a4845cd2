"""Tokens with part of speech and lemma, one small tag set for German and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from graph.extract.tagger import tagger
from seeds.catalogue import lexicon, records

_WITH_REACH = 5  # words in which the "with" of a verb of giving stands
_PAUSES = frozenset(",:;.!?–—")  # between clauses
_WORD = re.compile(
    r"\d{1,3}(?:[\s’']\d{3})+(?![\w-]|[.,]\d)"  # 10 000, 10'000
    r"|\d+(?:[.,]\d+)*(?:-[\w-]+)?"  # 2.000, 1,5, 155-Millimeter
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|[A-Z]['’][A-Z]\w+(?:-\w+)*"  # O'Sullivan
    r"|(?i:\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|ll|ve|re|d|m)\b)"  # did|n't, Iran|'s
    r"|\w+(?:[-&/]\w+)*-?"  # Shahed-Drohnen, the "Shahed-" of "Shahed- und Harpy-Drohnen"
    r"|\.\.\.|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its span in the article's text, its class, its verb form ('' for other words), its lemma.

    `low` is the word in lower case, with a plain apostrophe.
    """

    text: str
    start: int
    end: int
    pos: str
    form: str
    lemma: str
    low: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", self.text.lower().replace("’", "'"))


def words_of(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words and marks of source[start:end]."""
    return _WORD.finditer(source, start, end)


def tokenize(source: str, start: int, end: int, language: str) -> tuple[Token, ...]:
    """The tagged words of source[start:end], with offsets into source."""
    matches = list(words_of(source, start, end))
    words = [m.group(0) for m in matches]
    if not words:
        return ()
    tokens = [
        Token(word, match.start(), match.end(), pos, form, lemma)
        for match, word, (pos, form, lemma) in zip(matches, words, tagger(language).tag(words), strict=True)
    ]
    return tuple(_joined(_finite(tokens)) if language == "de" else _verbs(tokens))


def _verbs(tokens: list[Token]) -> list[Token]:
    """English words that are verbs where they stand: "will gift it", "provided Ukraine with tanks"."""
    for i, token in enumerate(tokens):
        if i and tokens[i - 1].pos in ("modal", "to") and token.pos in ("noun", "adj"):
            if token.low in _bare_verbs():
                tokens[i] = replace(token, pos="verb", form="inf", lemma=token.low)
        elif token.pos == "subord" and token.low.endswith("ed") and token.low[:-1] in _with_verbs():
            if any(t.low == "with" for t in tokens[i + 1 : i + 1 + _WITH_REACH]):
                tokens[i] = replace(token, pos="verb", form="fin", lemma=token.low[:-1])
    return tokens


@cache
def _bare_verbs() -> frozenset[str]:
    """The English verbs of the word lists, without those that are a verb and a particle."""
    return frozenset(verb for verb in _listed_verbs("en") if "|" not in verb)


@cache
def _with_verbs() -> frozenset[str]:
    return frozenset(lexicon("en", "frames")["with_verbs"])


def _finite(tokens: list[Token]) -> list[Token]:
    """German verbs that look like participles where no other verb is: "Das Blatt berichtet, es regne"."""
    start = 0
    for i, token in enumerate(tokens):
        if token.pos != "punct" or token.text not in _PAUSES:
            continue
        part, last = tokens[start:i], tokens[i - 1] if i > start else None
        start = i + 1
        if last is None or last.form != "part" or not last.low.endswith("t") or last.low.startswith("ge"):
            continue
        subject = part[0].pos != "adp" and any(t.pos in ("noun", "name", "pron") for t in part)
        if subject and not any(t.pos in ("aux", "modal") or t.form == "fin" for t in part):
            tokens[i - 1] = replace(last, form="fin")
    return tokens


def _joined(tokens: list[Token]) -> list[Token]:
    """Give a German verb that stands apart from its particle the lemma of the whole: "kündigte ... an"."""
    known = _separable_verbs()
    for i, particle in enumerate(tokens):
        last = i + 1 == len(tokens) or tokens[i + 1].pos in ("punct", "coord")
        if particle.pos != "particle" and not (particle.pos == "adp" and last):
            continue
        for k in range(i - 1, -1, -1):
            if tokens[k].pos in ("punct", "modal", "aux", "subord") or tokens[k].form in ("part", "inf"):
                break
            if tokens[k].pos == "verb":
                if particle.low + tokens[k].lemma in known:
                    tokens[k] = replace(tokens[k], lemma=particle.low + tokens[k].lemma)
                break
    return tokens


@cache
def _separable_verbs() -> frozenset[str]:
    """The verbs of the word lists that may be separable, whole."""
    return frozenset(verb.replace("|", "") for verb in _listed_verbs("de"))


def _listed_verbs(language: str) -> Iterator[str]:
    """The verbs of all word lists; a bar stands between a verb and its particle."""
    frames, modality = lexicon(language, "frames")["verbs"], lexicon(language, "modality")["verbs"]
    items = (record.get(key) or {} for record in records("items") for key in ("verbs", "verbs_alone"))
    told = (words.get(language, ()) for words in items)
    groups = (lexicon(language, "attribution")["verbs"], *modality.values(), *frames.values(), *told)
    return (str(verb) for verbs in groups for verb in verbs)
