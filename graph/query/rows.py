"""The typed rows that the named questions return."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import ROLES, EntityRef
from graph.model.ids import slug


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with what its assertions add up to.

    `origins` counts independent origins, `assertions` all of them, `modalities`
    how many of each modality (largest first), `quantities` the distinct stated
    quantities as text ("120", "about 120", "100-150 per month"), `when` the
    distinct stated times (EDTF); the dates are ISO dates of publication.
    """

    claim: str
    relation: str
    subject: EntityRef | None
    object: EntityRef | None
    recipient: EntityRef | None
    place: EntityRef | None
    origins: int
    assertions: int
    modalities: tuple[tuple[str, int], ...]
    quantities: tuple[str, ...]
    when: tuple[str, ...]
    first_reported: str | None
    last_reported: str | None
    speakers: tuple[str, ...] = ()
    """Who said so: the names of the speakers quoted, else of the publishers, the most frequent first."""

    @property
    def roles(self) -> tuple[tuple[str, EntityRef], ...]:
        """The roles that are filled, in the order of ROLES, each with its entity."""
        named = ((role, getattr(self, role)) for role in ROLES)
        return tuple((role, entity) for role, entity in named if entity is not None)


@dataclass(frozen=True, slots=True)
class Connections:
    """The claims of one relation in which an entity has one role: the first ones, and how many in all."""

    relation: str
    role: str
    claims: tuple[ClaimRow, ...]
    number: int


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One assertion of a claim: the words, the article, the speaker, the origin."""

    assertion: str
    claim: str
    relation: str
    modality: str
    subject: EntityRef | None
    object: EntityRef | None
    recipient: EntityRef | None
    place: EntityRef | None
    quantity: float | None
    quantity_max: float | None
    quantity_qualifier: str | None
    unit: str | None
    when: str | None
    quote: str
    start: int
    end: int
    confidence: float
    extractor: str
    speaker: EntityRef | None
    origin: str
    article: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    path: str | None

    @property
    def origin_name(self) -> str | None:
        """The name of the origin: the speaker's or the publisher's; None where it is the article itself."""
        if self.origin == self.article:
            return None
        if self.speaker and self.speaker.id == self.origin:
            return self.speaker.name
        return self.publisher if slug(self.publisher or "") == self.origin else self.origin


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a path between two entities: the claim that connects them."""

    source: EntityRef
    target: EntityRef
    claim: ClaimRow
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity with its names and how many claims it stands in, by relation and role."""

    entity: EntityRef
    aliases: tuple[str, ...]
    claims: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class InfoRow:
    """A fact about the store: engine, location and dates as text, schema version and counts as numbers."""

    name: str
    value: str | int
