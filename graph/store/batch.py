"""What is written at once: articles with their assertions, and the entities they name."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import StoreError
from graph.model import Article, Assertion, Entity


@dataclass(frozen=True, slots=True)
class PublisherWrite:
    """Who published an article; `reliability` is the Admiralty letter A to F, None where not rated."""

    id: str
    name: str
    reliability: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleWrite:
    """One article as it is to stand in the graph afterwards.

    Attributes:
        article: its `text` is not stored; see `text`.
        publisher: None where it is not known.
        loaded_at: ISO date and time.
        text: the text to store, or None to store none.
        assertions: all that it says, with their ids set. What the store had from this
            article and is not among them is removed.
        extractor: who looked for assertions in it, "rules/1"; None where nobody did.
    """

    article: Article
    publisher: PublisherWrite | None
    loaded_at: str
    text: str | None = None
    assertions: tuple[Assertion, ...] = ()
    extractor: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """One transaction's worth.

    Attributes:
        articles: an article stands in a batch once.
        entities: what the catalogue (or, if provisional, a text) says of the entities. They
            replace what the store had of them, but a provisional one never replaces one that
            is not, and of two provisional ones the name stays that is first in the alphabet.
            `kind_of` and `part_of` lead to entities of this batch or of the store;
            others are left out, so hand on the parents too. An entity that an assertion names
            and that is in neither is made provisional from the assertion's reference.
            An entity's name is one of its aliases without being listed.
        seen: articles that stand in the store as they are, and of which only the path and the hash
            of the file are to be noted.
    """

    articles: tuple[ArticleWrite, ...] = ()
    entities: tuple[Entity, ...] = ()
    seen: tuple[Article, ...] = ()

    def check(self) -> None:
        """Refuse what could not be written whole, before anything is.

        Raises:
            StoreError: an assertion has no id or belongs to another article, or an article stands twice.
        """
        ids = [write.article.id for write in self.articles]
        if len(set(ids)) != len(ids):
            raise StoreError("an article stands twice in one batch")
        for write in self.articles:
            article = write.article.id
            for assertion in write.assertions:
                if not assertion.id:
                    raise StoreError(f"an assertion of article {article} has no id")
                if assertion.article != article:
                    raise StoreError(
                        f"assertion {assertion.id} is of article {assertion.article}, not {article}"
                    )
