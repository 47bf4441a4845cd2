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
from graph.query.known import Known, KnownFile, stated
from graph.resolve.publishers import PublisherResolver
from graph.resolve.resolver import Resolver
from graph.store.batch import ArticleWrite, PublisherWrite
from graph.store.protocol import Store
from graph.versions import Input, OtherVersion
from loaders import Skipped

Kind = Literal["new", "changed", "unchanged", "skipped"]


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
        remark: what to know of it though it was not skipped: that no assertion was looked for, or that
            another text of the article counts.
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
    """What to write for an input (None: nothing), and what to say once it is written.

    `seen` is an article of which only where it was found is to be noted.
    """

    write: ArticleWrite | None
    event: LoadEvent
    seen: Article | None = None


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
    refresh: bool = False

    @property
    def reader(self) -> str:
        """Name and version of the extractor, as assertions have it."""
        return f"{self.extractor.name}/{self.extractor.version}"

    def wanted(self, one: Input, before: Known | None) -> Article | None:
        """The article in which assertions are to be looked for; None where they are not."""
        if not isinstance(one, Article) or one.language not in self.languages:
            return None
        return None if self._leaves(one, before) else one

    def _leaves(self, article: Article, before: Known | None) -> bool:
        """Whether an article stays as it is, without being looked at."""
        if self.again or not _is_same(article, before):
            return False
        outdated = (
            before is not None and before.extractor != self.reader and article.language in self.languages
        )
        return not (self.refresh and outdated)

    def plan(self, one: Input, before: Known | None) -> Planned:
        """The plan for one input; `before` is what the store has of its article.

        Raises:
            ExtractorUnavailable: neither this article nor another can be read.
        """
        if isinstance(one, Skipped | Refused):
            return Planned(None, LoadEvent("skipped", one.source, reason=one.reason))
        if isinstance(one, KnownFile):
            return Planned(None, self._known_file(one))
        if isinstance(one, OtherVersion):
            return Planned(None, _other_version(one))
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
        if before is not None and self._leaves(article, before):
            moved = article.file_hash and (before.file_hash, before.path) != (article.file_hash, article.path)
            event = self._event("unchanged", article, before.assertions)
            return Planned(None, event, seen=article if moved else None)
        found: dict[str, Assertion] = {}
        if article.language in self.languages:
            found = self._sure(map(self.resolver.resolve, self.extractor.extract(article)))
        same = _is_same(article, before) and stated(self.store, article.id)[1] == found.keys()
        if same and before is not None and before.extractor == self.reader:
            return Planned(None, self._event("unchanged", article, len(found)))
        plan = self._planned(article, tuple(found.values()), before, article.text)
        # Another version that finds the same: only who has read it is new.
        return replace(plan, event=replace(plan.event, kind="unchanged")) if same else plan

    def _extracted(self, one: Extracted, before: Known | None) -> Planned:
        found = self._sure(one.assertions)
        text, article = None, one.article
        if before is not None and _is_same(article, before):
            article = replace(article, file_hash=before.file_hash)
            # Another extractor's view of an article that the store has: its text stays.
            text, had = stated(self.store, one.article.id)
            if had == found.keys():
                return Planned(None, self._event("unchanged", one.article, len(found), remark=False))
        return self._planned(article, tuple(found.values()), before, text, remark=False)

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
        readers = {one.extractor for one in assertions}
        if remark and article.language in self.languages:
            readers = {self.reader}
        write = ArticleWrite(
            article=replace(article, text=""),
            publisher=self._publisher(article.publisher),
            loaded_at=datetime.now(UTC).isoformat(timespec="seconds"),
            text=text if self.keep_text else None,
            extractor=readers.pop() if len(readers) == 1 else None,
            assertions=assertions,
        )
        kind: Kind = "new" if before is None else "changed"
        return Planned(write, self._event(kind, article, len(assertions), remark))

    def _event(self, kind: Kind, article: Article, assertions: int, remark: bool = True) -> LoadEvent:
        said = not_looked_for(article) if remark and article.language not in self.languages else None
        return LoadEvent(kind, source_of(article), article.id, article.title, assertions, remark=said)

    def _known_file(self, file: KnownFile) -> LoadEvent:
        said = None if file.language in self.languages else _not_looked_for(file.language)
        return LoadEvent("unchanged", file.path, file.id, file.title, file.assertions, remark=said)

    def _publisher(self, name: str | None) -> PublisherWrite | None:
        if not name or not name.strip():
            return None
        publisher = self.publishers.publisher(name)
        return PublisherWrite(publisher.id, publisher.name, publisher.reliability)


def _is_same(article: Article, before: Known | None) -> bool:
    return before is not None and before.content_hash == article.content_hash


def not_looked_for(article: Article) -> str:
    """What to say of an article in a language that the extractor does not understand."""
    return _not_looked_for(article.language)


def _other_version(one: OtherVersion) -> LoadEvent:
    article = one.article
    said = f"another text of the article in {one.kept}, which counts"
    return LoadEvent("unchanged", source_of(article), article.id, article.title, remark=said)


def _not_looked_for(language: str | None) -> str:
    told = f"language {language}" if language else "its language could not be told"
    return f"no assertion was looked for: {told}"


def skipped(article: Article, reason: str) -> LoadEvent:
    """That an article was not stored."""
    return LoadEvent("skipped", source_of(article), article.id, article.title, reason=reason)


def source_of(article: Article) -> str:
    """How a person would name where an article came from."""
    return article.path or article.url or article.title or article.id
