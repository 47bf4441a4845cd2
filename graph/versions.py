"""Several files, or lines of one, with different texts of one article: the same one counts in every load.

Else each would replace the other, load after load.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.extracted import Extracted, Refused
from graph.model import Article
from graph.query.known import Known, KnownFile
from loaders import Skipped


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """An article of which another file or line has the text that counts; `kept` is the path of that one."""

    article: Article
    kept: str


Input = Article | Skipped | Extracted | Refused | KnownFile | OtherVersion


@dataclass(frozen=True, slots=True)
class Versions:
    """What a load has met so far: of each article (id) the path, and line, whose text counts.

    That is the one with the later date of publication, where both have one, else the first in
    the order of the load.
    """

    _paths: dict[str, str | None] = field(default_factory=dict)

    def met(self, inputs: Iterable[Input]) -> None:
        """Note what is written without being compared."""
        for one in inputs:
            if isinstance(one, Extracted):
                self._paths.setdefault(one.article.id, one.article.path)

    def chosen(self, inputs: Iterable[Input], before: Mapping[str, Known]) -> Sequence[Input]:
        """The inputs, with an OtherVersion for each whose text does not count.

        `before` is what the store has of their articles.
        """
        texts = {id_: (known.content_hash, known.published) for id_, known in before.items()}
        return [self._chosen(one, before, texts) for one in inputs]

    def _chosen(
        self, one: Input, before: Mapping[str, Known], texts: dict[str, tuple[str, str | None]]
    ) -> Input:
        """The same for one; `texts` has hash and date of the texts that count, and is kept up to date."""
        if isinstance(one, KnownFile):
            self._paths.setdefault(one.id, one.path)
        article = one.article if isinstance(one, Extracted) else one
        if not isinstance(article, Article):
            return one
        key, again = article.id, article.id in self._paths
        stored = before[key].path if key in before else None
        path = self._paths[key] if again else stored
        if key in texts and path is not None and path != article.path:
            content_hash, published = texts[key]
            if again and content_hash == article.content_hash:  # a copy is not where the article came from
                return replace(one, file_hash=None) if isinstance(one, Article) else one
            newer = _is_later(article.published, published)
            if content_hash != article.content_hash and not newer:
                if again or _is_later(published, article.published):
                    self._paths[key] = path
                    return OtherVersion(article, path)
        self._paths[key] = article.path
        texts[key] = article.content_hash, article.published
        return one


def _is_later(one: str | None, other: str | None) -> bool:
    """Whether a date (EDTF) is surely later than another one.

    >>> _is_later("2025-06", "2025-05-30"), _is_later("2025", "2025-05-30"), _is_later("2025", None)
    (True, False, False)
    """
    if one is None or other is None:
        return False
    both = min(len(one), len(other))
    return one[:both] > other[:both]
