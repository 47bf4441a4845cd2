"""The plain frozen values that the steps hand to one another."""

from graph.model.article import Article
from graph.model.assertion import (
    MODALITIES,
    QUALIFIERS,
    RELATIONS,
    ROLES,
    Assertion,
    Claim,
    Modality,
    Qualifier,
    Relation,
)
from graph.model.entity import (
    ACTOR_KINDS,
    ITEM_KINDS,
    PLACE_KINDS,
    Alias,
    Entity,
    EntityRef,
    Label,
    label_of,
)

__all__ = [
    "ACTOR_KINDS",
    "ITEM_KINDS",
    "MODALITIES",
    "PLACE_KINDS",
    "QUALIFIERS",
    "RELATIONS",
    "ROLES",
    "Alias",
    "Article",
    "Assertion",
    "Claim",
    "Entity",
    "EntityRef",
    "Label",
    "Modality",
    "Qualifier",
    "Relation",
    "label_of",
]
