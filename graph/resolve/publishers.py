"""From the publisher's name in an article to the publisher that the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from graph.model.ids import slug
from seeds.publishers import Publisher, by_name, name_key


class PublisherResolver:
    """Finds publishers by any of their names, without regard to case, accents, dots and spaces.

    >>> post = Publisher("evening-post", "Evening Post", reliability="B", names=("E-Post",))
    >>> PublisherResolver([post]).publisher("e-post").id
    'evening-post'
    >>> PublisherResolver([post]).publisher("Nobody's Gazette")
    Publisher(id='nobody-s-gazette', name="Nobody's Gazette", country=None, type=None, reliability='F', \
domains=(), names=())
    """

    def __init__(self, catalogue: Iterable[Publisher]) -> None:
        """Know these publishers; they are not read before the first name is looked up."""
        self._catalogue = catalogue

    @cached_property
    def _by_name(self) -> dict[str, Publisher]:
        return by_name(self._catalogue)

    def publisher(self, name: str) -> Publisher:
        """The catalogue's publisher of that name, else one of that name and of unknown reliability."""
        return self._by_name.get(name_key(name)) or Publisher(slug(name), name)
