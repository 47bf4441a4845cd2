"""docs/cypher.md: every question has the answer that stands below it, on every engine.

`pytest tests/docs/test_cypher.py -k embedded --update-golden` writes the answers anew.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.cli.formats import plain
from graph.cli.query import Parameter
from graph.query import saved
from graph.query.query_file import read
from graph.store import Row, Store
from tests.docs.documents import ROOT, block, blocks, codes
from tests.docs.shell import Shell
from tests.support.backends import Backend
from tests.support.neo4j_server import Server
from tests.support.rows import PARAMETERS, answer, statements, title
from tests.support.seeded import seeded

PAGE = ROOT / "docs/cypher.md"
_QUESTION = re.compile(
    r"""
    ^\#\#\#\ (?P<title>[^\n]+)\n
    (?P<lead>(?:(?!\#|```)[^\n]*\n)*)
    ```cypher\n(?P<text>.*?)^```\n
    (?P<answer>.*?)(?=^\#\#|\Z)
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_SAVED = re.compile(r"\bSaved as `([\w-]+)`")


@dataclass(frozen=True)
class Question:
    """A section of the page."""

    title: str
    saved: str | None
    given: dict[str, object]
    text: str
    answer: str

    def __str__(self) -> str:
        return self.saved or "-".join(re.findall(r"\w+", self.title.lower()))


def questions() -> Iterator[Question]:
    for match in _QUESTION.finditer(PAGE.read_text(encoding="utf-8")):
        name = _SAVED.search(match["lead"])
        given = dict(Parameter().convert(code, None, None) for code in codes(match["lead"]) if "=" in code)
        text = match["text"].strip()
        yield Question(match["title"], name[1] if name else None, given, text, match["answer"].strip())


QUESTIONS = list(questions())
STATEMENTS = [
    statement
    for name in ("analysts.cypher", "readers.cypher")
    for statement in statements(Path(__file__).with_name(name))
]
GIVEN: dict[str, object] = {
    **PARAMETERS,
    "id": "north-korea",
    "n": 5,
    "f": 1.5,
    "b": True,
    "list": [1, 2, 3],
    "names": ["Iran", "Russia"],
    "start": "2025-01-01",
    "end": "2025-12-31",
    "skip": 2,
    "day": "2025-06-10",
    "unit": "month",
    "dur": "P3M",
    "words": ["drone", "tank"],
    "empty": [],
    "text": "Ünï\n'x'",
    "rows": [{"id": "iran", "w": 1}, {"id": "russia", "w": 2.5}],
}


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The embedded engine, beside whichever is the engine of the turn."""
    with seeded(Backend("embedded"), tmp_path_factory.mktemp("cypher")) as store:
        yield store


@pytest.fixture(scope="module")
def store(backend: Backend, embedded: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if backend.server is None:
        yield embedded
        return
    with seeded(backend, tmp_path_factory.mktemp("cypher")) as opened:
        yield opened


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_the_answer_is_that_of_the_page(
    question: Question, store: Store, embedded: Store, backend: Backend, request: pytest.FixtureRequest
) -> None:
    rows = store.run(question.text, question.given)
    assert rows, "a question without an answer shows nothing"
    if backend.server is not None:
        assert rows == embedded.run(question.text, question.given)
    elif request.config.getoption("--update-golden"):
        _write(question, table(rows))
        return
    assert table(rows) == question.answer


@pytest.mark.parametrize("statement", STATEMENTS, ids=title)
def test_what_analysts_write_themselves_answers_the_same(
    statement: str, store: Store, embedded: Store, neo4j_server: Server
) -> None:
    assert store.location == neo4j_server.uri
    rows = answer(store, statement, GIVEN)
    assert rows, "nothing is compared"
    assert answer(embedded, statement, GIVEN) == rows


def table(rows: list[Row]) -> str:
    columns = list(rows[0])
    lines = [columns, ["---"] * len(columns), *([_cell(row[name]) for name in columns] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    simple = plain(value)
    if isinstance(simple, list):
        return ", ".join(map(_cell, simple))
    if isinstance(simple, bool):
        return str(simple).lower()
    return "" if simple is None else " ".join(str(simple).replace("|", "\\|").split())


def _write(question: Question, answer: str) -> None:
    def anew(match: re.Match[str]) -> str:
        if match["title"] != question.title:
            return match.group()
        return match.group()[: match.start("answer") - match.start()] + f"\n{answer}\n\n"

    text = _QUESTION.sub(anew, PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(f"{text.rstrip()}\n", encoding="utf-8", newline="\n")


def test_every_block_of_cypher_is_a_question_with_an_answer() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(QUESTIONS) == len(blocks(text, "cypher"))
    assert len({question.title for question in QUESTIONS}) == len(QUESTIONS) >= 25


def test_the_page_goes_on_behind_the_last_answer() -> None:
    """Writing the answers anew leaves alone what is no answer."""
    text = PAGE.read_text(encoding="utf-8")
    assert "## Writing your own" in text
    assert [question.title for question in QUESTIONS if "\n#" in question.answer] == []


def test_every_saved_query_is_a_question_of_the_page() -> None:
    texts = {name: read(path).text for name, path in saved.paths().items()}
    assert {question.saved: question.text for question in QUESTIONS if question.saved} == texts
    for question in QUESTIONS:
        if question.saved:
            names = {parameter.name for parameter in read(saved.paths()[question.saved]).parameters}
            assert set(question.given) == names, question.saved


def test_the_commands_of_the_page_run(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds/articles", tmp_path / "seeds/articles")
    shell = Shell(tmp_path, variables={"ARMSGRAPH_STORE": "store"})
    text = PAGE.read_text(encoding="utf-8")
    (tmp_path / "large.cypher").write_text(block(text, "text", "large.cypher"), encoding="utf-8")
    commands = [line for found in blocks(text, "sh") for line in found.body.splitlines()]
    assert len(commands) > 4
    for command in commands:
        result = shell.run(command)
        assert result.returncode == 0, f"$ {command}\n{result.stdout}"
        assert "no rows" not in result.stdout, command
