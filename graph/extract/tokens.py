"""Tokens with part of speech and lemma, one small tag set for German and English.

HanTa (Hanover Tagger) tags and lemmatises both languages; its STTS and CLAWS tags are
mapped to the few classes that the frame rules ask for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from seeds.catalogue import lexicon

_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
_REMEMBERED = 1 << 15  # words whose analysis is kept, about 20 MB at most
_WORD = re.compile(
    r"\d{1,3}(?:[\s’']\d{3})+(?![\w-]|[.,]\d)"  # 10 000, 10'000
    r"|\d+(?:[.,]\d+)*(?:-[\w-]+)?"  # 2.000, 1,5, 155-Millimeter
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|(?i:\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|ll|ve|re|d|m)\b)"  # did|n't, Iran|'s
    r"|\w+(?:[-&/]\w+)*-?"  # Shahed-Drohnen, the "Shahed-" of "Shahed- und Harpy-Drohnen"
    r"|\.\.\.|[^\w\s]"
)

# STTS (German) and CLAWS C5 (English) -> class, verb form
_CLASSES = {
    "NN": "noun", "NNA": "noun", "NNI": "noun", "TRUNC": "noun", "NE": "name", "FM": "name", "XY": "name",
    "ADJ(A)": "adj", "ADJ(D)": "adv", "ADV": "adv", "PTKA": "adv", "PROAV": "proav", "APPR": "adp",
    "APPRART": "adp", "APPO": "adp", "APZR": "adp", "KOKOM": "as", "ART": "det", "PDAT": "det",
    "PIAT": "det", "PPOSAT": "det", "PRELAT": "rel", "PRELS": "rel", "PWS": "rel", "PWAT": "rel",
    "PWAV": "subord", "CARD": "num", "KON": "coord", "KOUS": "subord", "KOUI": "subord", "PDS": "pron",
    "PIS": "pron", "PPER": "pron", "PRF": "refl", "PTKNEG": "neg", "PTKVZ": "particle", "PTKZU": "to",
    "NN0": "noun", "NN1": "noun", "NN2": "noun", "NP0": "name", "UNC": "name", "ZZ0": "name",
    "AJ0": "adj", "AJC": "adj", "AJS": "adj", "ORD": "adj", "AT0": "det", "DPS": "det", "DT0": "det",
    "AV0": "adv", "AVP": "particle", "AVQ": "subord", "CJC": "coord", "CJS": "subord", "CJT": "subord",
    "CRD": "num", "DTQ": "rel", "PNQ": "rel", "PNP": "pron", "PNI": "pron", "EX0": "pron", "POS": "pos",
    "PRF_EN": "adp", "PRP": "adp", "IN": "adp", "TO0": "to", "VM0": "modal", "XX0": "neg",
}  # fmt: skip
_FORMS = {"FIN": "fin", "PP": "part", "INF": "inf", "IZU": "inf", "IMP": "fin"}
_ENGLISH_FORMS = {"B": "fin", "D": "fin", "Z": "fin", "I": "inf", "N": "part", "G": "ger"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its span in the article's text, its class, its verb form ('' for other words), its lemma."""

    text: str
    start: int
    end: int
    pos: str
    form: str
    lemma: str

    @property
    def low(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return self.text.lower().replace("’", "'")


@cache
def _tagger(language: str) -> Any:  # HanTa carries no types
    from HanTa import HanoverTagger  # noqa: PLC0415 - half a second to load, needed only here

    tagger = HanoverTagger.HanoverTagger(_MODELS[language])
    # What it says of a word alone is the same each time, and is most of its work.
    tagger._tag_word = lru_cache(_REMEMBERED)(tagger._tag_word)
    tagger._analyze = lru_cache(_REMEMBERED)(tagger._analyze)
    return tagger


def _class(tag: str, language: str) -> tuple[str, str]:
    if language == "de":
        if tag.startswith("V") and "(" in tag:
            kind = {"VA": "aux", "VM": "modal", "VV": "verb"}[tag[:2]]
            return kind, _FORMS.get(tag[3:-1], "fin")
        if tag.startswith("$"):
            return "punct", ""
    else:
        if tag == "PRF":
            return "adp", ""
        if len(tag) == 3 and tag[0] == "V" and tag != "VM0":
            return ("verb" if tag[1] == "V" else "aux"), _ENGLISH_FORMS.get(tag[2], "fin")
        if tag.startswith("PU"):
            return "punct", ""
    return _CLASSES.get(tag, "other"), ""


def tokenize(source: str, start: int, end: int, language: str) -> tuple[Token, ...]:
    """The tagged words of source[start:end], with offsets into source."""
    matches = list(_WORD.finditer(source, start, end))
    words = [m.group(0) for m in matches]
    if not words:
        return ()
    tagged = _tagger(language).tag_sent([word.replace("’", "'") for word in words])
    tokens = []
    for match, word, (_, lemma, tag) in zip(matches, words, tagged, strict=True):
        pos, form = _class(tag, language)
        if not any(c.isalnum() for c in word):
            pos, form = "punct", ""
        elif word[0].isdigit() and pos not in ("num", "noun"):
            pos, form = "num", ""
        tokens.append(Token(word, match.start(), match.end(), pos, form, str(lemma).lower()))
    return tuple(_joined(tokens) if language == "de" else tokens)


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
    modality, attribution = lexicon("de", "modality")["verbs"], lexicon("de", "attribution")["verbs"]
    frames = lexicon("de", "frames")["verbs"]
    groups = (attribution, *modality.values(), *frames.values())
    return frozenset(str(verb).replace("|", "") for verbs in groups for verb in verbs)


@lru_cache(_REMEMBERED)
def compound_parts(word: str) -> tuple[str, ...]:
    """The parts of a German compound, the linking elements apart; lower case.

    >>> compound_parts("Raketenartilleriegeschütze")
    ('rakete', 'artillerie', 'geschütz')
    """
    parts = _tagger("de").analyze(word, taglevel=3)[1]
    return tuple(text for text, tag in parts if tag in ("NN", "NE", "ADJ", "ADV", "VV", "NNI", "TRUNC"))
