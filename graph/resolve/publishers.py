"""From the publisher's name in an article to the publisher that the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model.ids import alias_key, slug
from seeds.publishers import Publisher


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
        self._by_name: dict[str, Publisher] = {}
        self._ids: set[str] = set()
        for publisher in catalogue:
            self._ids.add(publisher.id)
            for name in (publisher.name, *publisher.names, *publisher.domains):
                self._by_name.setdefault(_key(name), publisher)

    def publisher(self, name: str) -> Publisher:
        """The catalogue's publisher of that name, else one of that name and of unknown reliability."""
        return self._by_name.get(_key(name)) or Publisher(slug(name), name)


def _key(name: str) -> str:
    return alias_key(name).replace(" ", "")
