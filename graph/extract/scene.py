"""A sentence as the frame stages see it: words, mentions, clauses, and what went before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.extract import anaphora, clauses
from graph.extract.arguments import Argument, attach
from graph.extract.attribution import Attribution, speaks
from graph.extract.clauses import Clause
from graph.extract.discourse import Discourse
from graph.extract.mentions import Mention
from graph.extract.sides import speaks_for
from graph.extract.tokens import Token
from graph.model import EntityRef
from seeds.catalogue import lexicon

_SPEAKER_REACH = 3  # sentences over which indirect speech goes on


@dataclass(slots=True)
class Scene:
    """One sentence; `subjects` and `controlled` by the number of the clause, filled left to right.

    `quoted` tells that the speaker is known by a quotation that goes over several sentences;
    `controlled` holds who does what the infinitive after a clause says ("wirft Russland
    vor, Waffen zu liefern"); `covered` the first tokens of items that a verb has taken.
    """

    tokens: Sequence[Token]
    mentions: tuple[Mention, ...]
    clauses: tuple[Clause, ...]
    attribution: Attribution | None
    speaker: EntityRef | None
    quoted: bool
    memory: Discourse
    language: str
    subjects: dict[int, EntityRef] = field(default_factory=dict)
    controlled: dict[int, EntityRef] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)

    def words(self, name: str, key: str) -> Any:
        """A word list of the scene's language."""
        return lexicon(self.language, name)[key]

    def arguments(self, clause: Clause) -> tuple[Argument, ...]:
        """The mentions of a clause with their markers; who is only cited plays no role in it."""
        found = attach(self.tokens, clause, self.mentions, self.language)
        cited = self.attribution
        if cited is None:
            return found
        by_verb = "verb" in (self.tokens[cited.first].pos, self.tokens[cited.last - 1].pos)
        if by_verb:
            return found  # the one who announces may be the one who delivers
        return tuple(a for a in found if not cited.first <= a.mention.first < cited.last)

    def has_copula(self, clause: Clause) -> bool:
        """Whether the clause says what its subject is: "is", "bleibt", "zählt zu"."""
        copulas = self.words("frames", "copulas")
        return any(self.tokens[i].lemma in copulas for i in clause.indices)

    def has_verb(self, clause: Clause, lemmas: Sequence[str]) -> bool:
        """Whether a verb of the clause is in a word list."""
        own = (self.tokens[i] for i in clause.indices)
        return any(token.pos == "verb" and token.lemma in lemmas for token in own)


def scene(
    tokens: Sequence[Token],
    found: Sequence[Mention],
    attribution: Attribution | None,
    quoted: EntityRef | None,
    memory: Discourse,
    language: str,
) -> Scene:
    """Set a sentence up: what points back resolved, clauses cut, the speaker known.

    Args:
        tokens: its words.
        found: who and what is named in it.
        attribution: the speaker whom it names.
        quoted: the speaker of the quotation that it is a part of.
        memory: what the text has spoken of before.
        language: of the text.
    """
    if attribution:
        memory.hear(attribution.speaker, attribution.side)
    told = attribution.speaker if attribution else quoted
    we = _side(told, memory, language) if told else None
    mentions = anaphora.resolve(tokens, found, memory, we, language)
    speaker = told or _speaker_before(tokens, memory, language)
    cut, by_quote = clauses.split(tokens, language), attribution is None and quoted is not None
    return Scene(tokens, mentions, cut, attribution, speaker, by_quote, memory, language)


def _side(speaker: EntityRef, memory: Discourse, language: str) -> EntityRef | None:
    """Whom a speaker means by "we"."""
    told = memory.sides.get(speaker.id)
    return speaks_for(speaker, language) or (speaks_for(told, language) if told else None)


def _speaker_before(tokens: Sequence[Token], memory: Discourse, language: str) -> EntityRef | None:
    """In indirect speech that names no speaker, the one before goes on speaking."""
    near = memory.sentence - memory.speaker_sentence <= _SPEAKER_REACH
    if any(token.form == "fin" and speaks(tokens, i, language) for i, token in enumerate(tokens)):
        return None  # somebody else speaks, whom the stage before could not name
    words = lexicon(language, "attribution")["as_said"]
    goes_on = any(token.low in words for token in tokens) or (
        language == "de" and _indirect(tokens, language)
    )
    return memory.speaker if near and goes_on else None


def _indirect(tokens: Sequence[Token], language: str) -> bool:
    """Whether a finite verb stands in the German subjunctive of indirect speech."""
    subjunctive = lexicon(language, "modality")["indirect"]
    for token in tokens:
        present = token.low.endswith("e") and not token.low.endswith("te")
        if token.low in subjunctive or (token.pos == "verb" and token.form == "fin" and present):
            return True
    return False
