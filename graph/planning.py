"""For each input of a load: what is to be written, and what to say of it then."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from graph.errors import ArmsgraphError, ExtractorUnavailable
from graph.extract.protocol import Extractor
from graph.extracted import Extracted, Refused
from graph.model import Article, Assertion
from graph.query.known import Known, stated
from graph.resolve.publishers import PublisherResolver
from graph.resolve.resolver import Resolver
from graph.store.batch import ArticleWrite, PublisherWrite
from graph.store.protocol import Store
from loaders import Skipped

Kind = Literal["new", "changed", "unchanged", "skipped"]
Input = Article | Skipped | Extracted | Refused


@dataclass(frozen=True, slots=True)
class LoadEvent:
    """What became of one input.

    Attributes:
        kind: new, changed (the store had another text, or other assertions, of it), unchanged
            (nothing was written), or skipped.
        source: path or address of the article, else its title or id.
        article: its id; None for what never was an article.
        title: its title, if it has one.
        assertions: how many the store now has of it.
        reason: why it was skipped.
        remark: what to know of it though it was stored: that no assertion was looked for.
    """

    kind: Kind
    source: str
    article: str | None = None
    title: str | None = None
    assertions: int = 0
    reason: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """What to write for an input (None: nothing), and what to say once it is written."""

    write: ArticleWrite | None
    event: LoadEvent


@dataclass(frozen=True, slots=True)
class Planner:
    """Decides what each input comes to; all that it needs for that, see `graph.pipeline.load`."""

    store: Store
    extractor: Extractor
    resolver: Resolver
    publishers: PublisherResolver
    keep_text: bool
    again: bool
    languages: Collection[str]
    min_confidence: float = 0.0

    def wanted(self, one: Input, before: Known | None) -> Article | None:
        """The article in which assertions are to be looked for; None where they are not."""
        if not isinstance(one, Article) or one.language not in self.languages:
            return None
        return one if self.again or not _is_same(one, before) else None

    def plan(self, one: Input, before: Known | None) -> Planned:
        """The plan for one input; `before` is what the store has of its article.

        Raises:
            ExtractorUnavailable: neither this article nor another can be read.
        """
        if isinstance(one, Skipped | Refused):
            return Planned(None, LoadEvent("skipped", one.source, reason=one.reason))
        article = one.article if isinstance(one, Extracted) else one
        try:
            if isinstance(one, Extracted):
                return self._extracted(one, before)
            return self._article(one, before)
        except ExtractorUnavailable:
            raise
        except ArmsgraphError as error:
            return Planned(None, skipped(article, str(error)))

    def _article(self, article: Article, before: Known | None) -> Planned:
        same = _is_same(article, before)
        if same and not self.again:
            return Planned(None, self._event("unchanged", article, before.assertions if before else 0))
        found: dict[str, Assertion] = {}
        if article.language in self.languages:
            found = self._sure(map(self.resolver.resolve, self.extractor.extract(article)))
        if same and stated(self.store, article.id)[1] == found.keys():
            return Planned(None, self._event("unchanged", article, len(found)))
        return self._planned(article, tuple(found.values()), before, article.text)

    def _extracted(self, one: Extracted, before: Known | None) -> Planned:
        found = self._sure(one.assertions)
        text = None
        if _is_same(one.article, before):
            # Another extractor's view of an article that the store has: its text stays.
            text, had = stated(self.store, one.article.id)
            if had == found.keys():
                return Planned(None, self._event("unchanged", one.article, len(found), remark=False))
        return self._planned(one.article, tuple(found.values()), before, text, remark=False)

    def _sure(self, assertions: Iterable[Assertion]) -> dict[str, Assertion]:
        """The resolved assertions that are sure enough, by their ids."""
        return {one.id: one for one in assertions if one.confidence >= self.min_confidence}

    def _planned(
        self,
        article: Article,
        assertions: tuple[Assertion, ...],
        before: Known | None,
        text: str | None,
        remark: bool = True,
    ) -> Planned:
        write = ArticleWrite(
            article=replace(article, text=""),
            publisher=self._publisher(article.publisher),
            loaded_at=datetime.now(UTC).isoformat(timespec="seconds"),
            text=text if self.keep_text else None,
            assertions=assertions,
        )
        kind: Kind = "new" if before is None else "changed"
        return Planned(write, self._event(kind, article, len(assertions), remark))

    def _event(self, kind: Kind, article: Article, assertions: int, remark: bool = True) -> LoadEvent:
        said = not_looked_for(article) if remark and article.language not in self.languages else None
        return LoadEvent(kind, source_of(article), article.id, article.title, assertions, remark=said)

    def _publisher(self, name: str | None) -> PublisherWrite | None:
        if not name or not name.strip():
            return None
        publisher = self.publishers.publisher(name)
        return PublisherWrite(publisher.id, publisher.name, publisher.reliability)


def _is_same(article: Article, before: Known | None) -> bool:
    return before is not None and before.content_hash == article.content_hash


def not_looked_for(article: Article) -> str:
    """What to say of an article in a language that the extractor does not understand."""
    language = f"language {article.language}" if article.language else "its language could not be told"
    return f"no assertion was looked for: {language}"


def skipped(article: Article, reason: str) -> LoadEvent:
    """That an article was not stored."""
    return LoadEvent("skipped", source_of(article), article.id, article.title, reason=reason)


def source_of(article: Article) -> str:
    """How a person would name where an article came from."""
    return article.path or article.url or article.title or article.id
