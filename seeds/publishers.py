"""Publishers: who prints an article, and how far they are to be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model.ids import alias_key


@dataclass(frozen=True, slots=True)
class Publisher:
    """A newspaper, broadcaster, agency or portal of seeds/publishers/.

    Attributes:
        country: id of the state it works from ("germany"), or None.
        type: newspaper, broadcaster, agency, portal, magazine, state-media,
            research or government, or None.
        reliability: Admiralty letter, "A" (completely reliable) to "F" (cannot be judged).
        domains: host names without "www.", lower case ("spiegel.de").
        names: other spellings of the name, in every language.
    """

    id: str
    name: str
    country: str | None = None
    type: str | None = None
    reliability: str = "F"
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """Under what a publisher's name is found: case, accents, dots, hyphens and spaces do not matter.

    >>> name_key("Globalnews") == name_key("Global-News")
    True
    """
    return alias_key(name).replace(" ", "")


def by_name(publishers: Iterable[Publisher]) -> dict[str, Publisher]:
    """Publishers by the key of each name and domain they have; the first that has one keeps it."""
    found: dict[str, Publisher] = {}
    for publisher in publishers:
        for name in (publisher.name, *publisher.names, *publisher.domains):
            found.setdefault(name_key(name), publisher)
    return found
