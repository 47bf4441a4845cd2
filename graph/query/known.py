"""What a store has of articles that are about to be loaded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.errors import UnknownArticle
from graph.model import Article
from graph.query import parse
from graph.query.cypher import text
from graph.store.protocol import Row, Store

_PAGE = 50  # articles, with their texts


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the store has.

    Attributes:
        content_hash: of its text.
        assertions: how many it states.
        extractor: who looked for them, "rules/1"; None where nobody did.
        file_hash: of the file that it alone came from; None where there is none.
        path: of that file.
        published: EDTF.
    """

    content_hash: str
    assertions: int
    extractor: str | None = None
    file_hash: str | None = None
    path: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class KnownFile:
    """An article whose file has not changed: what is said of it without reading it."""

    path: str
    id: str
    title: str | None
    language: str | None
    extractor: str | None
    assertions: int


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that a person has named; `source` is its path or address, else its title."""

    id: str
    source: str
    title: str | None
    assertions: int


def find_articles(store: Store, named: str) -> tuple[FoundArticle, ...]:
    """The articles with this id, path or address; of a file with several articles, all.

    Raises:
        UnknownArticle: there is none.
    """
    rows = store.run(text("find_articles"), {"named": named})
    if not rows:
        raise UnknownArticle(f"no article with the id, the path or the address {named!r}")
    return tuple(
        FoundArticle(
            parse.text(row, "id"),
            parse.text(row, "source"),
            parse.text_or_none(row, "title"),
            parse.whole(row, "assertions"),
        )
        for row in rows
    )


def known(store: Store, articles: Iterable[str]) -> dict[str, Known]:
    """Those of these articles (ids) that the store has."""
    return {
        parse.text(row, "id"): Known(
            parse.text(row, "content_hash"),
            parse.whole(row, "assertions"),
            parse.text_or_none(row, "extractor"),
            parse.text_or_none(row, "file_hash"),
            parse.text_or_none(row, "path"),
            parse.text_or_none(row, "published"),
        )
        for row in store.run(text("known"), {"articles": sorted(set(articles))})
    }


def known_files(store: Store, files: Mapping[str, str]) -> dict[str, KnownFile]:
    """By path: the articles of those of these files (hashes by path) that have not changed."""
    given = [{"path": path, "hash": files[path]} for path in sorted(files)]
    return {
        parse.text(row, "path"): KnownFile(
            parse.text(row, "path"),
            parse.text(row, "id"),
            parse.text_or_none(row, "title"),
            parse.text_or_none(row, "language"),
            parse.text_or_none(row, "extractor"),
            parse.whole(row, "assertions"),
        )
        for row in store.run(text("known_files"), {"files": given})
    }


def outdated(store: Store, extractor: str, languages: Collection[str]) -> Iterator[Article]:
    """Articles of these languages that this extractor has not read; those without a stored text have none."""
    after = ""
    while True:
        given = {"after": after, "extractor": extractor, "languages": list(languages), "page": _PAGE}
        rows = store.run(text("outdated"), given)
        yield from map(_article, rows)
        if len(rows) < _PAGE:
            return
        after = parse.text(rows[-1], "id")


def _article(row: Row) -> Article:
    keys = ("title", "url", "publisher", "published", "language", "path", "file_hash")
    return Article(
        id=parse.text(row, "id"),
        text=parse.text(row, "text"),
        content_hash=parse.text(row, "content_hash"),
        **{key: parse.text_or_none(row, key) for key in keys},
    )


def stated(store: Store, article: str) -> tuple[str | None, frozenset[str]]:
    """The article's text, None if there is none, and the ids of its assertions."""
    rows = store.run(text("stated"), {"article": article})
    ids = frozenset(parse.text(row, "assertion") for row in rows if row["assertion"] is not None)
    return (parse.text_or_none(rows[0], "text") if rows else None), ids
