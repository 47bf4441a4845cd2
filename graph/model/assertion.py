"""Assertions: what one sentence of one article says; claims: what they agree to be about."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Literal, get_args

from graph.model.entity import EntityRef

Relation = Literal["supplies", "produces", "operates", "deploys", "supports", "requests"]
Modality = Literal["reported", "planned", "suspected", "requested", "denied"]
Qualifier = Literal["exact", "about", "at_least", "at_most"]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
MODALITIES: tuple[Modality, ...] = get_args(Modality)
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)
ROLES = ("subject", "object", "recipient", "place")
"""The roles of a claim, each with an entity or None."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one sentence of one article says.

    Attributes:
        id: hash of the article and the content; empty until graph.resolve has set it.
        article: id of the article.
        article_path: the article's path as it was given.
        quantity: pieces (or `unit`), the lower end of a range; quantity_max its upper end.
        when: EDTF of the event, "2023-06/2025-04".
        evidence: the exact words, `text[start:end] == evidence` (characters).
        confidence: 0 to 1.
        extractor: name and version, "rules/1".
    """

    article: str
    relation: Relation
    modality: Modality
    evidence: str
    start: int
    end: int
    id: str = ""
    article_path: str | None = None
    subject: EntityRef | None = None
    object: EntityRef | None = None
    recipient: EntityRef | None = None
    place: EntityRef | None = None
    attributed_to: EntityRef | None = None
    quantity: float | None = None
    quantity_max: float | None = None
    quantity_qualifier: Qualifier | None = None
    unit: str | None = None
    when: str | None = None
    confidence: float = 0.5
    extractor: str = "rules/1"

    @property
    def entities(self) -> tuple[EntityRef, ...]:
        """Every entity that the assertion names, the speaker included."""
        named = (self.subject, self.object, self.recipient, self.place, self.attributed_to)
        return tuple(entity for entity in named if entity is not None)

    def identified(self, id: str) -> Assertion:
        """The same with this id; `dataclasses.replace` would take twice as long, for every assertion."""
        values = list(_values(self))
        values[_ID] = id
        return Assertion(*values)


_NAMES = [field.name for field in fields(Assertion)]
_ID = _NAMES.index("id")
_values = attrgetter(*_NAMES)


@dataclass(frozen=True, slots=True)
class Claim:
    """What assertions agree to be about: the same relation and roles (entity refs)."""

    id: str
    relation: Relation
    subject: EntityRef | None = None
    object: EntityRef | None = None
    recipient: EntityRef | None = None
    place: EntityRef | None = None
