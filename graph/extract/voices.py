"""Who speaks in a stretch of a sentence: a person, an organisation, a state whose officials speak for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from graph.extract.discourse import Discourse
from graph.extract.mentions import Mention
from graph.extract.sides import speaks_for
from graph.extract.tokens import Token
from graph.model import EntityRef
from graph.model.ids import slug, unnamed_id
from seeds.catalogue import lexicon

_AFTER = 14  # words in which a speaker behind his cue stands
_BEFORE = 16  # and before it
_APPOSITION = 10  # words between two commas: "Budanow, der Chef des Geheimdienstes, sagte"
_FIRST = 8  # words in which an organisation behind its cue begins
_RECENT = 3  # sentences after which "he" is no longer the speaker before
_STOPS = '.:;,"“”„'

Voice = tuple[EntityRef, int]
"""A speaker and the token at the far end of his name."""


@dataclass(frozen=True, slots=True)
class Voices:
    """The words and mentions of a sentence, and what went before."""

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    memory: Discourse
    language: str

    def after(self, i: int, *, media: bool = True) -> Voice | None:
        """The speaker whose noun phrase begins at token i, with the token behind his name.

        A person named in it wins: "der Chef des Militärgeheimdienstes, Kyrylo Budanow".

        Args:
            i: the number of a token.
            media: whether a paper may be the speaker, rather than the one spoken to.
        """
        if i < len(self.tokens) and self.tokens[i].pos == "pron":
            known = self._pronoun(self.tokens[i])
            return (known, i + 1) if known else None
        stop = self._end(i)
        inside = [m for m in self.mentions if i <= m.first < stop and self._may_speak(m, i)]
        person = next((m for m in inside if m.entity.kind == "person"), None)
        if person:
            return person.entity, person.last
        unknown = self._unknown_person(i, stop)
        if unknown:
            return unknown
        first = next((m for m in inside if m.first <= i + _FIRST), None)
        if first and first.form == "people" and first.first > i and self.tokens[first.first - 1].low == "der":
            known = self._recent_person()  # "sagte der Niederländer"
            return (known, first.last) if known else None
        if first:
            return (first.entity, first.last) if media or not first.medium else None
        return self.unnamed(i, stop)

    def before(self, i: int) -> Voice | None:
        """The speaker whose noun phrase ends before token i, with its first token; adverbs aside."""
        start = self._begin(i)
        who = next((j for j in range(start - 2, max(-1, start - 8), -1) if self.tokens[j].pos == "rel"), 0)
        if who and self.tokens[start - 1].pos == "verb" and self.tokens[who - 1].text != ",":
            i, start = who, self._begin(who)  # "officials who spoke to Reuters said"
        doing = start - 1
        if doing > 0 and self._participle(doing) and self.tokens[doing - 1].pos in ("noun", "name"):
            i, start = doing, self._begin(doing)  # "officials speaking on background said"
        if start == i and i and self.tokens[i - 1].text == ",":
            opening = next((j for j in range(i - 2, max(-1, i - 3 - _APPOSITION), -1) if self._closes(j)), -1)
            if opening > 0 and self.tokens[opening].text == ",":
                start = self._begin(opening)
        inside = [m for m in self.mentions if start <= m.first < i and self._may_speak(m, start)]
        person = next((m for m in reversed(inside) if m.entity.kind == "person"), None)
        if person:
            return person.entity, person.first
        unknown = self._unknown_person(start, i)
        if unknown:
            return unknown[0], start
        if inside:
            return inside[0].entity, inside[0].first
        if start < i and self.tokens[start].pos == "pron":
            known = self._pronoun(self.tokens[start])
            return (known, start) if known else None
        unnamed = self.unnamed(start, i)
        return (unnamed[0], start) if unnamed else None

    def _participle(self, i: int) -> bool:
        token = self.tokens[i]
        return self.language == "en" and token.pos == "verb" and token.low.endswith("ing")

    def _end(self, i: int) -> int:
        """Where the noun phrase that begins at token i is over."""
        stop = i
        while stop < len(self.tokens) and stop < i + _AFTER:
            token = self.tokens[stop]
            if token.pos in ("verb", "modal", "coord", "subord", "rel") or _finite_aux(token):
                break
            if token.pos == "punct" and token.text in ".:;":
                break
            if token.pos == "adv" and any(t.pos in ("noun", "name") for t in self.tokens[i:stop]):
                break  # "nach Angaben des Heeres inzwischen in Litauen"
            if token.text == "," and (stop == i or not self._appended(stop + 1)):
                break  # "erklärt, Russland habe ...", but "sagte der Minister, Boris Pistorius"
            if token.pos == "adp" and token.low not in self._words()["within"] and stop > i:
                break  # "nach Angaben des Heeres über Litauen"
            stop += 1
        return stop

    def _appended(self, i: int) -> bool:
        """Whether the name at token i is a phrase of its own: "der Minister, Boris Pistorius, ..."."""
        stop = i
        while stop < len(self.tokens) and self.tokens[stop].pos == "name":
            stop += 1
        return stop > i and (stop == len(self.tokens) or self.tokens[stop].pos == "punct")

    def _begin(self, i: int) -> int:
        start = i
        while start > max(0, i - _BEFORE) and not self._closes(start - 1):
            start -= 1
        return start

    def _closes(self, i: int) -> bool:
        """Whether no noun phrase goes on over token i."""
        token = self.tokens[i]
        if token.pos == "verb":  # "El Pais" is not paid
            return not any(m.form == "name" and m.first <= i < m.last for m in self.mentions)
        return token.pos in ("modal", "subord") or (token.pos == "punct" and token.text in _STOPS)

    def clause_at(self, i: int) -> bool:
        """Whether a clause begins at token i rather than a name alone: "said Moscow had sent them"."""
        stop = self._end(i)
        return stop < len(self.tokens) and self.tokens[stop].pos in ("verb", "aux", "modal")

    def _may_speak(self, mention: Mention, start: int) -> bool:
        """Whether a mention is a speaker.

        Not what only modifies a noun, unless officials are meant, nor what a preposition
        has made a part of something else: "bei einem Besuch in Kiew".
        """
        if not mention.speaks or (mention.attribute and not self._officials(mention)):
            return False
        i = mention.first - 1
        while i >= start and self.tokens[i].pos in ("det", "adj"):
            i -= 1
        words = self._words()
        if i < start or self.tokens[i].pos != "adp" or self.tokens[i].low in words["whose"]:
            return True
        for_whom = self.tokens[i].low in words["for"] and i > start
        if for_whom and self.tokens[i - 1].lemma.endswith(tuple(words["officials"])):
            return True  # "a spokesman for the ministry"
        return (
            i > start and mention.form == "seat" and self.tokens[i - 1].lemma.endswith(_organs(self.language))
        )

    def _officials(self, mention: Mention) -> bool:
        """ "amerikanische Beamte", "US-Beamte", "Ukrainian officials": who speaks for a state."""
        own, people = self.tokens[mention.last - 1], tuple(self._words()["officials"])
        if own.end > mention.end:
            return own.low.endswith(people)
        behind = self.tokens[mention.last : mention.last + 3]
        noun = next((t for t in behind if t.pos not in ("adj", "name")), None)
        return noun is not None and noun.pos == "noun" and noun.lemma.endswith(people)

    def _pronoun(self, token: Token) -> EntityRef | None:
        """The person who spoke last: "sagte er"."""
        return self._recent_person() if token.low in self._words()["he"] else None

    def _recent_person(self) -> EntityRef | None:
        near = self.memory.sentence - self.memory.person_sentence <= _RECENT
        return self.memory.person if near else None

    def unnamed(self, first: int, last: int) -> Voice | None:
        """Who speaks in the tokens [first, last) without a name: "the official" of before, "officials"."""
        words, kinds = self._words(), self._words()["unnamed"]
        for i in range(first, last):
            noun = self.tokens[i]
            if noun.pos != "noun":
                continue
            definite = first < i and self.tokens[i - 1].low in words["definite"]
            if definite and noun.lemma.endswith((*words["people"], *words["officials"])):
                near = self.memory.sentence - self.memory.speaker_sentence <= _RECENT
                return (self.memory.speaker, i + 1) if near and self.memory.speaker else None
            if self._its_own(first, i) and noun.lemma.endswith(tuple(words["organs"])):
                state = self._state_before(i)
                return (state, i + 1) if state else None
            for name, nouns in kinds.items():
                if noun.low in nouns and not definite:
                    return EntityRef(unnamed_id(name), name, "organisation"), i + 1
        return None

    def _its_own(self, first: int, i: int) -> bool:
        """Whether the noun at token i is known without a name: "the defence ministry"."""
        while i > first and self.tokens[i - 1].pos in ("adj", "noun"):
            i -= 1
        return i > first and self.tokens[i - 1].low in self._words()["definite"]

    def _state_before(self, i: int) -> EntityRef | None:
        """The state whose ministry or army "the ministry" at token i is: the one that is spoken of."""
        near = self.memory.sentence - self.memory.speaker_sentence <= _RECENT
        speaker = speaks_for(self.memory.speaker, self.language) if near and self.memory.speaker else None
        if speaker is not None and speaker.kind == "state":
            return speaker
        here = (
            m.entity for m in self.mentions if m.last <= i and m.entity.kind == "state" and not m.attribute
        )
        return next(here, None) or self.memory.last_actor(("state",))

    def _words(self) -> Mapping[str, Any]:
        return lexicon(self.language, "attribution")

    def _unknown_person(self, first: int, last: int) -> Voice | None:
        """A name that no list has: a surname met before, or two capitalised names in a row."""
        titles = lexicon(self.language, "mentions")["titles"]
        taken = {j for m in self.mentions for j in range(m.first, m.last)}
        i = first
        while i < last:
            if i in taken:
                i += 1
                continue
            low = self.tokens[i].low
            if low in self.memory.surnames and self._large(i):
                return self.memory.surnames[low], i + 1
            stop = i
            while stop < last and stop not in taken and self._large(stop) and self._name(stop):
                stop += 1
            while i < stop and self.tokens[i].low in titles:
                i += 1
            if stop - i >= 2:  # a first name and a last name
                name = " ".join(t.text for t in self.tokens[i:stop])
                return EntityRef(slug(name), name, "person"), stop
            i = max(stop, i + 1)
        return None

    def _large(self, i: int) -> bool:
        return self.tokens[i].text[0].isupper()

    def _name(self, i: int) -> bool:
        """Whether a token is a part of a name, also of a rare one: "Expertin Dina Arnoldi"."""
        if self.tokens[i].pos == "name":
            return True
        called = i > 0 and self.tokens[i - 1].low.endswith(tuple(self._words()["people"]))
        last = i + 1 < len(self.tokens) and self.tokens[i + 1].pos == "name" and self._large(i + 1)
        return self.tokens[i].pos == "noun" and called and last


@cache
def _organs(language: str) -> tuple[str, ...]:
    """Nouns that speak for a state with its capital behind them: "the ministry in Kyiv"."""
    nouns = lexicon(language, "mentions")["actor_nouns"]
    return (*lexicon(language, "attribution")["officials"], *chain.from_iterable(nouns.values()))


def _finite_aux(token: Token) -> bool:
    return token.pos == "aux" and token.form == "fin"
