"""What a request asks for, read from its address; all of it within bounds, none of it trusted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from graph.model import RELATIONS
from graph.query import ClaimFilter

MOST = 1500  # claims in an answer, as many as the viewer draws
_USUAL = 60
_LONGEST = 2000  # characters of an id or of what is searched
_FIELDS = 200  # in one address


class Misasked(ValueError):
    """The address asks for something that there is not, or for too much."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the page.

    Attributes:
        ids: of entities or of a claim.
        top: how many claims, at most.
        words: what is searched.
        placed: whether to say where the entities stand.
        filters: what claims must have.
    """

    ids: tuple[str, ...] = ()
    top: int = _USUAL
    words: str = ""
    placed: bool = False
    filters: ClaimFilter = field(default_factory=ClaimFilter)


def read(query: str) -> Asked:
    """The question in the part of an address behind "?".

    Raises:
        Misasked: it has too many or too long values, or one that is no number.

    >>> read("id=russia&top=5").ids
    ('russia',)
    """
    try:
        said = parse_qs(query, keep_blank_values=False, max_num_fields=_FIELDS)
    except ValueError as error:
        raise Misasked("too many values") from error
    if any(len(value) > _LONGEST for values in said.values() for value in values):
        raise Misasked("a value is too long")
    relations = tuple(name for name in RELATIONS if name in said.get("relation", ()))
    if said.get("relation") and not relations:
        raise Misasked("there is no such relation")
    return Asked(
        ids=tuple(said.get("id", ())),
        top=_number(said, "top", _USUAL),
        words=_one(said, "q") or "",
        placed=_one(said, "placed") == "1",
        filters=ClaimFilter(
            relations=relations,
            modality=tuple(said.get("modality", ())),
            since=_one(said, "since"),
            until=_one(said, "until"),
            min_origins=_number(said, "origins", 1),
            categories=tuple(said.get("category", ())),
            grades=tuple(said.get("grade", ())),
        ),
    )


def _one(said: Mapping[str, Sequence[str]], name: str) -> str | None:
    return said[name][0] if name in said else None


def _number(said: Mapping[str, Sequence[str]], name: str, usual: int) -> int:
    value = _one(said, name)
    if value is None:
        return usual
    if not (value.isascii() and value.isdigit() and 1 <= len(value) <= 9):
        raise Misasked(f"{name} is no number")
    return max(1, int(value))
