"""Speakers whom a sentence does not name: "er", "der Beamte", "das Ministerium", "the report"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.extract.discourse import Discourse
from graph.extract.groups import group
from graph.extract.mentions import Mention
from graph.extract.references import nobody_in_particular, unlisted
from graph.extract.sides import speaks_for
from graph.extract.tokens import Token
from graph.model import EntityRef
from seeds.catalogue import lexicon

_RECENT = 3  # sentences after which "he" is no longer the speaker before
_TURNED = 1  # after which it is no longer the person whom a sentence was about
_NEAR = 1  # and "it" or "they"
_CAPITAL = 5  # words from a ministry to the capital that tells whose it is
_LONGEST_NAME = 5  # words of a paper
QUOTES = '"“”„«»'
"""Marks of quotation."""
_OF_OFFICE = ("adp", "noun", "name", "adj", "det")  # "the Ministry of Defence in London"

Voice = tuple[EntityRef, int]
"""A speaker and the token at the far end of his name."""


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The words and mentions of a sentence, and what went before."""

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    memory: Discourse
    language: str

    def person(self) -> EntityRef | None:
        """The person who spoke last, or whom the text has turned to since."""
        memory = self.memory
        if (
            memory.topic_sentence > memory.person_sentence
            and memory.sentence - memory.topic_sentence <= _TURNED
        ):
            return memory.topic
        return memory.person if memory.sentence - memory.person_sentence <= _RECENT else None

    def pronoun(self, token: Token) -> EntityRef | None:
        """Whom a pronoun beside a verb of saying means: "sagte er", "it said", "teilte sie mit".

        A pronoun that means persons alone may mean one who was named and did not speak.
        """
        words = self._words()
        if token.low in words["it"]:
            last = self._speaker(_NEAR)
            if last is not None and last.kind != "person":
                return last
        if token.low not in words["he"]:
            return None
        return self.person() or (None if token.low in words["it"] else self.memory.last_actor(("person",)))

    def phrase(self, first: int, last: int, *, media: bool = True) -> Voice | None:
        """Who speaks in the tokens [first, last): "the official" of before, the state of "the ministry".

        Args:
            first: the number of a token.
            last: the number behind the last token.
            media: whether a paper may be the speaker, rather than the one spoken to.
        """
        words, kinds = self._words(), self._words()["unnamed"]
        for i in range(first, last):
            noun = self.tokens[i]
            if noun.pos != "noun":
                continue
            definite = i > 0 and self.tokens[i - 1].low in words["definite"]
            newspaper = noun.lemma.endswith(tuple(words["newspapers"]))
            if newspaper and self._named(i + 1):
                return self._called(i + 1) if media else None
            if self._two(i).endswith(tuple(words["organs"])) and self._its_own(i):
                state = self.state_before(i)
                return (state, i + 1) if state else None
            if definite and noun.lemma.endswith(tuple(words["papers"])):
                known = self._publisher()
                if newspaper:
                    known = (self.memory.medium or known) if media else None
                return (known, i + 1) if known else None
            official = self._of_state(i)
            if (definite and noun.lemma.endswith((*words["people"], *words["officials"]))) or official:
                known = self._speaker(_RECENT) if definite else None
                known = known or (self.state_before(i) if official else None)
                return (known, i + 1) if known else None
            if noun.lemma in words["firms"] and self._its_own(i):
                firm = self.firm_before(i)
                return (firm, i + 1) if firm else None
            if noun.lemma in words["spokespersons"] and not definite:
                one = self._spoken_for(i)
                if one is not None:
                    return one, i + 1
            for name, nouns in kinds.items():
                if (noun.low in nouns or self._with_next(i) in nouns) and not definite:
                    from_where = next(
                        (m for m in self.mentions if m.form == "adjective" and m.last == i), None
                    )
                    known = group(from_where, self.tokens, self.language) if from_where else None
                    return known or nobody_in_particular(name), i + 1
        return None

    def _with_next(self, i: int) -> str:
        """The noun at token i with the word behind it: "people familiar" with the matter."""
        return " ".join(t.low for t in self.tokens[i : i + 2])

    def _two(self, i: int) -> str:
        """The noun at token i with the word before it: "air force"."""
        return f"{self.tokens[i - 1].low if i else ''} {self.tokens[i].lemma}"

    def _of_state(self, i: int) -> bool:
        """Whether the noun at token i speaks for a state by office: "the minister", "an army spokesman"."""
        words, noun = self._words(), self.tokens[i].lemma
        if noun.endswith(tuple(words["statesmen"])) and self._its_own(i):
            return True
        said = self._two(i) if self.language == "en" else noun
        stem = next((said.removesuffix(n) for n in words["spokespersons"] if said.endswith(n)), "")
        return bool(stem) and stem.strip().endswith(tuple(words["spoken_for"]))

    def _speaker(self, reach: int) -> EntityRef | None:
        near = self.memory.sentence - self.memory.speaker_sentence <= reach
        return self.memory.speaker if near else None

    def _named(self, i: int) -> bool:
        """Whether a name stands at token i."""
        return i < len(self.tokens) and (self.tokens[i].pos == "name" or self.tokens[i].text in QUOTES)

    def _called(self, i: int) -> Voice | None:
        """The paper whose name no list has: "die Zeitung „Information“"."""
        quoted = self.tokens[i].text in QUOTES
        last = first = i + quoted
        while (
            last < len(self.tokens) and last - first < _LONGEST_NAME and self.tokens[last].text[0].isupper()
        ):
            if self.tokens[last].pos != "name" and not quoted:
                break
            last += 1
        closed = not quoted or (last < len(self.tokens) and self.tokens[last].text in QUOTES)
        if last == first or not closed:
            return None
        name = " ".join(t.text for t in self.tokens[first:last])
        return unlisted(name, "organisation"), last + quoted

    def _publisher(self) -> EntityRef | None:
        """Who last made something known that is no person: "the report says"."""
        spoken = (self.memory.spoken[number] for number in sorted(self.memory.spoken, reverse=True))
        return next((one for one in spoken if one.kind != "person"), None)

    def _spoken_for(self, i: int) -> EntityRef | None:
        """For whom "a spokesman" at token i speaks, who is nobody's: the first who acts in the sentence."""
        words = self._words()
        if i and self.tokens[i - 1].pos in ("noun", "name", "adj"):
            return None
        if any(
            t.low in (*words["definite"], *words["whose"], *words["for"]) for t in self.tokens[i + 1 : i + 2]
        ):
            return None
        first = next((m for m in self.mentions if m.last <= i and m.is_actor), None)
        if first is None or first.attribute or first.entity.kind == "person":
            return None
        led = first.first > 0 and self.tokens[first.first - 1].pos == "adp"
        return None if led else first.entity

    def _its_own(self, i: int) -> bool:
        """Whether the noun at token i is known without a name: "the defence ministry", "its army"."""
        words = self._words()
        return self._determiner(i) in (*words["definite"], *words["possessive"])

    def _possessed(self, i: int) -> bool:
        """Whether the noun at token i is somebody's: "its foreign ministry"."""
        return self._determiner(i) in self._words()["owned"]

    def _determiner(self, i: int) -> str | None:
        """The word before the adjectives and nouns that lead to the noun at token i."""
        while i > 0 and self.tokens[i - 1].pos in ("adj", "noun"):
            i -= 1
        return self.tokens[i - 1].low if i else None

    def state_before(self, i: int) -> EntityRef | None:
        """The state of "the ministry" at token i.

        That of the capital behind it, the one whose the sentence says it is ("Prague has delivered them,
        its ministry said"), whose speaker spoke last, else the one that is spoken of most.
        """
        capital = next((m for m in self.mentions if i < m.first <= i + _CAPITAL and m.form == "seat"), None)
        if capital is not None and all(t.pos in _OF_OFFICE for t in self.tokens[i + 1 : capital.first]):
            return capital.entity
        if self._possessed(i):
            own = (
                m.entity
                for m in self.mentions
                if m.last <= i and m.entity.kind == "state" and not m.attribute
            )
            owner = next(own, None)
            if owner is not None:
                return owner
        speaker = self._speaker(_RECENT)
        side = speaks_for(speaker, self.language) if speaker else None
        if side is not None and side.kind == "state":
            return side
        counted = Counter(actor for actor, _ in self.memory.actors if actor.kind == "state")
        if counted:
            return counted.most_common(1)[0][0]
        here = (m for m in self.mentions if m.entity.kind == "state" and not m.attribute)
        return next((m.entity for m in here if m.last <= i), None)

    def firm_before(self, i: int) -> EntityRef | None:
        """The firm that "the company" at token i is."""
        here = [m.entity for m in self.mentions if m.last <= i and m.entity.kind == "company"]
        return here[-1] if here else self.memory.last_actor(("company",))

    def _words(self) -> Mapping[str, Any]:
        return lexicon(self.language, "attribution")
