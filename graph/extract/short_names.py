"""Short names of firms: "Hanwha", behind "Hanwha Aerospace", is that firm and not its group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.extract.gazetteer import gazetteer
from graph.extract.mentions import Mention
from graph.model import EntityRef


def meant(text: str, language: str) -> dict[str, EntityRef]:
    """The firms that a text calls by the name of their group, by the id of the group.

    A text does so where it names the firm first, by the whole name, and no other firm of the group.

    Example:
        meant("Hanwha Aerospace baut Haubitzen. Hanwha liefert sie bald.", "de")["hanwha"].name
    """
    names = gazetteer(language)
    found = {}
    for group, parts in names.parts.items():
        name = names.refs[group].name
        place = text.find(name)
        if place < 0:
            continue
        called = [names.refs[part] for part in parts if names.refs[part].name in text]
        if len(called) == 1 and text.startswith(called[0].name, place):
            found[group] = called[0]
    return found


def whole(mentions: Sequence[Mention], firms: Mapping[str, EntityRef], text: str) -> Iterator[Mention]:
    """The mentions; those that name a group by the name of its firm are the firm's, as `meant` found it."""
    for mention in mentions:
        firm = firms.get(mention.entity.id)
        short = firm and text[mention.start : mention.end].removesuffix("s")
        if firm and short and firm.name.startswith(short + " "):
            yield replace(mention, entity=firm)
        else:
            yield mention
