"""What a text has spoken of so far: whom a pronoun, a surname or "diese Waffen" can mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import EntityRef, Modality, Relation


@dataclass(slots=True)
class Said:
    """The roles of an assertion just made, for sentences that go on about it."""

    relation: Relation
    modality: Modality
    subject: EntityRef | None
    recipient: EntityRef | None
    sentence: int


@dataclass(slots=True)
class Discourse:
    """Memory of one article, filled from left to right; `text` is the whole of it.

    `topic` is the person whom a sentence named first that quotes nobody, `medium` the paper
    or agency named last; `spoken` tells who speaks in each sentence that has a speaker;
    `sides` for whom persons speak that no list knows, by their ids.
    """

    text: str = ""
    sentence: int = 0
    subject: EntityRef | None = None
    subject_sentence: int = -9
    speaker: EntityRef | None = None
    speaker_sentence: int = -9
    spoken: dict[int, EntityRef] = field(default_factory=dict)
    sides: dict[str, EntityRef] = field(default_factory=dict)
    person: EntityRef | None = None
    person_sentence: int = -9
    medium: EntityRef | None = None
    topic: EntityRef | None = None
    topic_sentence: int = -9
    items: list[tuple[EntityRef, int]] = field(default_factory=list)
    actors: list[tuple[EntityRef, int]] = field(default_factory=list)
    surnames: dict[str, EntityRef] = field(default_factory=dict)
    said: Said | None = None

    def hear(self, speaker: EntityRef, side: EntityRef | None) -> None:
        """Remember for whom a person speaks, as the words beside his name tell."""
        if side is not None:
            self.sides.setdefault(speaker.id, side)

    def last_item(self, reach: int = 2) -> EntityRef | None:
        """The thing named last, at most `reach` sentences ago; soldiers are no things."""
        for item, sentence in reversed(self.items):
            if self.sentence - sentence > reach:
                return None
            if item.kind != "personnel":
                return item
        return None

    def last_actor(self, kinds: tuple[str, ...], reach: int = 2) -> EntityRef | None:
        """The actor of one of these kinds named last, at most `reach` sentences ago."""
        for actor, sentence in reversed(self.actors):
            if self.sentence - sentence > reach:
                return None
            if actor.kind in kinds:
                return actor
        return None
