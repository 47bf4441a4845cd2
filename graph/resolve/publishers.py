"""From the publisher's name in an article to the publisher that the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterable

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
        self._by_name = by_name(catalogue)

    def publisher(self, name: str) -> Publisher:
        """The catalogue's publisher of that name, else one of that name and of unknown reliability."""
        return self._by_name.get(name_key(name)) or Publisher(slug(name), name)
