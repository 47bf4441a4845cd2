"""`--extractor llm` as a person meets it, against a server on this machine that speaks the API."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.extract.llm.stub import Reply, says, serving

QUOTE = "Germany delivered 18 Leopard 2 tanks to Ukraine"
TEXT = f"Leopard tanks reach Ukraine at last\n\n{QUOTE} in March 2023, the minister said on Monday.\n"
TANKS: dict[str, Any] = {
    "relation": "supplies",
    "modality": "reported",
    "quote": QUOTE,
    "subject": {"name": "Germany", "kind": "state"},
    "object": {"name": "Leopard 2", "kind": "weapon-system"},
    "recipient": {"name": "Ukraine", "kind": "state"},
    "quantity": 18,
}
LLM = ("--extractor", "llm")


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "tanks.txt").write_text(TEXT, encoding="utf-8")
    return "tanks.txt"


def test_extract_prints_what_the_model_found_and_what_it_cost(armsgraph: Run, article: str) -> None:
    made_up = TANKS | {"quote": "Germany delivered 99 tanks"}
    with serving(says(TANKS, made_up)) as stub:
        variables = stub.environment(PRICE_INPUT="10", PRICE_OUTPUT="50")
        first = armsgraph("extract", *LLM, article, **variables)
        again = armsgraph("extract", *LLM, article, **variables)
        assert len(stub.requests) == 1
        anew = armsgraph("extract", *LLM, "--no-llm-cache", article, **variables)
        assert len(stub.requests) == 2
    assert first.returncode == 0, first.stderr
    _, found = map(json.loads, first.stdout.splitlines())
    assert (found["evidence"], found["extractor"]) == (QUOTE, "llm/stub-1")
    assert (found["subject"]["id"], found["object"]["id"]) == ("germany", "leopard-2")
    assert TEXT[found["start"] : found["end"]] == QUOTE
    assert first.stdout == again.stdout == anew.stdout
    found_and_dropped = "1 assertion, 1 dropped: the quote does not stand in the text\n"
    paid = f"llm/stub-1: 1 answer (0 from the cache), 100 tokens in, 20 out, cost 0.0020; {found_and_dropped}"
    assert first.stderr == anew.stderr == paid
    assert "(1 from the cache), 0 tokens in, 0 out, cost 0.0000" in again.stderr


def test_load_stores_it_and_load_again_asks_nothing(armsgraph: Run, article: str) -> None:
    with serving(says(TANKS)) as stub:
        first = armsgraph("load", *LLM, "--store", "s", article, **stub.environment())
        again = armsgraph("load", *LLM, "--store", "s", article, **stub.environment())
        assert len(stub.requests) == 1
    assert first.stdout == "1 new, 0 changed, 0 unchanged, 0 skipped; 1 assertion in these articles\n"
    assert "llm/stub-1: 1 answer" in first.stderr
    assert "1 unchanged" in again.stdout
    assert "0 answers" in again.stderr
    assert "Leopard 2" in armsgraph("supplies", "--store", "s").stdout


def test_an_article_without_an_answer_is_skipped_and_the_others_go_on(
    armsgraph: Run, article: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.txt").write_text("Another story of tanks and guns\n\n" + TEXT, encoding="utf-8")
    for command in (("extract",), ("load", "--store", "s")):
        with serving(Reply("no JSON"), Reply("no JSON"), says(TANKS)) as stub:
            done = armsgraph(
                *command, *LLM, "--strict", "--no-llm-cache", "bad.txt", article, **stub.environment()
            )
        assert done.returncode == 1
        assert "skipped bad.txt: the language model stub-1 at http" in done.stderr
        assert "twice gave no JSON of the schema" in done.stderr
        assert "bad.txt" not in done.stdout
        assert "3 answers (0 from the cache), 300 tokens in" in done.stderr  # the useless ones, too


def test_what_was_loaded_before_the_service_gave_out_is_kept(
    armsgraph: Run, article: str, tmp_path: Path
) -> None:
    (tmp_path / "more.txt").write_text("More of it is to come next year\n\n" + TEXT, encoding="utf-8")
    with serving(says(TANKS), Reply(status=403)) as stub:
        done = armsgraph("load", *LLM, "--store", "s", article, "more.txt", **stub.environment())
    assert done.returncode == 1
    assert "new tanks.txt: 1 assertion" in done.stderr
    assert "refuses the key (403)" in done.stderr
    assert "Leopard 2" in armsgraph("supplies", "--store", "s").stdout


def test_a_wrong_key_is_one_line(armsgraph: Run, article: str) -> None:
    with serving() as stub:
        for command in (("extract",), ("load", "--store", "s")):
            done = armsgraph(*command, *LLM, article, **stub.environment(API_KEY="wrong"))
            assert (done.returncode, done.stdout) == (1, "")
            account, error = done.stderr.splitlines()
            assert account.startswith("llm/stub-1: 0 answers")
            assert error.startswith("armsgraph: the language model stub-1 at http://127.0.0.1:")
            assert error.endswith("refuses the key (401): set ARMSGRAPH_LLM_API_KEY")


def test_settings_that_are_missing_are_one_line(armsgraph: Run, article: str) -> None:
    done = armsgraph("extract", *LLM, article)
    assert done.returncode == 1
    assert done.stderr.startswith("armsgraph: the extractor llm needs ARMSGRAPH_LLM_MODEL and ")
    assert done.stderr.count("\n") == 1


def test_without_the_extra_it_says_what_to_install(armsgraph: Run, article: str, tmp_path: Path) -> None:
    absent = tmp_path / "absent"
    for name in ("pydantic", "pydantic_ai"):  # found first, and as good as not there
        (absent / name).mkdir(parents=True)
        (absent / name / "__init__.py").write_text(
            f"raise ModuleNotFoundError('no {name}', name={name!r})\n", encoding="utf-8"
        )
    with serving() as stub:
        variables = {**stub.environment(), "PYTHONPATH": str(absent)}
        done = armsgraph("extract", *LLM, article, **variables)
        rules = armsgraph("extract", "--extractor", "rules", article, **variables)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert 'pip install "pydantic-ai-slim[openai]"' in done.stderr
    assert rules.returncode == 0
    assert "rules/" in rules.stdout
