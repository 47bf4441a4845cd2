"""Publishers: who prints an article, and how far they are to be trusted."""

from __future__ import annotations

from dataclasses import dataclass


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
