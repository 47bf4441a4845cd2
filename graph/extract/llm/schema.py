"""What a language model must answer, as pydantic checks it; the words are those of graph.model."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, Field

from graph.model import Modality, Qualifier, Relation

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _text_or_none(value: object) -> object:
    """Models write "" and "null" for what is not there."""
    return None if isinstance(value, str) and value.strip().lower() in ("", "null", "none") else value


def _time_or_none(value: object) -> object:
    """A time that is none ("last summer") is left out; the assertion stands without it."""
    if not isinstance(value, str):
        return value
    ends = value.strip().split("/")
    return "/".join(ends) if len(ends) <= 2 and all(map(_is_date, ends)) and ends == sorted(ends) else None


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


Name = Annotated[str, Field(min_length=1, max_length=120, pattern=r"\w")]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Time = Annotated[str | None, BeforeValidator(_time_or_none)]
Unit = Annotated[Annotated[str, Field(max_length=40)] | None, BeforeValidator(_text_or_none)]


class Actor(BaseModel):
    """A state, organisation, company, armed group, military unit or person."""

    name: Name
    kind: Literal["state", "organisation", "company", "armed-group", "military-unit", "person"]


class Item(BaseModel):
    """A weapon, ammunition, a component, a technology, or personnel."""

    name: Name
    kind: Literal["weapon-system", "ammunition", "component", "technology", "personnel"]


class Place(BaseModel):
    """A place, or a state as a place."""

    name: Name
    kind: Literal["place", "state"]


class Statement(BaseModel):
    """One assertion of the article."""

    relation: Relation
    modality: Modality
    quote: Annotated[str, Field(min_length=1)]
    subject: Actor | None = None
    object: Item | None = None
    recipient: Actor | None = None
    place: Place | None = None
    attributed_to: Actor | None = None
    quantity: Amount | None = None
    quantity_max: Amount | None = None
    quantity_qualifier: Qualifier | None = None
    unit: Unit = None
    when: Time = None


class Answer(BaseModel):
    """All assertions of an article, or of a part of it."""

    assertions: list[Statement]
