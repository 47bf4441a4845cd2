"""What the graph is made of: labels with their keys, relationship types with their ends, real times."""

from __future__ import annotations

from dataclasses import dataclass

KEYS: dict[str, str] = {
    "Publisher": "id",
    "Article": "id",
    "Actor": "id",
    "Item": "id",
    "Place": "id",
    "Alias": "key",
    "Claim": "id",
    "Assertion": "id",
}
"""Every label of the graph, with the property that tells its nodes apart."""

ENTITIES = ("Actor", "Item", "Place")


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship type between nodes of one label and nodes of some.

    Attributes:
        type: its name.
        start: the label of the nodes that it comes from.
        ends: the labels of those that it leads to.
        key: the property that tells two of them between the same nodes apart, if there may be two.
    """

    type: str
    start: str
    ends: tuple[str, ...]
    key: str | None = None


RELATIONSHIPS: tuple[Relationship, ...] = (
    Relationship("PUBLISHED_BY", "Article", ("Publisher",)),
    Relationship("REPRINTS", "Article", ("Article",)),
    Relationship("KIND_OF", "Item", ("Item",)),
    Relationship("PART_OF", "Actor", ("Actor",)),
    Relationship("ALIAS_OF", "Alias", ENTITIES),
    Relationship("SUBJECT", "Claim", ENTITIES),
    Relationship("OBJECT", "Claim", ENTITIES),
    Relationship("RECIPIENT", "Claim", ENTITIES),
    Relationship("LOCATION", "Claim", ENTITIES),
    Relationship("STATES", "Article", ("Assertion",)),
    Relationship("ABOUT", "Assertion", ("Claim",)),
    Relationship("ATTRIBUTED_TO", "Assertion", ENTITIES),
    Relationship("SUPPLIES", "Actor", ("Actor",), key="claim"),
)
"""Every relationship type of the graph."""

TIMES: dict[str, dict[str, str]] = {
    "Article": {"loaded_at": "datetime", "published_on": "date"},
    "Assertion": {"when_start": "date", "when_end": "date"},
}
"""By label: properties that are real times in the engine, with the function that makes one of ISO text."""
