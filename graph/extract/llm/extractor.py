"""The extractor that asks a language model, and believes only what the text bears out."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import ExtractorError, ExtractorUnavailable
from graph.extract.llm.cache import Cache
from graph.extract.llm.client import Client
from graph.extract.llm.names import Catalogue, Names
from graph.extract.llm.prompt import message
from graph.extract.llm.schema import Actor, Answer, Item, Place, Statement
from graph.extract.llm.settings import Settings
from graph.extract.llm.usage import Usage, account
from graph.extract.llm.verification import locate
from graph.extract.llm.windows import Window, windows
from graph.extract.protocol import LANGUAGES
from graph.model import Article, Assertion, EntityRef

CONFIDENCE = 0.7
_PATIENCE = 3  # articles in a row that may fail before it is not the articles


class LlmExtractor:
    """Asks a model for the assertions of an article, a window at a time.

    Attributes:
        name, version: "llm" and the model's name.
        usage: what was asked and found so far.

    Example:
        extractor = LlmExtractor(from_environment(), Resolver(entities()).ref, Cache(default_folder()))
        for assertion in extractor.extract(article):
            print(assertion.evidence)
        print(extractor.account())
    """

    name = "llm"

    def __init__(self, settings: Settings, catalogue: Catalogue, cache: Cache | None = None) -> None:
        self.version = settings.model
        self.usage = Usage()
        self._settings = settings
        self._catalogue = catalogue
        self._cache = cache
        self._client = Client(settings, self.usage)
        self._failed = 0

    def account(self) -> str:
        """What the run has cost so far, on one line."""
        line = account(self.usage, self._settings)
        if self._cache is not None and self._cache.trouble:
            line += f"; the answers could not be kept: {self._cache.trouble}"
        return line

    def extract(self, article: Article) -> Iterator[Assertion]:
        """Yield the article's assertions in the order of their evidence; nothing for other languages.

        Raises:
            ExtractorError: there was no fit answer for this article.
            ExtractorUnavailable: there will be none for others either.
        """
        if article.language not in LANGUAGES:
            return
        try:
            found = list(self._assertions(article, Names(self._catalogue, article.language)))
        except ExtractorError as error:
            self._failed += 1
            if self._failed >= _PATIENCE:
                raise ExtractorUnavailable(f"{error}, for {self._failed} articles in a row") from error
            raise
        self._failed = 0
        yield from sorted(found, key=lambda assertion: (assertion.start, assertion.end))

    def _assertions(self, article: Article, names: Names) -> Iterator[Assertion]:
        seen: set[tuple[object, ...]] = set()
        for window in windows(article):
            for statement in self._answer(message(article, window.text(article.text))).assertions:
                assertion = self._verified(article, window, statement, names)
                if assertion is None:
                    continue
                key = (assertion.relation, assertion.modality, *_roles(assertion), assertion.quantity)
                key += (assertion.start, assertion.when)  # windows overlap
                if key not in seen:
                    seen.add(key)
                    self.usage.kept += 1
                    yield assertion

    def _answer(self, asked: str) -> Answer:
        kept = self._cache.get(self.version, asked) if self._cache else None
        if kept is not None:
            self.usage.cached += 1
            return kept
        answer = self._client.ask(asked)
        if self._cache:
            self._cache.put(self.version, asked, answer)
        return answer

    def _verified(
        self, article: Article, window: Window, statement: Statement, names: Names
    ) -> Assertion | None:
        """The statement with the offsets of its quote; None, and counted, where it has none."""
        if not (statement.subject or statement.object or statement.recipient):
            self.usage.empty += 1
            return None
        place = locate(statement.quote, article.text, window.spans)
        if place is None:
            self.usage.dropped += 1
            return None

        def ref(named: Actor | Item | Place | None) -> EntityRef | None:
            return names.ref(named.name, named.kind) if named else None

        low, high = statement.quantity, statement.quantity_max
        if low is not None and high is not None and high <= low:
            high = None
        start, end = place
        return Assertion(
            article=article.id,
            article_path=article.path,
            relation=statement.relation,
            modality=statement.modality,
            evidence=article.text[start:end],
            start=start,
            end=end,
            subject=ref(statement.subject),
            object=ref(statement.object),
            recipient=ref(statement.recipient),
            place=ref(statement.place),
            attributed_to=ref(statement.attributed_to),
            quantity=low,
            quantity_max=high if low is not None else None,
            quantity_qualifier=(statement.quantity_qualifier or "exact") if low is not None else None,
            unit=statement.unit if low is not None else None,
            when=statement.when,
            confidence=CONFIDENCE,
            extractor=f"{self.name}/{self.version}",
        )


def _roles(assertion: Assertion) -> tuple[str | None, ...]:
    roles = (assertion.subject, assertion.object, assertion.recipient, assertion.place)
    return tuple(role.id if role else None for role in (*roles, assertion.attributed_to))
