from __future__ import annotations

import gzip
import io
import json
import os
import resource
import socket
import sys
import types
from pathlib import Path

import pytest

import loaders.formats
from graph.errors import InputError
from graph.model import Article
from graph.model.ids import article_id, content_hash
from loaders import LIMIT, Document, Format, Skipped, load
from loaders.formats import choose, formats
from loaders.model import make_article
from loaders.web import Page

TEXT = (
    "Zwölf Haubitzen\r\n\r\nDie Regierung in Musterstadt hat zwölf Haubitzen an ihren Nachbarn geliefert.\r\n"
)


def articles(*sources: object, **options: object) -> list[Article]:
    items = list(load(map(str, sources), **options))  # type: ignore[arg-type]
    assert all(isinstance(item, Article) for item in items), items
    return [item for item in items if isinstance(item, Article)]


def reason(*sources: object, **options: object) -> str:
    [item] = load(map(str, sources), **options)  # type: ignore[arg-type]
    assert isinstance(item, Skipped), item
    assert "\n" not in item.reason
    return item.reason


def test_a_file_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("utf-8-sig"))
    [article] = articles(path)
    assert article.text == TEXT  # the mark dropped, the line ends kept
    assert (article.path, article.title, article.language) == (str(path), "Zwölf Haubitzen", "de")
    assert article.content_hash == content_hash(TEXT)
    assert article.id == article_id(path=str(path))


def test_two_files_of_one_name_are_two_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ids: set[str] = set()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(TEXT)
        monkeypatch.chdir(tmp_path / name)
        ids.update(article.id for article in articles("x.txt"))
    assert len(ids) == 2


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", "sub/.hidden.txt", ".git/d.txt", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    names = [os.path.relpath(article.path or "", tmp_path) for article in articles(tmp_path)]
    assert names == ["a.md", "b.txt", "sub/c.txt"]


def test_links_that_lead_back_up_end(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    assert len(articles(tmp_path)) == 1


def test_an_input_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    (tmp_path / "b.txt").symlink_to(path)
    assert len(articles(path, tmp_path / "." / "a.txt", tmp_path)) == 1


def test_a_folder_with_other_files_says_which_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert reason(tmp_path) == "no file format of articles"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty file"),
        (b" \n\t\r\n", "nothing but blanks in it"),
        (b"\xef\xbb\xbf", "nothing but blanks in it"),
        (bytes(range(256)) * 10, "a binary file, not text"),
        (b"%PDF-1.4 ...", "a PDF file, not text"),
        (b"---\ntitle: A\n---\n", "front matter without a text behind it"),
        (b"https://a.example/1\r\nHTTP://b.example\r\n", "holds nothing but addresses: name these as inputs"),
    ],
)
def test_files_without_an_article(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert reason(path) == expected


def test_paths_without_a_file(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    assert reason(tmp_path / "nothing.txt") == "no such file or folder"
    assert reason(tmp_path / "dangling") == "a link to nothing"
    assert reason(tmp_path / "empty") == "no file in this folder"
    assert reason("ftp://news.example/a") == "cannot read ftp addresses, only http and https"
    assert reason("") == "not a path"
    assert reason("a\x00b") == "not a path"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert reason(path) == "cannot be read: permission denied"


def test_what_is_no_regular_file_in_a_folder(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()
        os.chdir(tmp_path)  # a socket's path must be short
        try:
            server.bind("s")
        finally:
            os.chdir(here)
        assert reason(tmp_path) == "not a regular file"


def test_a_200_mb_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert reason(path) == "larger than 32 MB, too large for one article"
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 150 * 1024  # KiB


def test_the_limit_counts_unpacked_bytes(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * 3_000_000))
    assert reason(path, limit=1024 * 1024) == "larger than 1 MB, too large for one article"


def test_gzip_around_every_format(tmp_path: Path) -> None:
    for name, content in (
        ("a.txt.gz", TEXT),
        ("b.jsonl.gz", json.dumps({"text": TEXT, "title": "Zwölf Haubitzen"})),
        (
            "c.html.gz",
            f"<html><body><article><h1>Zwölf Haubitzen</h1><p>{TEXT * 4}</p></article></body></html>",
        ),
    ):
        (tmp_path / name).write_bytes(gzip.compress(content.encode()))
    assert [article.title for article in articles(tmp_path)] == ["Zwölf Haubitzen"] * 3


def test_broken_gzip_files(tmp_path: Path) -> None:
    cut, wrong, damaged = tmp_path / "cut.txt.gz", tmp_path / "wrong.txt.gz", tmp_path / "damaged.txt.gz"
    packed = gzip.compress(os.urandom(2000).hex().encode())
    cut.write_bytes(packed[:500])
    wrong.write_bytes(b"no gzip at all")
    damaged.write_bytes(packed[:200] + b"\x00" * 50 + packed[250:])
    assert reason(cut).startswith("broken gzip file (compressed file ended before")
    assert reason(wrong) == "broken gzip file (it does not begin as one)"
    assert reason(damaged).startswith("broken gzip file (")


def test_a_cut_jsonl_gz_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    lines = [json.dumps({"text": f"{TEXT} {os.urandom(500).hex()}"}) for _ in range(400)]
    path.write_bytes(gzip.compress("\n".join(lines).encode())[:-100_000])
    items = list(load([str(path)]))
    assert len(items) > 50
    assert all(isinstance(item, Article) for item in items[:-1])
    assert isinstance(items[-1], Skipped)


def test_standard_input_is_read_and_left_open() -> None:
    stdin = io.BytesIO(gzip.compress(TEXT.encode()))
    [article] = articles("-", stdin=stdin)
    assert (article.text, article.path) == (TEXT, None)
    assert not stdin.closed


def test_an_empty_standard_input() -> None:
    assert reason("-", stdin=io.BytesIO(b"")) == "empty file"


def test_the_rest_goes_on_and_strict_stops(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(TEXT)
    assert [type(item) for item in load([str(tmp_path)])] == [Skipped, Article]
    with pytest.raises(InputError, match=r"a\.txt: empty file"):
        list(load([str(tmp_path)], strict=True))


def test_inputs_are_opened_one_by_one(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    stream = load([str(tmp_path)])
    next(stream)
    (tmp_path / "b.txt").write_text("")
    assert next(stream) == Skipped(str(tmp_path / "b.txt"), "empty file")


def test_other_languages_are_articles_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Северная Корея поставила России шесть миллионов снарядов, сообщила разведка Украины.")
    assert articles(path)[0].language == "ru"


def test_a_page_of_the_web_through_a_replaced_fetch() -> None:
    def fetch(url: str) -> Page:
        return Page(
            "https://www.bote.example/2024/05/03/a", TEXT.encode("cp1252"), "text/plain", "iso-8859-1"
        )

    [article] = articles("https://bote.example/a", fetch=fetch)
    assert article.text == TEXT
    assert (article.url, article.path) == ("https://www.bote.example/2024/05/03/a", None)
    assert (article.publisher, article.published) == ("bote.example", "2024-05-03")


def test_a_loader_is_one_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What loaders/README.md tells: a module that defines FORMAT is found."""
    module = tmp_path / "story.py"
    module.write_text(
        "from loaders.decode import decode\n"
        "from loaders.model import Format, make_article\n"
        "def read(document):\n"
        "    yield make_article(decode(document.read()), path=document.path, title='A story')\n"
        "FORMAT = Format('story files', ('.story',), lambda head: False, read)\n"
    )
    monkeypatch.setattr(loaders.formats, "__path__", [*loaders.formats.__path__, str(tmp_path)])
    formats.cache_clear()
    try:
        (tmp_path / "x").mkdir()
        (tmp_path / "x" / "one.story").write_text(TEXT)
        assert [article.title for article in articles(tmp_path / "x")] == ["A story"]
    finally:
        formats.cache_clear()
        sys.modules.pop("loaders.formats.story", None)


def test_every_module_of_formats_defines_one() -> None:
    assert {one.name for one in formats()} == {"plain text", "HTML", "JSON Lines"}
    assert formats()[-1].name == "plain text"
    assert isinstance(loaders.formats, types.ModuleType)


@pytest.mark.parametrize(
    ("name", "head", "content_type", "expected"),
    [
        ("a.txt", b"", "", "plain text"),
        ("a.txt", b"<!DOCTYPE html>\n<html>", "", "HTML"),
        ("a.html", b"", "", "HTML"),
        ("A.JSONL", b"", "", "JSON Lines"),
        ("-", b'{"type": "article", "text": "x"}', "", "JSON Lines"),
        ("-", b"{curly} words", "", "plain text"),
        ("/news/a", b"", "text/html", "HTML"),
        ("/", b"<!-- c --> <!-- d -->\n<html lang=de>", "", "HTML"),
        ("/", b"<!-- -->" * 500, "", "plain text"),
    ],
)
def test_how_a_format_is_chosen(name: str, head: bytes, content_type: str, expected: str) -> None:
    assert choose(name, head, content_type).name == expected


def test_a_claimed_language_counts_only_where_the_text_says_nothing() -> None:
    assert make_article("Die Haubitzen wurden an den Nachbarn geliefert.", language="en").language == "de"
    assert make_article("!?", language="en-GB").language == "en"
    assert make_article("!?", language="English").language is None


def test_documents_refuse_what_is_too_large() -> None:
    document = Document("a", "a", io.BytesIO(b"12345"), limit=4)
    with pytest.raises(InputError, match="a: larger than 4 bytes"):
        document.read()
    assert LIMIT == 32 * 1024 * 1024
    assert isinstance(formats()[0], Format)
