"""Who speaks in a stretch of a sentence: a person, an organisation, a state whose officials speak for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, takewhile
from typing import Any

from graph.extract.discourse import Discourse
from graph.extract.groups import group
from graph.extract.mentions import Mention
from graph.extract.name_parts import joining
from graph.extract.references import unlisted
from graph.extract.tokens import Token
from graph.extract.unnamed import QUOTES, Unnamed, Voice
from graph.extract.whole_names import whole_name
from graph.model import EntityRef
from seeds.catalogue import lexicon

_AFTER = 14  # words in which a speaker behind his cue stands
_BEFORE = 16  # and before it
_APPOSITION = 10  # words between two commas: "Budanow, der Chef des Geheimdienstes, sagte"
_STACK = 4  # words from "Ukrainian" to "commander" in "a Ukrainian brigade commander"
_RELATIVE = 24  # "Denmark, which opened a camp in Jutland last year, said"
_FIRST = 8  # words in which an organisation behind its cue begins
_STOPS = f".:;,{QUOTES}"


@dataclass(frozen=True, slots=True)
class Voices:
    """The words and mentions of a sentence, and what went before."""

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    memory: Discourse
    language: str

    @property
    def unnamed(self) -> Unnamed:
        """Those whom the sentence does not name."""
        return Unnamed(self.tokens, self.mentions, self.memory, self.language)

    def after(self, i: int, *, media: bool = True) -> Voice | None:
        """The speaker whose noun phrase begins at token i, with the token behind his name.

        A person named in it wins: "der Chef des Militärgeheimdienstes, Kyrylo Budanow".

        Args:
            i: the number of a token.
            media: whether a paper may be the speaker, rather than the one spoken to.
        """
        if i < len(self.tokens) and self.tokens[i].pos == "pron":
            known = self.unnamed.pronoun(self.tokens[i])
            return (known, i + 1) if known else None
        stop = self._end(i)
        inside = [m for m in self.mentions if i <= m.first < stop and self._may_speak(m, i)]
        person = next((m for m in inside if m.entity.kind == "person"), None)
        if person:
            return person.entity, person.last
        unknown = self._unknown_person(i, stop)
        if unknown:
            return unknown
        named = next((m for m in inside if m.first <= i + _FIRST), None)
        first = self._whose_name(named) if named else None
        if first and first.form == "people" and first.first > i and self.tokens[first.first - 1].low == "der":
            known = self.unnamed.person()  # "sagte der Niederländer"
            return (known, first.last) if known else None
        if first:
            spoken = group(first, self.tokens, self.language) or first.entity
            return (spoken, first.last) if media or not first.medium else None
        return self.unnamed.phrase(i, stop, media=media)

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
            which = self._relative(i)
            if which >= 0 or opening <= 0 or self.tokens[opening].text != ",":
                opening = which  # a relative clause may hold commas: "which makes it in Camden, Arkansas,"
            if opening > 0:
                start = self._begin(opening)
        inside = [m for m in self.mentions if start <= m.first < i and self._may_speak(m, start)]
        persons = [m for m in inside if m.entity.kind == "person"]
        if persons:
            person = persons[0] if self._joined(persons) else persons[-1]
            return person.entity, person.first
        unknown = self._unknown_person(start, i)
        if unknown:
            return unknown[0], start
        if inside:
            first = self._whose_name(inside[0])
            return group(first, self.tokens, self.language) or first.entity, first.first
        if start < i and self.tokens[start].pos == "pron":
            known = self.unnamed.pronoun(self.tokens[start])
            return (known, start) if known else None
        unnamed = self.unnamed.phrase(start, i)
        return (unnamed[0], start) if unnamed else None

    def subject(self, i: int) -> EntityRef | None:
        """The subject of the clause around token i: the actor named first before it, else behind."""
        first = next((j + 1 for j in range(i - 1, -1, -1) if self.tokens[j].pos in ("punct", "subord")), 0)
        stop = next(
            (j for j in range(i, len(self.tokens)) if self.tokens[j].pos == "punct"), len(self.tokens)
        )
        speaking = [m for m in self.mentions if first <= m.first < stop and self._may_speak(m, first)]
        before = [m.entity for m in speaking if m.last <= i]
        behind = [m.entity for m in speaking if m.first > i]
        return next(iter(before or (behind if i == first else ())), None)

    def _whose_name(self, mention: Mention) -> Mention:
        """The organisation whose city or state a mention is: "the Stockholm institute SIPRI"."""
        if mention.entity.kind != "state" or mention.head:
            return mention
        for other in self.mentions:
            between = self.tokens[mention.last : other.first]
            if other.first > mention.first and other.entity.kind == "organisation" and not other.attribute:
                if len(between) <= _STACK and all(t.pos in ("noun", "adj", "pos") for t in between):
                    return other
        return mention

    def _joined(self, persons: Sequence[Mention]) -> bool:
        """Whether several persons speak: "Prime Minister Kristersson and President Zelensky said"."""
        between = self.tokens[persons[0].last : persons[-1].first]
        return any(t.pos == "coord" for t in between) and all(t.text != "," for t in between)

    def person_first(self) -> EntityRef | None:
        """The person who is named before the first verb of the sentence, if nothing but he is spoken of."""
        verb = next((i for i, t in enumerate(self.tokens) if t.pos in ("verb", "aux", "modal")), 0)
        named = next((m for m in self.mentions if m.last <= verb and m.entity.kind == "person"), None)
        if named:
            return None if named.first and self.tokens[named.first - 1].pos == "adp" else named.entity
        unknown = self._unknown_person(0, verb)
        return unknown[0] if unknown else None

    def _relative(self, i: int) -> int:
        """The comma before the relative clause that ends before token i, or -1."""
        for j in range(i - 2, max(0, i - 3 - _RELATIVE), -1):
            if self.tokens[j].text in ".:;":
                break
            if self.tokens[j].pos == "rel" and self.tokens[j - 1].text == ",":
                return j - 1
        return -1

    def _participle(self, i: int) -> bool:
        token = self.tokens[i]
        return self.language == "en" and token.pos == "verb" and token.low.endswith("ing")

    def _end(self, i: int) -> int:
        """Where the noun phrase that begins at token i is over."""
        stop = i
        while stop < len(self.tokens) and stop < i + _AFTER:
            token = self.tokens[stop]
            if token.pos in ("modal", "coord", "subord", "rel") or _finite_aux(token):
                break
            if token.pos == "verb" and not self._named_verb(stop):
                break
            if token.pos == "punct" and token.text in ".:;" and not self._within_name(stop):
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
            named = any(m.form == "name" and m.first <= i < m.last for m in self.mentions)
            return not named and not self._named_verb(i)
        if token.pos != "punct":
            return token.pos in ("modal", "subord")
        return token.text in _STOPS and not self._within_name(i)

    def _named_verb(self, i: int) -> bool:
        """Whether a word that tags as a verb is a name: "adviser Chang Ho-jin announced"."""
        beside = (*self.tokens[max(0, i - 1) : i], *self.tokens[i + 1 : i + 2])
        inside = i > 0 and self.tokens[i - 1].pos != "punct"
        return inside and self._large(i) and any(t.pos == "name" for t in beside)

    def _within_name(self, i: int) -> bool:
        """Whether the mark at token i belongs to a name: „Le Monde“, "Ferdinand Marcos Jr."."""
        token = self.tokens[i]
        if token.text in QUOTES:
            named = (m for m in self.mentions if m.form == "name" and i in (m.first - 1, m.last))
            return any(self._quoted(m) for m in named)
        inside = token.text == "." and i + 1 < len(self.tokens)
        return inside and any(m.first < i <= m.last for m in self.mentions)

    def _quoted(self, mention: Mention) -> bool:
        """Whether a name stands alone in quotation marks."""
        marks = (
            *self.tokens[max(0, mention.first - 1) : mention.first],
            *self.tokens[mention.last : mention.last + 1],
        )
        return len(marks) == 2 and all(t.text in QUOTES for t in marks)

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
        behind = takewhile(
            lambda t: t.pos in ("adj", "name", "noun"), self.tokens[mention.last : mention.last + _STACK]
        )
        return any(t.pos == "noun" and t.lemma.endswith(people) for t in behind)

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
            if low not in self.memory.surnames:
                low = low.removesuffix("s")  # "nach Darstellung Kirbys"
            if low in self.memory.surnames and self._large(i):
                return self.memory.surnames[low], i + 1
            stop = i
            while stop < last and stop not in taken and self._large(stop) and self._name(stop):
                stop += 1
                stop += joining(self.tokens[:last], stop, self.language) if taken.isdisjoint((stop,)) else 0
            while i < stop and self.tokens[i].low in titles:
                i += 1
            if stop - i == 1:
                whole = self._whole(i)
                if whole:
                    return whole, stop
            if stop - i >= 2:  # a first name and a last name
                name = " ".join(t.text for t in self.tokens[i:stop])
                return unlisted(name, "person"), stop
            i = max(stop, i + 1)
        return None

    def _whole(self, i: int) -> EntityRef | None:
        """The person whose last name alone stands at token i, if the text gives the first name elsewhere."""
        word, before = self.tokens[i].text, self.tokens[i - 1 : i] if i else ()
        if self.tokens[i].low in _dates(self.language) or any(t.pos == "det" for t in before):
            return None
        for own in dict.fromkeys((word, word.removesuffix("s"))):
            name = whole_name(self.memory.text, own, self.language)
            if name:
                return unlisted(name, "person")
        return None

    def _large(self, i: int) -> bool:
        return self.tokens[i].text[0].isupper()

    def _name(self, i: int) -> bool:
        """Whether a token is a part of a name, also of a rare one: "Expertin Dina Arnoldi"."""
        if self.tokens[i].pos == "name" or (self.tokens[i].pos == "verb" and self._named_verb(i)):
            return True
        called = i > 0 and self.tokens[i - 1].low.endswith(tuple(self._words()["people"]))
        last = i + 1 < len(self.tokens) and self.tokens[i + 1].pos == "name" and self._large(i + 1)
        return self.tokens[i].pos == "noun" and called and last


@cache
def _dates(language: str) -> frozenset[str]:
    """Names of months and days, which tag as names."""
    words = lexicon(language, "time")
    return frozenset(str(word).lower() for key in ("months", "weekdays") for word in words[key])


@cache
def _organs(language: str) -> tuple[str, ...]:
    """Nouns that speak for a state with its capital behind them: "the ministry in Kyiv"."""
    nouns = lexicon(language, "mentions")["actor_nouns"]
    return (*lexicon(language, "attribution")["officials"], *chain.from_iterable(nouns.values()))


def _finite_aux(token: Token) -> bool:
    return token.pos == "aux" and token.form == "fin"
