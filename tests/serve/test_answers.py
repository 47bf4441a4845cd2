"""What the page is answered, the same from every engine."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from graph.serve.answers import QUESTIONS, SAMPLE, Answers
from graph.serve.asked import Misasked, read
from graph.store import open_store
from tests.serve.filled import HOSTILE, MAKERS, OTHERS, REPEATS, fill
from tests.support import seeded
from tests.support.backends import Backend

ASKED = [
    "strongest?top=5&placed=1",
    "strongest?top=3&relation=supplies&relation=produces&modality=reported&origins=2",
    "strongest?category=Artillery&since=2021&until=2022&grade=B&top=4",
    "around?id=russia&top=7",
    "around?id=drones",
    "around?id=nobody",
    "between?id=russia&id=iran",
    "path?id=iran&id=north-korea",
    "path?id=iran&id=nobody",
    "entities?id=alabuga&id=nobody",
    "search?q=geran",
]


def ask(answers: Answers, question: str) -> dict[str, Any]:
    name, _, query = question.partition("?")
    return QUESTIONS[name](answers, read(query))


@pytest.fixture(scope="module")
def embedded(location: str) -> Iterator[Answers]:
    with open_store(location, read_only=True) as store:
        yield Answers(store, title="t")


@pytest.fixture(scope="module")
def elsewhere(
    backend: Backend, neo4j_server: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Answers]:
    with (
        seeded.location(backend, tmp_path_factory.mktemp("serve")) as place,
        open_store(place, create=True) as store,
    ):
        fill(store)
        yield Answers(store, title="t")


def test_both_engines_give_the_same(embedded: Answers, elsewhere: Answers) -> None:
    for question in ASKED:
        assert ask(elsewhere, question) == ask(embedded, question), question
    assert elsewhere.page() == embedded.page()


def test_a_store_without_claims_has_a_page_that_says_so(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "new"), create=True) as store:
        assert "Nothing to draw" in Answers(store, title="t").page()


def shown(answer: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(claim["subject"], claim["relation"], claim["recipient"]) for claim in answer["claims"]]


def test_the_first_page_has_the_strongest_and_tells_of_the_whole(embedded: Answers) -> None:
    page = embedded.page()
    [data] = re.findall(r'<script type="application/json" id="data">(.*)</script>', page)
    values = json.loads(data)
    claims = OTHERS + MAKERS + 5
    assert len(values["claims"]) == values["served"]["first"] == 60
    assert {claim["origins"] for claim in values["claims"]} == {2}
    assert values["served"]["claims"] == claims
    assert values["served"]["choices"]["grades"] == ["B", "-"]
    assert "Maker 007" not in page, "what is weaker comes when it is asked for"
    assert "connect-src &#39;self&#39;" in page


def test_an_answer_is_bounded_and_says_how_much_there_is(embedded: Answers) -> None:
    answer = ask(embedded, "around?id=russia&top=5")
    assert (len(answer["claims"]), answer["number"]) == (5, MAKERS + 3)
    assert len(ask(embedded, "around?id=russia&top=999999999")["claims"]) == MAKERS + 3
    counts = {entity["id"]: entity.get("claims") for entity in answer["entities"]}
    assert counts["russia"] == MAKERS + 3


def test_an_item_has_the_claims_of_its_kinds(embedded: Answers) -> None:
    answer = ask(embedded, "around?id=drones")
    assert ("iran", "supplies", "russia") in shown(answer)
    [shahed] = [entity for entity in answer["entities"] if entity["id"] == "shahed-136"]
    assert shahed["parents"] == ["drones"]


def test_of_a_claim_that_many_repeat_some_assertions_come_and_all_when_it_is_opened(
    embedded: Answers,
) -> None:
    [claim] = ask(embedded, "around?id=germany")["claims"]
    [some] = ask(embedded, "around?id=germany")["evidence"]
    assert (claim["assertions"], len(some["items"])) == (REPEATS, SAMPLE)
    [whole] = ask(embedded, f"claim?id={claim['id']}")["evidence"]
    assert len(whole["items"]) == REPEATS
    assert whole["items"][:SAMPLE] == some["items"]


def test_a_chain(embedded: Answers) -> None:
    answer = ask(embedded, "path?id=iran&id=north-korea")
    assert sorted(shown(answer)) == [("iran", "supplies", "russia"), ("russia", "supports", "north-korea")]
    assert ask(embedded, "path?id=iran&id=north-korea&relation=supplies")["claims"] == []


def test_names_are_found_by_any_part(embedded: Answers) -> None:
    [found] = ask(embedded, "search?q=Geran")["found"]
    assert found == {
        "entity": {"id": "shahed-136", "name": "Shahed-136", "kind": "weapon-system"},
        "by": "Geran-2",
    }
    assert len(ask(embedded, "search?q=maker")["found"]) == 12
    assert ask(embedded, "search?q=onerror")["found"][0]["entity"]["name"] == HOSTILE
    assert ask(embedded, "search")["found"] == []


@pytest.mark.parametrize(
    "value",
    ["' OR 1=1 //", "russia' }) DETACH DELETE n //", "$entities", "`", "\\", "\x00", "🙂", "__proto__"],
)
def test_what_looks_like_a_query_is_a_name(embedded: Answers, value: str) -> None:
    text = quote(value)
    for question in (
        f"around?id={text}",
        f"between?id={text}&id=iran",
        f"entities?id={text}",
        f"claim?id={text}",
    ):
        found = [claim["id"] for claim in ask(embedded, question)["claims"]]
        assert found == [] or value == "__proto__"
    ask(embedded, f"search?q={text}")
    assert ask(embedded, f"strongest?category={text}&modality={text}&grade={text}")["claims"] == []
    assert ask(embedded, "strongest")["number"] == OTHERS + MAKERS + 5


@pytest.mark.parametrize(
    "query",
    [
        "around?" + "&".join(f"id=e{n}" for n in range(300)),
        "around?id=" + "x" * 3000,
        "around?id=a&id=b",
        "around",
        "between?id=a",
        "strongest?top=-1",
        "strongest?top=1e3",
        "strongest?top=²",
        "strongest?relation=nonsense",
    ],
)
def test_what_cannot_be_asked_is_refused(embedded: Answers, query: str) -> None:
    with pytest.raises(Misasked):
        ask(embedded, query)
