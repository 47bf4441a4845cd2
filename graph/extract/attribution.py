"""Who said it: the speaker that a sentence names, apart from the medium that prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.extract.discourse import Discourse
from graph.extract.mentions import Mention
from graph.extract.tokens import Token
from graph.model import EntityRef
from graph.model.ids import slug
from seeds.catalogue import lexicon

_NAME_PARTS = ("name",)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and the tokens [first, last) that name him with his cue."""

    speaker: EntityRef
    first: int
    last: int


@cache
def _phrases(language: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    words = lexicon(language, "attribution")
    pairs = [(tuple(p.split()), "before") for p in words["before"]] + [
        (tuple(p.split()), "after") for p in words["after"]
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def find(
    tokens: Sequence[Token], mentions: Sequence[Mention], discourse: Discourse, language: str
) -> Attribution | None:
    """The speaker of a sentence, or None where it names none."""
    return (
        _by_phrase(tokens, mentions, discourse, language)
        or _by_adjective(tokens, mentions, language)
        or _by_verb(tokens, mentions, discourse, language)
    )


def _by_phrase(
    tokens: Sequence[Token], mentions: Sequence[Mention], discourse: Discourse, language: str
) -> Attribution | None:
    """ "laut Budanow", "according to the ministry", "Budanow zufolge"."""
    low = [t.low for t in tokens]
    present = set(low)
    for phrase, side in _phrases(language):
        size = len(phrase)
        if phrase[0] not in present:
            continue
        for i in range(len(low) - size + 1):
            if tuple(low[i : i + size]) != phrase:
                continue
            if side == "before":
                found = _speaker_after(tokens, i + size, mentions, discourse)
                if found:
                    return Attribution(found[0], i, found[1])
            else:
                found = _speaker_before(tokens, i, mentions, discourse)
                if found:
                    return Attribution(found[0], found[1], i + size)
    return None


def _by_adjective(tokens: Sequence[Token], mentions: Sequence[Mention], language: str) -> Attribution | None:
    """ "nach ukrainischen Angaben", "nach NATO-Angaben": the side whose information it is."""
    nouns = tuple(lexicon(language, "attribution")["adjective_nouns"])
    for mention in mentions:
        if not (mention.attribute and mention.speaks):
            continue
        own, cited = tokens[mention.last - 1], _cited(tokens, mention, language)
        if own.end > mention.end and own.low.endswith(nouns) and cited:
            return Attribution(mention.entity, mention.first, mention.last)
        following = tokens[mention.last : mention.last + 1]
        if following and following[0].low in nouns and (language == "de" or cited):
            return Attribution(mention.entity, mention.first, mention.last + 1)
    return None


def _cited(tokens: Sequence[Token], mention: Mention, language: str) -> bool:
    cues = lexicon(language, "attribution")["citing"]
    return any(t.low in cues for t in tokens[max(0, mention.first - 3) : mention.first])


def _by_verb(
    tokens: Sequence[Token], mentions: Sequence[Mention], discourse: Discourse, language: str
) -> Attribution | None:
    """ "sagte Budanow", "wie Defense Express berichtet", "the ministry said"."""
    words = lexicon(language, "attribution")
    for i, token in enumerate(tokens):
        if token.pos != "verb" or token.lemma not in words["verbs"] or token.form == "inf":
            continue
        particles = words["separable"].get(token.lemma)
        if particles is not None and token.form == "fin":
            wanted = particles if isinstance(particles, list) else [particles]
            if not any(t.low in wanted for t in tokens[i + 1 : i + 14]):
                continue
        if language == "en" and i and tokens[i - 1].lemma == "be":
            continue  # "was reported"
        # a medium is told things, "sagte Reuters", and reports them: "meldete Reuters"
        told = token.lemma in words["addressed"]
        order = _speech_order(tokens, i, language)
        first = next((m for m in mentions if m.last == i and m.speaks and not m.attribute), None)
        if first is not None and language == "de" and _opens(tokens, first, language):
            order = False  # "Der Kreml bestritt, ...": the subject stands before its verb
        after = _speaker_after(tokens, i + 1, mentions, discourse, media=not told) if order else None
        if after:
            return Attribution(after[0], i, after[1])
        before = _speaker_before(tokens, i, mentions, discourse)
        if before:
            return Attribution(before[0], before[1], i + 1)
    for tag in words["tags"]:
        for i, token in enumerate(tokens):
            if token.low == tag and i and tokens[i - 1].text in (",", '"', "“", "”"):
                after = _speaker_after(tokens, i + 1, mentions, discourse)
                if after:
                    return Attribution(after[0], i, after[1])
    return None


def _opens(tokens: Sequence[Token], mention: Mention, language: str) -> bool:
    """Whether a mention is the first phrase of its sentence, but for articles and adjectives."""
    return all(t.pos in ("det", "adj", "punct") for t in tokens[: mention.first])


def _speech_order(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Whether a speaker may stand behind the verb: after a comma or a quote, or in a German main clause."""
    if language == "de":
        return i == 0 or tokens[i - 1].pos in (
            "punct",
            "adv",
            "noun",
            "name",
            "num",
            "adp",
            "pron",
            "proav",
            "adj",
            "verb",
        )
    return i == 0 or tokens[i - 1].pos == "punct"


def _speaker_after(
    tokens: Sequence[Token], i: int, mentions: Sequence[Mention], discourse: Discourse, *, media: bool = True
) -> tuple[EntityRef, int] | None:
    """The actor that begins within a noun phrase at token i; a person named in it wins."""
    stop = i
    while stop < len(tokens) and stop < i + 14:
        token = tokens[stop]
        if token.pos in ("verb", "modal", "coord", "subord", "rel") or (
            token.pos == "aux" and token.form == "fin"
        ):
            break
        if token.pos == "punct" and token.text in ".:;":
            break
        if token.pos == "adv" and any(t.pos in ("noun", "name") for t in tokens[i:stop]):
            break  # the phrase is over: "nach Angaben des Heeres inzwischen in Litauen"
        if token.pos == "pron" and stop == i:
            known = _pronoun(token, discourse)
            return (known, i + 1) if known else None
        if token.text == "," and not (stop + 1 < len(tokens) and tokens[stop + 1].pos == "name"):
            break
        stop += 1
    inside = [m for m in mentions if i <= m.first < stop and m.speaks]
    person = next((m for m in inside if m.entity.kind == "person"), None)
    if person:
        return person.entity, person.last
    unknown = _unknown_person(tokens, i, stop, mentions, discourse)
    if unknown:
        return unknown
    first = next((m for m in inside if m.first <= i + 6 and not m.attribute), None)
    return (first.entity, first.last) if first and (media or not first.medium) else None


def _speaker_before(
    tokens: Sequence[Token], i: int, mentions: Sequence[Mention], discourse: Discourse
) -> tuple[EntityRef, int] | None:
    """The actor that ends just before token i, adverbs and relative clauses aside."""
    start = i
    while start > 0 and start > i - 12:
        token = tokens[start - 1]
        if token.pos in ("verb", "modal", "subord") or (token.pos == "punct" and token.text in '.:;,"“”„'):
            break
        start -= 1
    inside = [m for m in mentions if start <= m.first < i and m.speaks and not m.attribute]
    person = next((m for m in reversed(inside) if m.entity.kind == "person"), None)
    if person:
        return person.entity, person.first
    unknown = _unknown_person(tokens, start, i, mentions, discourse)
    if unknown:
        return unknown[0], start
    if inside:
        return inside[0].entity, inside[0].first
    if start < i and tokens[start].pos == "pron":
        known = _pronoun(tokens[start], discourse)
        return (known, start) if known else None
    return None


def _pronoun(token: Token, discourse: Discourse) -> EntityRef | None:
    if (
        token.low in ("er", "sie", "he", "she", "ihm", "ihr")
        and discourse.sentence - discourse.speaker_sentence <= 3
    ):
        return discourse.speaker
    return None


def _unknown_person(
    tokens: Sequence[Token], first: int, last: int, known: Sequence[Mention], discourse: Discourse
) -> tuple[EntityRef, int] | None:
    """A name that no list has: a surname met before, or two capitalised names in a row."""
    i = first
    while i < last:
        token = tokens[i]
        free = not any(m.first <= i < m.last for m in known)
        if free and token.low in discourse.surnames and token.text[0].isupper():
            return discourse.surnames[token.low], i + 1
        if free and token.pos == "name" and token.text[0].isupper() and len(token.text) > 1:
            stop = i + 1
            while stop < last and tokens[stop].pos in _NAME_PARTS and tokens[stop].text[0].isupper():
                stop += 1
            if stop - i >= 2 and not any(m.first < stop and m.last > i for m in known):
                name = " ".join(t.text for t in tokens[i:stop])
                return EntityRef(slug(name), name, "person"), stop
            i = stop
            continue
        i += 1
    return None
