"""Make seeds/tagger: `python -m training.tagger --corpus seeds/corpus --out seeds/tagger`.

HanTa (Hanover Tagger) tags the corpus and the most frequent words of both languages once;
the tagger of `graph/extract/tagger.py` learns to say the same, some forty times faster.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from HanTa import HanoverTagger
from wordfreq import top_n_list

from graph.extract import sentences
from graph.extract.blocks import blocks
from graph.extract.tagger import (
    LONGEST_END,
    LONGEST_LEMMA_END,
    Key,
    Knowledge,
    Reading,
    Tagger,
    features,
    read,
)
from graph.extract.tokens import words_of
from graph.model import Article
from seeds.corpus_files import split, texts

_MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}
_FREQUENT = {"de": 80_000, "en": 50_000}
_CUTOFF = 4.0  # readings of a word alone that are less likely by this (natural logarithm) are left out
_SEEN = 20  # times that a word must stand in the corpus for its readings there to be all it has
_END_SEEN = 3  # words with an end from which it tells a tag
_END_SHARE = 0.05  # of the words with an end: the least for a tag to be possible
_LEAST_WEIGHT = 0.15
_ROUNDS = 6

# STTS (German) and CLAWS C5 (English) -> class
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
    "PRP": "adp", "IN": "adp", "TO0": "to", "VM0": "modal", "XX0": "neg",
}  # fmt: skip
_FORMS = {"FIN": "fin", "PP": "part", "INF": "inf", "IZU": "inf", "IMP": "fin"}
_ENGLISH_FORMS = {"B": "fin", "D": "fin", "Z": "fin", "I": "inf", "N": "part", "G": "ger"}

Tag = tuple[str, str]  # class and verb form


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence as HanTa tags it."""

    text: str
    tag: Tag
    lemma: str


Sentence = tuple[Word, ...]


def tag_class(tag: str, language: str) -> Tag:
    """HanTa's tag as class and verb form.

    >>> tag_class("VV(PP)", "de"), tag_class("NN2", "en")
    (('verb', 'part'), ('noun', ''))
    """
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


def tagged(hanta: Any, words: Sequence[str], language: str) -> Sentence:
    """A sentence as HanTa tags it, with figures and marks put right."""
    out = []
    words = [word.replace("’", "'") for word in words]
    for word, (_, lemma, tag) in zip(words, hanta.tag_sent(words), strict=True):
        kind, form = tag_class(tag, language)
        if not any(c.isalnum() for c in word):
            kind, form = "punct", ""
        elif word[0].isdigit() and kind not in ("num", "noun"):
            kind, form = "num", ""
        out.append(Word(word, (kind, form), str(lemma).lower()))
    return tuple(out)


def corpus_sentences(corpus: Path, language: str, hanta: Any) -> Iterator[tuple[str, Sentence]]:
    """The sentences of the corpus with the part (train, validation, test) that they belong to."""
    for text in texts(corpus):
        if text.language != language:
            continue
        article = Article(id=text.name, text=text.text, content_hash="", language=language)
        for block in blocks(article):
            for one in sentences.split(article.text, block.start, block.end, block.kind, language):
                words = [m.group(0) for m in words_of(article.text, one.start, one.end)]
                if words:
                    yield split(text.name), tagged(hanta, words, language)


def frequent(hanta: Any, language: str) -> Iterator[tuple[str, dict[Tag, str]]]:
    """Frequent words, small and with a capital: their readings with the lemma of each."""
    for low in top_n_list(language, _FREQUENT[language]):
        if not low[0].isalpha():
            continue
        for word in (low, low.capitalize()):
            readings: dict[Tag, str] = {}
            for tag, _ in hanta.tag_word(word, cutoff=_CUTOFF)[:5]:
                lemma = hanta.analyze(word, pos=tag)[0]
                readings.setdefault(tag_class(tag, language), str(lemma).lower())
            yield word, readings


class Lexicon:
    """What is counted before the weights are learned."""

    def __init__(self, listed: dict[str, dict[Tag, str]], seen: Sequence[Sentence]) -> None:
        self.words = {word: dict(readings) for word, readings in listed.items()}
        self.contexts: defaultdict[str, Counter[Tag]] = defaultdict(Counter)
        lemmas: defaultdict[tuple[str, Tag], Counter[str]] = defaultdict(Counter)
        for sentence in seen:
            for word in sentence:
                self.contexts[word.text][word.tag] += 1
                lemmas[word.text, word.tag][word.lemma] += 1
        for text, tags in self.contexts.items():
            own = self.words.setdefault(text, {})
            own.update({tag: lemmas[text, tag].most_common(1)[0][0] for tag in tags})
            if tags.total() >= _SEEN:
                self.words[text] = {tag: lemma for tag, lemma in own.items() if tags[tag]}
        self.words = {
            word: own
            for word, own in self.words.items()
            if not word[0].isdigit() and any(c.isalpha() for c in word)
        }

    def first(self, word: str) -> Tag:
        """The likeliest tag of a word."""
        if word in self.contexts:
            return self.contexts[word].most_common(1)[0][0]
        return next(iter(self.words[word]))

    def ends(self, number: dict[Tag, int]) -> dict[str, Reading]:
        """The likely tags for each end of a word."""
        counted: defaultdict[str, Counter[Tag]] = defaultdict(Counter)
        for word in self.words:
            mark, low = "^" if word[0].isupper() else "", word.lower()
            if mark and low in self.words and self.first(low)[0] not in ("noun", "name"):
                continue  # large only where it opens a sentence
            for size in range(1, min(LONGEST_END + 1, len(low))):
                counted[mark + low[-size:]][self.first(word)] += 1
        return {
            end: tuple(sorted(number[t] for t, n in tags.items() if n >= _END_SHARE * tags.total()))
            for end, tags in counted.items()
            if tags.total() >= _END_SEEN
        }

    def lemma_ends(self, number: dict[Tag, int]) -> dict[str, str]:
        """How the lemma is made, for each tag and end of a word."""
        counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for word, readings in self.words.items():
            low = word.lower()
            for tag, lemma in readings.items():
                for size in range(1, min(LONGEST_LEMMA_END, len(low)) + 1):
                    counted[f"{number[tag]} {low[-size:]}"][_script(low, lemma)] += 1
        return {end: hows.most_common(1)[0][0] for end, hows in counted.items()}


def _script(low: str, lemma: str) -> str:
    """How a lemma is made of a word: "cut ending".

    >>> _script("drohnen", "drohne")
    '1 '
    """
    same = next(
        (i for i, (a, b) in enumerate(zip(low, lemma, strict=False)) if a != b), min(len(low), len(lemma))
    )
    return f"{len(low) - same} {lemma[same:]}"


def learn(tagger: Tagger, seen: Sequence[Sentence], number: dict[Tag, int]) -> dict[Key, dict[int, float]]:
    """The averaged perceptron's weights."""
    weights: defaultdict[Key, dict[int, float]] = defaultdict(dict)
    sums: defaultdict[Key, dict[int, float]] = defaultdict(dict)
    changed: defaultdict[Key, dict[int, int]] = defaultdict(dict)
    now = 0

    def change(key: Key, tag: int, by: float) -> None:
        old = weights[key].get(tag, 0.0)
        sums[key][tag] = sums[key].get(tag, 0.0) + (now - changed[key].get(tag, 0)) * old
        changed[key][tag] = now
        weights[key][tag] = old + by

    rng = random.Random(1)
    prepared = []
    for sentence in seen:
        words = [word.text for word in sentence]
        _, possible = tagger.open_readings(words)
        prepared.append((words, possible, [number[word.tag] for word in sentence]))
    for _ in range(_ROUNDS):
        rng.shuffle(prepared)
        for words, possible, right in prepared:
            last = before = -1
            for i, reading in enumerate(possible):
                tag = reading[0]
                if len(reading) > 1:
                    now += 1
                    keys = features(words, possible, i, last, before)
                    score = {
                        t: sum(weights[key].get(t, 0.0) for key in keys if key in weights) for t in reading
                    }
                    tag = max(reading, key=score.__getitem__)
                    if tag != right[i] and right[i] in reading:
                        for key in keys:
                            change(key, right[i], 1.0)
                            change(key, tag, -1.0)
                        tag = rng.choice((tag, right[i]))  # goes on now from its mistake, now from the truth
                before, last = last, tag
    out: dict[Key, dict[int, float]] = {}
    for key, own in weights.items():
        mean = {t: (sums[key][t] + (now - changed[key][t]) * w) / now for t, w in own.items()}
        large = {t: round(w, 2) for t, w in mean.items() if abs(w) >= _LEAST_WEIGHT}
        if large:
            out[key] = large
    return out


def _told(tagger: Tagger, word: str, readings: dict[Tag, str], number: dict[Tag, int]) -> bool:
    """Whether the ends of a word tell all that the list would."""
    if set(tagger.readings(word, False)) != {number[tag] for tag in readings}:
        return False
    return all(tagger.lemma(word, number[tag], False) == lemma for tag, lemma in readings.items())


def make(language: str, corpus: Path, out: Path) -> None:
    """Learn one language, write its file, and say how often it agrees with HanTa on the test part."""
    hanta = HanoverTagger.HanoverTagger(_MODELS[language])
    tagged_texts = list(corpus_sentences(corpus, language, hanta))
    seen = [sentence for part, sentence in tagged_texts if part != "test"]
    lexicon = Lexicon(dict(frequent(hanta, language)), seen)
    tags = sorted({t for own in lexicon.words.values() for t in own} | {w.tag for s in seen for w in s})
    number = {tag: i for i, tag in enumerate(tags)}
    ends, lemma_ends = lexicon.ends(number), lexicon.lemma_ends(number)
    bare = Tagger(Knowledge(tuple(tags), {}, ends, lemma_ends, {}))
    words = {
        word: ";".join(f"{number[tag]} {_script(word.lower(), lemma)}" for tag, lemma in readings.items())
        for word, readings in sorted(lexicon.words.items())
        if not _told(bare, word, readings, number)
    }
    weights = learn(Tagger(Knowledge(tuple(tags), words, ends, lemma_ends, {})), seen, number)
    data = {
        "made by": "python -m training.tagger --corpus seeds/corpus --out seeds/tagger",
        "tags": tags, "words": words, "ends": ends, "lemmas": lemma_ends,
        "weights": [[list(key), list(own.items())] for key, own in weights.items()],
    }  # fmt: skip
    path = out / f"{language}.json.gz"
    raw = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:  # no date: the same bytes again
        file.write(raw)
    path.write_bytes(buffer.getvalue())
    _report(language, path, [sentence for part, sentence in tagged_texts if part == "test"])


def _report(language: str, path: Path, test: Sequence[Sentence]) -> None:
    tagger = Tagger(read(path))
    words = same = lemmas = 0
    for sentence in test:
        for word, (kind, form, lemma) in zip(sentence, tagger.tag([w.text for w in sentence]), strict=True):
            words += 1
            same += (kind, form) == word.tag
            lemmas += lemma == word.lemma
    print(
        f"{language}: {path.stat().st_size / 1e6:.2f} MB; as HanTa of {words} words of the test part:",
        end=" ",
    )
    print(f"tag {same / words:.3f}, lemma {lemmas / words:.3f}")


def main() -> None:
    """Make both languages' files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for language in _MODELS:
        make(language, args.corpus, args.out)


if __name__ == "__main__":
    main()
