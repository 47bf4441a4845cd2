"""Speakers whom a sentence does not name: "er", "der Beamte", "das Ministerium", "the report"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.extract.discourse import Discourse
from graph.extract.mentions import Mention
from graph.extract.sides import speaks_for
from graph.extract.tokens import Token
from graph.model import EntityRef
from graph.model.ids import unnamed_id
from seeds.catalogue import lexicon

_RECENT = 3  # sentences after which "he" is no longer the speaker before
_NEAR = 1  # and "it" or "they"

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
        """The person who spoke last."""
        near = self.memory.sentence - self.memory.person_sentence <= _RECENT
        return self.memory.person if near else None

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

    def phrase(self, first: int, last: int) -> Voice | None:
        """Who speaks in the tokens [first, last): "the official" of before, the state of "the ministry"."""
        words, kinds = self._words(), self._words()["unnamed"]
        for i in range(first, last):
            noun = self.tokens[i]
            if noun.pos != "noun":
                continue
            definite = i > 0 and self.tokens[i - 1].low in words["definite"]
            if definite and noun.lemma.endswith(tuple(words["papers"])):
                known = self._publisher()
                return (known, i + 1) if known else None
            if definite and noun.lemma.endswith((*words["people"], *words["officials"])):
                known = self._speaker(_RECENT)
                return (known, i + 1) if known else None
            if noun.lemma.endswith(tuple(words["organs"])) and self._its_own(i):
                state = self.state_before(i)
                return (state, i + 1) if state else None
            if noun.lemma in words["firms"] and self._its_own(i):
                firm = self.firm_before(i)
                return (firm, i + 1) if firm else None
            for name, nouns in kinds.items():
                if noun.low in nouns and not definite:
                    return EntityRef(unnamed_id(name), name, "organisation"), i + 1
        return None

    def _speaker(self, reach: int) -> EntityRef | None:
        near = self.memory.sentence - self.memory.speaker_sentence <= reach
        return self.memory.speaker if near else None

    def _publisher(self) -> EntityRef | None:
        """Who last made something known that is no person: "the report says"."""
        spoken = (self.memory.spoken[number] for number in sorted(self.memory.spoken, reverse=True))
        return next((one for one in spoken if one.kind != "person"), None)

    def _its_own(self, i: int) -> bool:
        """Whether the noun at token i is known without a name: "the defence ministry", "its army"."""
        words = self._words()
        while i > 0 and self.tokens[i - 1].pos in ("adj", "noun"):
            i -= 1
        return i > 0 and self.tokens[i - 1].low in (*words["definite"], *words["possessive"])

    def state_before(self, i: int) -> EntityRef | None:
        """The state of "the ministry" at token i: who speaks, else who is spoken of most."""
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
