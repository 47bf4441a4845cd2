"""An extractor that is made only when it is asked: to load what was extracted elsewhere, none is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from graph.extract.protocol import Extractor
from graph.model import Article, Assertion


class LateExtractor:
    """Stands for the extractor that `make` makes; what that raises is raised by whoever asks first.

    Example:
        extractor = LateExtractor(ModelExtractor)
    """

    def __init__(self, make: Callable[[], Extractor]) -> None:
        self._make = make

    def __reduce__(self) -> tuple[Callable[[Extractor], Extractor], tuple[Extractor]]:
        """For worker processes: they get the extractor itself."""
        return _itself, (self._made,)

    @cached_property
    def _made(self) -> Extractor:
        return self._make()

    @property
    def name(self) -> str:
        """As the extractor is called."""
        return self._made.name

    @property
    def version(self) -> str:
        """The extractor's."""
        return self._made.version

    def extract(self, article: Article) -> Iterator[Assertion]:
        """What the extractor finds."""
        return iter(self._made.extract(article))


def _itself(extractor: Extractor) -> Extractor:
    return extractor
