from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.model import Article
from graph.model.ids import article_id
from loaders import Skipped, load

TEXT = "Die Regierung in Musterstadt hat zwölf Haubitzen an ihren Nachbarn geliefert."


def read(path: Path, *values: Any, encoding: str = "utf-8", limit: int = 1 << 20) -> list[Article | Skipped]:
    lines = [value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values]
    path.write_bytes("\n".join(lines).encode(encoding))
    return list(load([str(path)], limit=limit))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_field_arrives(tmp_path: Path, encoding: str) -> None:
    value = {
        "title": "Zwölf Haubitzen",
        "text": TEXT,
        "url": "https://bote.example/a",
        "published": "3. Mai 2024",
        "publisher": "Musterbote",
    }
    path = tmp_path / "a.jsonl"
    [article] = read(path, value, encoding=encoding)
    assert isinstance(article, Article)
    assert (article.title, article.text, article.url) == ("Zwölf Haubitzen", TEXT, "https://bote.example/a")
    assert (article.published, article.publisher, article.language) == ("2024-05-03", "Musterbote", "de")
    assert article.path == f"{path}:1"
    assert article.id == article_id(url="https://bote.example/a")


def test_other_names_of_the_fields(tmp_path: Path) -> None:
    value = {"headline": "A", "text": TEXT, "date": "2024-05", "source": {"name": "Musterbote"}}
    [article] = read(tmp_path / "a.jsonl", value)
    assert isinstance(article, Article)
    assert (article.title, article.published, article.publisher) == ("A", "2024-05", "Musterbote")


def test_what_is_no_article_is_named_by_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    items = read(
        path,
        {"text": TEXT},
        '{"text": broken',
        "",
        [1, 2],
        {"type": "article", "id": "x"},
        {"type": "assertion", "relation": "supplies"},
        {"type": "photo", "text": TEXT},
        {"text": 5},
        {"type": "article", "text": TEXT + " Ja."},
    )
    reasons = {item.source: item.reason for item in items if isinstance(item, Skipped)}
    assert [article.text for article in items if isinstance(article, Article)] == [TEXT, TEXT + " Ja."]
    assert reasons.pop(f"{path}:2").startswith("broken JSON (Expecting value")
    assert reasons == {
        f"{path}:4": "not an object with a text",
        f"{path}:5": "a line of type 'article' without a text",
        f"{path}:7": "a line of type 'photo', not an article",
        f"{path}:8": "an object without a text",
        str(path): "1 line holds assertions, not articles",
    }


def test_a_line_that_is_too_long_is_skipped_alone(tmp_path: Path) -> None:
    items = read(tmp_path / "a.jsonl", {"text": "a" * 5000}, {"text": TEXT}, limit=2000)
    assert isinstance(items[0], Skipped)
    assert items[0].reason == "a line larger than 2000 bytes"
    assert isinstance(items[1], Article)
    assert items[1].path == f"{tmp_path / 'a.jsonl'}:2"


def test_a_file_larger_than_the_limit_of_an_article_is_read(tmp_path: Path) -> None:
    items = read(tmp_path / "a.jsonl", *({"text": f"{TEXT} {n}"} for n in range(100)), limit=2000)
    assert len([item for item in items if isinstance(item, Article)]) == 100


def test_json_nested_too_deeply_is_skipped(tmp_path: Path) -> None:
    [item] = read(tmp_path / "a.jsonl", "[" * 100_000)
    assert isinstance(item, Skipped)


def test_the_id_does_not_hang_on_the_line(tmp_path: Path) -> None:
    [first] = read(tmp_path / "a.jsonl", {"text": TEXT})
    _, second = read(tmp_path / "b.jsonl", {"text": "Etwas anderes stand hier vorher."}, {"text": TEXT})
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.id == second.id


def test_halves_of_surrogate_pairs_become_text_that_can_be_stored(tmp_path: Path) -> None:
    [article] = read(tmp_path / "a.jsonl", f'{{"text": "{TEXT} \\ud800", "title": "A\\udfff"}}')
    assert isinstance(article, Article)
    (article.text + (article.title or "")).encode("utf-8")


@pytest.mark.parametrize("value", [{"text": TEXT}, [{"text": TEXT}], {"articles": [{"text": TEXT}]}])
def test_one_json_file(tmp_path: Path, value: Any) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value, indent=2))
    assert [item.text for item in load([str(path)]) if isinstance(item, Article)] == [TEXT]


def test_an_empty_file(tmp_path: Path) -> None:
    assert read(tmp_path / "a.jsonl") == [Skipped(str(tmp_path / "a.jsonl"), "empty file")]
    assert read(tmp_path / "a.json") == [Skipped(str(tmp_path / "a.json"), "empty file")]
