"""Who said it: the speaker that a sentence names, apart from the medium that prints it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import Any

from graph.extract.discourse import Discourse
from graph.extract.mentions import Mention
from graph.extract.tokens import Token
from graph.extract.unnamed import QUOTES, Voice
from graph.extract.voices import Voices
from graph.model import EntityRef
from seeds.catalogue import lexicon

_QUOTED_REACH = 12  # words from "quoted" to "as saying"
_LOOKED = 3  # words from "videos" to "verified by"
_PARTICLE = 14  # words behind a verb in which its particle stands
_AUXILIARY = 24  # words before a participle in which its auxiliary stands
_BRIEF = 4  # words in which the colon of "UN experts: ..." stands
_OBJECT = ("det", "num", "adj", "noun", "name")  # what an object begins with
_CLOSING = '"“”»«'
_FINDING = 12  # words between a paper and the verb of what it says
_SOURCE = 4  # words from "nach" to the noun in "nach einem neuen internen Bericht"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and the tokens [first, last) that name him with his cue.

    `side` is for whom a person speaks, where the words beside his name tell: "der malische Minister".
    """

    speaker: EntityRef
    first: int
    last: int
    side: EntityRef | None = None


def find(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    discourse: Discourse,
    language: str,
    *,
    headline: bool = False,
) -> Attribution | None:
    """The speaker of a sentence, or None where it names none."""
    voices = Voices(tokens, mentions, discourse, language)
    words = lexicon(language, "attribution")
    found = (
        _by_own(voices, words)
        or _by_adjective(voices, words)
        or _by_phrase(voices)
        or _by_front(voices, words)
        or _by_source(voices, words)
        or _by_finding(voices, words)
        or (_by_quote(voices) if language == "en" else None)
        or _by_verb(voices, words)
        or _by_look(voices, words)
        or _by_tag(voices, words)
        or (_by_order(voices) if language == "de" else None)
        or (_by_headline(voices) if headline else None)
    )
    discourse.medium = next((m.entity for m in reversed(mentions) if m.medium), discourse.medium)
    if found is None or found.speaker.kind != "person":
        _turn(voices)
    return replace(found, side=_side(found, mentions)) if found else None


def _turn(voices: Voices) -> None:
    """Remember the person whom a sentence is about: "Pistorius flew to Kyiv. He said ..."."""
    person = voices.person_first()
    if person is not None:
        voices.memory.topic, voices.memory.topic_sentence = person, voices.memory.sentence


def _side(found: Attribution, mentions: Sequence[Mention]) -> EntityRef | None:
    """The state, the firm or the group that is named beside a person."""
    if found.speaker.kind != "person":
        return None
    near = (m for m in mentions if found.first <= m.first and m.last <= found.last)
    return next((m.entity for m in near if m.is_actor and m.entity.kind != "person"), None)


@cache
def _phrases(language: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    pairs = [(phrase, side) for side in ("before", "after") for phrase in _split(language, side)]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _split(language: str, key: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a list, word by word."""
    return tuple(tuple(phrase.split()) for phrase in lexicon(language, "attribution")[key])


def _by_phrase(voices: Voices) -> Attribution | None:
    """ "laut Budanow", "according to the ministry", "Budanow zufolge"."""
    low = [t.low for t in voices.tokens]
    present = set(low)
    for phrase, side in _phrases(voices.language):
        size = len(phrase)
        if phrase[0] not in present:
            continue
        for i in range(len(low) - size + 1):
            if tuple(low[i : i + size]) != phrase:
                continue
            found = (
                _behind(voices.after(i + size), i) if side == "before" else _ahead(voices.before(i), i + size)
            )
            if found:
                return found
    return None


def _by_front(voices: Voices, words: Mapping[str, Any]) -> Attribution | None:
    """ "Aus dem Verteidigungsministerium heißt es, ...": whose house it is said in."""
    tokens = voices.tokens
    if not tokens or tokens[0].low not in words["fronted"]:
        return None
    stop = next((i for i, t in enumerate(tokens) if t.lemma in ("heißen", "verlauten")), 0)
    if not stop or any(t.pos == "punct" for t in tokens[:stop]):
        return None
    said = tokens[stop].lemma == "verlauten" or any(t.low == "es" for t in tokens[stop + 1 : stop + 2])
    return _behind(voices.after(1), 0) if said else None


def _behind(voice: Voice | None, first: int) -> Attribution | None:
    """The attribution by a voice that stands behind its cue."""
    return Attribution(voice[0], first, voice[1]) if voice else None


def _ahead(voice: Voice | None, last: int) -> Attribution | None:
    """The attribution by a voice that stands before its cue."""
    return Attribution(voice[0], voice[1], last) if voice else None


def _by_source(voices: Voices, words: Mapping[str, Any]) -> Attribution | None:
    """ "nach Angaben der Regierung", "nach einer neuen Zählung von SIPRI": whose knowledge it is."""
    tokens, nouns = voices.tokens, tuple(words["knowledge"])
    citing = [*words["citing"], *(p for verb, p in words["citing_with"].items() if _has(tokens, verb))]
    for i, token in enumerate(tokens):
        if token.low not in citing:
            continue
        glued = _by_owner_noun(voices, i, words)
        if glued:
            return glued
        owner = next((m for m in voices.mentions if m.first == i + 1 and m.speaks and not m.attribute), None)
        if owner and any(t.low.endswith(nouns) for t in tokens[owner.last : owner.last + 1]):
            return Attribution(owner.entity, i, owner.last + 1)  # "nach Budanows Angaben"
        for k in range(i + 1, min(len(tokens), i + 1 + _SOURCE)):
            if tokens[k].pos == "noun" and tokens[k].low.endswith(nouns):
                if any(t.low in words["his"] for t in tokens[i + 1 : k]):  # "nach seinen Worten"
                    person = voices.unnamed.person()
                    return Attribution(person, i, k + 1) if person else None
                own = _of_someone(tokens[k + 1 : k + 2], words)
                found = _behind(voices.after(k + 1) if own else voices.unnamed.phrase(k, k + 1), i)
                if found:
                    return found
            elif tokens[k].pos not in ("det", "adj", "num", "adp", "noun", "name"):
                break
    return None


def _by_finding(voices: Voices, words: Mapping[str, Any]) -> Attribution | None:
    """ "Eine Auswertung von SIPRI zeigt", "heißt es in einem Bericht der Regierung": whose paper says it."""
    tokens = voices.tokens
    for i, token in enumerate(tokens):
        if token.pos != "noun" or token.low not in words["findings"]:
            continue
        near = range(max(0, i - _FINDING), min(len(tokens), i + _FINDING))
        if _of_someone(tokens[i + 1 : i + 2], words) and any(shows(tokens, j, words) for j in near):
            found = _behind(voices.after(i + 1), i)
            if found:
                return found
    return None


def shows(tokens: Sequence[Token], i: int, words: Mapping[str, Any]) -> bool:
    """Whether token i is the verb of what papers say, with the words that it needs: "geht ... hervor"."""
    if tokens[i].pos not in ("verb", "aux") or tokens[i].lemma not in words["showing"]:
        return False
    wanted = words["showing_with"].get(tokens[i].lemma)
    return wanted is None or any(t.low in wanted for t in tokens[i + 1 :])


def _has(tokens: Sequence[Token], lemma: str) -> bool:
    return any(t.pos == "verb" and t.lemma == lemma for t in tokens)


def _by_owner_noun(voices: Voices, i: int, words: Mapping[str, Any]) -> Attribution | None:
    """ "nach Firmenangaben", "nach Armeeangaben": the firm or the state that is spoken of."""
    for token in voices.tokens[i + 1 : i + 2]:
        for kind, owners in words["owners"].items():
            stems = (token.low.removesuffix(noun) for noun in words["knowledge"] if token.low.endswith(noun))
            if any(stem.rstrip("-").endswith(tuple(owners)) for stem in stems if stem):
                one = voices.unnamed.firm_before(i) if kind == "firm" else voices.unnamed.state_before(i)
                return Attribution(one, i, i + 2) if one else None
    return None


def _by_own(voices: Voices, words: Mapping[str, Any]) -> Attribution | None:
    """ "Thailand bombardierte nach eigenen Angaben", "by its own account": the subject speaks of itself."""
    low = [t.low for t in voices.tokens]
    present = set(low)
    for own in _split(voices.language, "own"):
        size = len(own)
        if not present.issuperset(own):
            continue
        first = next((i for i in range(len(low) - size + 1) if tuple(low[i : i + size]) == own), -1)
        last = first + size
        citing = (len(c) for c in _split(voices.language, "citing_own") if tuple(low[:first][-len(c) :]) == c)
        cited = next(citing, 0)
        if first < 0 or not (cited or " ".join(low[last : last + 1]) in words["after"]):
            continue
        first -= cited
        appended = first > 0 and low[first - 1] == ","
        found = voices.subject(first - appended)
        return Attribution(found, first, last) if found else None
    return None


def _of_someone(following: Sequence[Token], words: Mapping[str, Any]) -> bool:
    """Whether the word behind a noun says whose it is: "der Regierung", "westlicher Diplomaten"."""
    return any(t.low in words["whose"] or t.pos in ("adj", "name") or t.text in '"„«»“' for t in following)


def _by_adjective(voices: Voices, words: Mapping[str, Any]) -> Attribution | None:
    """ "nach ukrainischen Angaben", "nach NATO-Angaben": the side whose information it is."""
    nouns, known, tokens = tuple(words["adjective_nouns"]), tuple(words["knowledge"]), voices.tokens
    for mention in voices.mentions:
        if not (mention.attribute and mention.speaks):
            continue
        own = tokens[mention.last - 1]
        cited = any(t.low in words["citing"] for t in tokens[max(0, mention.first - 3) : mention.first])
        if own.end > mention.end and own.low.endswith(nouns) and cited:
            return Attribution(mention.entity, mention.first, mention.last)
        following = tokens[mention.last : mention.last + 1]
        told = any(t.low in nouns or (cited and t.low.endswith(known)) for t in following)
        if told and (voices.language == "de" or cited):
            return Attribution(mention.entity, mention.first, mention.last + 1)
    return None


def _by_quote(voices: Voices) -> Attribution | None:
    """ "Lee quoted the agency as saying", "the minister was quoted by Yonhap as saying"."""
    tokens = voices.tokens
    for i, token in enumerate(tokens):
        if token.lemma != "quote" or not any(t.low == "saying" for t in tokens[i : i + _QUOTED_REACH]):
            continue
        if i and tokens[i - 1].lemma == "be":
            return _ahead(voices.before(i - 1), i + 1)
        return _behind(voices.after(i + 1), i)
    return None


def _by_verb(voices: Voices, words: Mapping[str, Any]) -> Attribution | None:
    """ "sagte Budanow", "wie Defense Express berichtet", "the ministry said"."""
    tokens, language = voices.tokens, voices.language
    first = [i for i in range(1, len(tokens)) if _behind_quotation(tokens, i)]  # "..., schrieb Budanow"
    for i in dict.fromkeys((*first, *range(len(tokens)))):
        token = tokens[i]
        if not speaks(tokens, i, language, noticing=True) or (
            token.form == "inf" and not _plural(tokens, i, language)
        ):
            continue
        if language == "en" and i and tokens[i - 1].lemma == "be":
            continue  # "was reported"
        found = _of_participle(voices, i, words) if token.form == "part" else _of_finite(voices, i, words)
        if found and (token.lemma not in words["of_persons"] or found.speaker.kind == "person"):
            return found
    return None


def _behind_quotation(tokens: Sequence[Token], i: int) -> bool:
    """Whether words that somebody said are closed right before token i."""
    closing = i - 1 - (tokens[i - 1].text == ",")
    return closing >= 0 and _ends_quotation(tokens, closing)


def _plural(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Whether a German verb that looks like an infinitive is a plural: "Die Amerikaner sagen, ..."."""
    if (
        language != "de"
        or tokens[i - 1].low == "zu"
        or (tokens[i + 1 : i + 2] and tokens[i + 1].pos != "punct")
    ):
        return False
    for token in reversed(tokens[:i]):
        if token.pos in ("modal", "aux", "verb"):
            return False
        if token.pos in ("subord", "punct"):
            break
    return True


def speaks(tokens: Sequence[Token], i: int, language: str, noticing: bool = False) -> bool:
    """Whether token i is a verb of saying, with its particle if it needs one: "gab ... bekannt".

    Args:
        tokens: a sentence.
        i: the number of a token.
        language: of the text.
        noticing: whether verbs of seeing, counting and promising are meant, too: "registrierte 49 Flugzeuge".
    """
    token = tokens[i]
    if token.pos != "verb":
        return False
    words = lexicon(language, "attribution")
    says = token.lemma in words["verbs"]
    says = says or (noticing and (token.lemma in words["noticing"] or token.lemma in words["of_persons"]))
    return says and _whole(tokens, i, words["separable"]) and not _does(tokens, i, words)


def _does(tokens: Sequence[Token], i: int, words: Mapping[str, Any]) -> bool:
    """Whether a verb of saying is none here: "sagte die Lieferung ab", "responded with", "added three"."""
    lemma, behind = tokens[i].lemma, tokens[i + 1 : i + _PARTICLE]
    if any(t.low in words["not_with"].get(lemma, ()) and t.pos != "adp" for t in behind):
        return True
    if any(t.low in words["not_before"].get(lemma, ()) for t in behind[:1]):
        return True
    said = i > 0 and tokens[i - 1].pos == "punct"  # "..., added the minister"
    if lemma not in words["with_object"] or said or not behind or behind[0].pos not in _OBJECT:
        return False
    clause = takewhile(lambda t: t.pos != "punct", behind)
    return not any(t.pos in ("modal", "aux", "verb") and t.form in ("fin", "") for t in clause)


def _whole(tokens: Sequence[Token], i: int, separable: dict[str, str | list[str]]) -> bool:
    """Whether a verb that needs a particle has it: "teilte ... mit", "bekannt gab", not "Waffen gegeben"."""
    particles = separable.get(tokens[i].lemma)
    if particles is None:
        return True
    wanted = particles if isinstance(particles, list) else [particles]
    near = (*tokens[max(0, i - 1) : i], *tokens[i + 1 : i + _PARTICLE])
    return any(t.low in wanted for t in near)


def _of_participle(voices: Voices, i: int, words: Mapping[str, Any]) -> Attribution | None:
    """ "Blinken hatte erklärt", "zuvor hatte Blinken erklärt": the speaker is beside the auxiliary."""
    tokens = voices.tokens
    if any(t.low in ("von", "by") for t in tokens[i + 1 : i + 2]):
        return _behind(voices.after(i + 2), i)
    for j in range(i - 1, max(-1, i - _AUXILIARY), -1):
        if tokens[j].pos == "subord" and voices.language == "de" and tokens[j].low in words["as"]:
            return _ahead(voices.before(i), i + 1)  # "wie die Zeitung berichtet"
        if tokens[j].pos == "subord" or tokens[j].text == ",":
            break
        if tokens[j].lemma in ("haben", "have") and tokens[j].form == "fin":
            return _ahead(voices.before(j), i + 1) or _behind(voices.after(j + 1), j)
    return _ahead(voices.before(i), i + 1) if voices.language == "en" else None  # "Bloomberg reported"


def _of_finite(voices: Voices, i: int, words: Mapping[str, Any]) -> Attribution | None:
    """The speaker behind or before a verb; a medium behind "sagte" is told, behind "meldete" it reports."""
    tokens, lemma = voices.tokens, voices.tokens[i].lemma
    order = _speech_order(tokens, i, voices.language) and lemma not in words["of_others"]
    last = i - 1 if i and tokens[i - 1].text in _CLOSING else i
    first = next((m for m in voices.mentions if m.last == last and m.speaks and not m.attribute), None)
    if first is not None and voices.language == "de" and _opens(tokens, first):
        order = False  # "Der Kreml bestritt, ...": the subject stands before its verb
    if voices.language == "en" and (voices.clause_at(i + 1) or _no_subject_behind(tokens, i)):
        order = False
    behind = _behind(voices.after(i + 1, media=lemma not in words["addressed"]), i) if order else None
    return behind or _ahead(voices.before(i), i + 1)


def _no_subject_behind(tokens: Sequence[Token], i: int) -> bool:
    """Whether the subject of an English verb is before it: "the minister, Margarita Robles, says on TV"."""
    if any(t.pos in ("adp", "to") for t in tokens[i + 1 : i + 2]):
        return True
    if tokens[i - 1].text != ",":
        return False
    opening = next((j for j in range(i - 2, -1, -1) if tokens[j].pos != "name"), 0)
    return opening < i - 2 and tokens[opening].text == ","


def _by_look(voices: Voices, words: Mapping[str, Any]) -> Attribution | None:
    """ "Videos verified by the BBC show ...": whose look at the papers tells it."""
    tokens = voices.tokens
    for i, token in enumerate(tokens):
        if token.lemma in words["looked_at"] and any(t.low == "by" for t in tokens[i + 1 : i + 2]):
            if any(t.lemma in words["looked"] for t in tokens[max(0, i - _LOOKED) : i]):
                return _behind(voices.after(i + 2), i)
    return None


def _by_tag(voices: Voices, words: Mapping[str, Any]) -> Attribution | None:
    """ "..., so Budanow"."""
    tokens = voices.tokens
    for i, token in enumerate(tokens):
        if token.low in words["tags"] and i and tokens[i - 1].text in (",", '"', "“", "”"):
            found = _behind(voices.after(i + 1), i)
            if found:
                return found
    return None


def _by_order(voices: Voices) -> Attribution | None:
    """ "Russland habe Bomben eingesetzt, klagte Selenskyj": what any verb behind indirect speech says."""
    tokens, subjunctive = voices.tokens, lexicon("de", "modality")["indirect"]
    for i, token in enumerate(tokens):
        if token.pos != "verb" or token.form != "fin" or not i or tokens[i - 1].text not in (",", *_CLOSING):
            continue
        quoted = _ends_quotation(tokens, i - 1) or (i > 1 and tokens[i - 2].text in _CLOSING)
        if quoted or any(t.low in subjunctive for t in tokens[:i]):
            found = None if voices.clause_at(i + 1) else _behind(voices.after(i + 1), i)
            if found:
                return found
    return None


def _ends_quotation(tokens: Sequence[Token], i: int) -> bool:
    """Whether the mark at token i closes words that somebody said, not a name: „Moskwa“."""
    if tokens[i].text not in _CLOSING:
        return False
    inside = tuple(takewhile(lambda t: t.text not in QUOTES, reversed(tokens[:i])))
    return any(t.form == "fin" or t.text in ".!?" for t in inside)


def _by_headline(voices: Voices) -> Attribution | None:
    """ "Putin: Haben neue Raketen", "China stops sales - Bloomberg"; "Ukraine: ..." is but a heading."""
    tokens = voices.tokens
    colon = next((i for i, t in enumerate(tokens[:_BRIEF]) if t.text == ":"), 0)
    unnamed = voices.unnamed.phrase(0, colon)
    if unnamed and unnamed[1] == colon:
        return Attribution(unnamed[0], 0, colon + 1)  # "Experts: Rebels received guns"
    for mention in voices.mentions:
        if not mention.speaks or mention.attribute:
            continue
        behind = tokens[mention.last : mention.last + 1]
        sayer = mention.medium or mention.entity.kind == "person" or mention.form == "seat"
        if _opens(tokens, mention) and behind and behind[0].text == ":" and sayer:
            return Attribution(mention.entity, mention.first, mention.last + 1)
        before = tokens[mention.first - 1 : mention.first] if mention.first else ()
        if mention.last == len(tokens) and mention.medium and before and before[0].text in "-–—":
            return Attribution(mention.entity, mention.first - 1, mention.last)
    return None


def _opens(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a mention is the first phrase of its sentence, but for articles and adjectives."""
    return all(t.pos in ("det", "adj", "punct", "noun") for t in tokens[: mention.first])


def _speech_order(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Whether a speaker may stand behind the verb: after a comma or a quote, or in a German main clause."""
    if language == "en" and i > 1 and tokens[i - 1].pos == "adv":
        i -= 1  # "..., reportedly said the minister"
    if i == 0 or tokens[i - 1].pos == "punct":
        return True
    kinds = ("adv", "noun", "name", "num", "adp", "pron", "proav", "adj", "verb")
    return language == "de" and tokens[i - 1].pos in kinds
