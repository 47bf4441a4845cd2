"""What a text of our own says, in the short form that the tests compare."""

from __future__ import annotations

from graph.extract.rules import RulesExtractor
from graph.model import Article, Assertion


def assertions(text: str, language: str = "de", published: str | None = None) -> list[Assertion]:
    """The assertions of a text, as the rules find them."""
    article = Article(id="a", text=text, content_hash="", language=language, published=published)
    return list(RulesExtractor().extract(article))


def said(text: str, language: str = "de") -> set[tuple[str, ...]]:
    """Relation, subject, item and recipient (else place) of each assertion of a text."""
    return {
        (a.relation, *(r.name if r else "" for r in (a.subject, a.object, a.recipient or a.place)))
        for a in assertions(text, language)
    }
