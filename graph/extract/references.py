"""References to entities that no list has."""

from __future__ import annotations

from graph.model import EntityRef
from graph.model.ids import slug, unnamed_id


def unlisted(name: str, kind: str) -> EntityRef:
    """The entity of a name that a text brings in.

    >>> unlisted("Dina Arnoldi", "person").id
    'dina-arnoldi'
    """
    return EntityRef(slug(name), name, kind)


def nobody_in_particular(name: str) -> EntityRef:
    """Speakers whom no text names.

    >>> nobody_in_particular("media reports").id
    'unnamed-media-reports'
    """
    return EntityRef(unnamed_id(name), name, "organisation")
