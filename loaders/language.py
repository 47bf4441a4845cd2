"""The language of a text, told by lingua among the languages that news about arms come in.

A sentence or two is told by its small words first: there, lingua goes by names ("Putin", "Odesa").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from seeds.catalogue import lexicon
from seeds.yaml_files import seeds_folder

if TYPE_CHECKING:
    from lingua import LanguageDetector

LANGUAGES = "ar cs de en es fa fi fr he it ja ko nl pl pt ro ru sv tr uk zh"
"""ISO 639-1 codes; each one more makes short texts less sure."""

_SHORTEST = 20  # letters; below that lingua goes by a name or two
_SHORT = 400  # characters; up to here small words tell more than letters
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1500  # characters; more adds nothing but time


def detect(text: str) -> str | None:
    """ISO 639-1 code of the text's language, None where there is too little of it.

    >>> detect("Russland hat Nordkorea beim Bau von Drohnen geholfen."), detect("ok")
    ('de', None)
    """
    sample = _sample(text)
    letters = sum(c.isalpha() for c in sample)
    if letters < 4:
        return None
    if letters < _SHORTEST and not any(ord(c) > 0x2E80 for c in sample):
        return _best(_by_words(sample))
    language = _detector().detect_language_of(sample) if len(sample) > _SHORT else None
    if language is not None:
        return language.iso_code_639_1.name.lower()
    scores = _by_words(sample)
    for opinion in _detector().compute_language_confidence_values(sample):
        scores[opinion.language.iso_code_639_1.name.lower()] += opinion.value  # one word's worth
    return _best(scores)


def _by_words(text: str) -> defaultdict[str, float]:
    """How many frequent words of each language the text has; one of several languages counts as a part."""
    scores: defaultdict[str, float] = defaultdict(float)
    for word in set(_WORD.findall(text.casefold())):
        languages = _frequent().get(word, ())
        for language in languages:
            scores[language] += 1 / len(languages)
    return scores


def _best(scores: Mapping[str, float]) -> str | None:
    """The language that is ahead of all others."""
    (best, most), (_, second) = sorted((*scores.items(), ("", 0.0), ("", 0.0)), key=lambda one: -one[1])[:2]
    return best if most > second else None


@cache
def _frequent() -> Mapping[str, tuple[str, ...]]:
    """The frequent words of the languages that have a list of them, each with the languages it is one of."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted((seeds_folder() / "lexicon").glob("*/words.yaml")):
        for word in lexicon(file.parent.name, "words")["frequent"]:
            found[str(word).casefold()].append(file.parent.name)
    return {word: tuple(languages) for word, languages in found.items()}


def _sample(text: str) -> str:
    """The longest lines, in their order: the prose, not the menu around it."""
    lines = [line.strip() for line in text[: 40 * _SAMPLE].splitlines() if line.strip()]
    chosen: set[int] = set()
    size = 0
    for index in sorted(range(len(lines)), key=lambda i: -len(lines[i])):
        if size >= _SAMPLE:
            break
        chosen.add(index)
        size += len(lines[index])
    return "\n".join(lines[index] for index in sorted(chosen))[: 2 * _SAMPLE]


@cache
def _detector() -> LanguageDetector:
    # Imported here: commands that load nothing must not pay for it.
    from lingua import IsoCode639_1, LanguageDetectorBuilder  # noqa: PLC0415

    # The less exact mode is right on articles, and loads in 0.2 s and 25 MB instead of 6 s and 380 MB.
    codes = [getattr(IsoCode639_1, code.upper()) for code in LANGUAGES.split()]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()
