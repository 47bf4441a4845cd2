from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Article
from loaders import Skipped, load

PARAGRAPHS = (
    "Die Regierung in Musterstadt hat zwölf Haubitzen an ihren Nachbarn geliefert, wie ein Sprecher sagte.",
    "Am 4. Februar 2021 war der Vertrag unterschrieben worden, die Lieferung dauerte länger als geplant.",
    "Weitere sechs Geschütze sollen folgen, sobald die Werke der Firma wieder arbeiten, hieß es.",
)
PAGE = """<!DOCTYPE html>
<html lang="de"><head><meta charset="{charset}">
<title>Zwölf Haubitzen geliefert | Musterbote</title>
<meta property="og:title" content="Zwölf Haubitzen geliefert">
<meta property="og:site_name" content="Musterbote">
<link rel="canonical" href="https://www.bote.example/politik/haubitzen">
{date}</head><body>
<nav><a href="/">Startseite</a> <a href="/p">Politik</a></nav>
<article><h1>Zwölf Haubitzen geliefert</h1>
{paragraphs}
</article>
<div class="comments"><p>Ein Leser schreibt, er glaube davon kein Wort, und zwar seit Jahren nicht.</p></div>
<footer>Impressum Datenschutz</footer></body></html>
"""
DATE = '<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">'


def page(*, date: str = DATE, charset: str = "utf-8") -> str:
    return PAGE.format(date=date, charset=charset, paragraphs="".join(f"<p>{p}</p>\n" for p in PARAGRAPHS))


def read(path: Path, data: bytes) -> Article:
    path.write_bytes(data)
    [article] = load([str(path)])
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_a_page(tmp_path: Path, charset: str) -> None:
    article = read(tmp_path / "a.html", page(charset=charset).encode(charset))
    assert article.text == "\n".join(("Zwölf Haubitzen geliefert", *PARAGRAPHS))
    assert (article.title, article.publisher) == ("Zwölf Haubitzen geliefert", "Musterbote")
    assert (article.published, article.language) == ("2024-05-03", "de")
    assert article.url == "https://www.bote.example/politik/haubitzen"


def test_a_page_without_a_date_gets_none_from_its_text(tmp_path: Path) -> None:
    assert read(tmp_path / "a.html", page(date="").encode()).published is None


def test_xhtml_with_a_declaration(tmp_path: Path) -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?>\n' + page().encode()
    assert read(tmp_path / "a.xhtml", data).title == "Zwölf Haubitzen geliefert"


def test_a_saved_page_that_is_called_txt(tmp_path: Path) -> None:
    assert "<p>" not in read(tmp_path / "a.txt", page().encode()).text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"  \n", "empty file"),
        (b"<html><body></body></html>", "no article text found in the page"),
        (b"<html><body><script>x()</script></body></html>", "no article text found in the page"),
        (b"\x00\x01\x02" * 100, "a binary file, not text"),
    ],
)
def test_pages_without_an_article(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(data)
    assert list(load([str(path)])) == [Skipped(str(path), reason)]


def test_a_page_nested_ten_thousand_deep_ends_well(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body>" + "<div>" * 10_000 + PARAGRAPHS[0] + "</div>" * 10_000)
    [item] = load([str(path)])
    assert isinstance(item, Article) or item.reason
