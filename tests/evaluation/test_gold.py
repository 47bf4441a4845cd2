from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.gold import annotated, names
from graph.errors import InputError
from seeds import corpus_files
from tests.evaluation.conftest import ASSERTION, annotate


def test_texts_come_with_their_annotations(folder: Path) -> None:
    first, second = annotated(folder)
    assert (first.name, first.language, second.name, second.language) == ("a.txt", "de", "b.txt", "en")
    [article] = first.articles
    assert article.text.startswith("Nordkorea hat 120")
    assert [gold["subject"] for gold in second.golds] == ["Iran", "Belarus"]


def test_annotations_may_lie_in_frames(folder: Path) -> None:
    (folder / "gold").rename(folder / "frames")
    assert names(folder) == ("a.txt", "b.txt")


def test_annotations_may_tell_language_and_date(folder: Path) -> None:
    annotate(folder, "a", [], language="en", published="2024-05-06")
    [article] = next(annotated(folder)).articles
    assert (article.language, article.published) == ("en", "2024-05-06")


def test_only_some_are_read(folder: Path) -> None:
    assert [one.name for one in annotated(folder, ["b.txt"])] == ["b.txt"]


def test_a_language_that_nothing_understands(folder: Path) -> None:
    annotate(folder, "a", [], language="fr")
    assert next(annotated(folder)).language == "other"


def test_the_corpus_is_such_a_folder() -> None:
    assert names(corpus_files.folder()) == tuple(one.name for one in corpus_files.texts())


def remove(path: str) -> Callable[[Path], None]:
    def done(folder: Path) -> None:
        for file in (folder / path).iterdir():
            file.unlink()
        (folder / path).rmdir()

    return done


def write(path: str, text: str | bytes) -> Callable[[Path], None]:
    def done(folder: Path) -> None:
        (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())

    return done


def assertion(**change: object) -> Callable[[Path], None]:
    return lambda folder: annotate(folder, "a", [ASSERTION, {**ASSERTION, **change}])


def without(key: str) -> Callable[[Path], None]:
    kept = {name: value for name, value in ASSERTION.items() if name != key}
    return lambda folder: annotate(folder, "a", [kept])


@pytest.mark.parametrize(
    ("harm", "complaint"),
    [
        (remove("articles"), "my texts: no folder articles/ in it"),
        (remove("gold"), "my texts: no folder gold/ or frames/ with annotations in it"),
        (lambda f: [p.unlink() for p in (f / "gold").iterdir()], "gold: no *.json in it"),
        (lambda f: (f / "articles/a.txt").unlink(), "a.json: annotates articles/a.txt, which is not there"),
        (write("gold/c.json", '{"article": "a.txt", "assertions": []}'), "annotates a.txt, as a.json"),
        (write("gold/a.json", '{"article": '), "a.json: not JSON: "),
        (write("gold/a.json", "[" * 100_000), "a.json: not JSON: "),
        (write("gold/a.json", b"\xff{}"), "a.json: not UTF-8"),
        (write("gold/a.json", "[]"), "a.json: not an object"),
        (write("gold/a.json", "{}"), 'a.json: "article" is not the name of a file'),
        (write("gold/a.json", '{"article": "../gold/a.json"}'), '"article" is not the name of a file'),
        (write("gold/a.json", '{"article": "a.txt"}'), 'a.json: "assertions" is not a list'),
        (lambda f: annotate(f, "a", [], published=2024), 'a.json: "published" is not a text'),
        (lambda f: annotate(f, "a", ["x"]), "a.json: assertion 1: not an object"),
        (without("recipient"), 'a.json: assertion 1: no "recipient"'),
        (assertion(relation="gives"), 'a.json: assertion 2: "relation" is "gives", not of supplies, '),
        (assertion(modality="reported|sure"), 'a.json: assertion 2: "modality" is "reported|sure", not of '),
        (assertion(subject={"name": "Iran"}), '"subject" is {"name": "Iran"}, not a text'),
        (assertion(quantity="120"), 'a.json: assertion 2: "quantity" is "120", not a number'),
        (assertion(quantity=True), 'a.json: assertion 2: "quantity" is true, not a number'),
        (write("articles/a.txt", ""), "a.txt: "),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_one_line(
    folder: Path, harm: Callable[[Path], object], complaint: str
) -> None:
    harm(folder)
    with pytest.raises(InputError) as raised:
        list(annotated(folder))
    assert complaint in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        names(tmp_path / "gone")
    (tmp_path / "file").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(InputError, match="not a folder"):
        names(tmp_path / "file")
