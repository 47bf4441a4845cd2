from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.html.data import DRAWN, NARROW, OVERVIEW, Content, payload, to_json, web_address
from graph.export.html.texts import LANGUAGES, texts
from graph.model import ACTOR_KINDS, ITEM_KINDS, MODALITIES, PLACE_KINDS, RELATIONS, Alias, Entity, EntityRef
from tests.export.html.sample import CLAIMS, EVIDENCE, claim, evidence_for

TEXT = st.text(alphabet=st.characters() | st.sampled_from("<>&\u2028\u2029\x00\r\n\"'/\\!-"))


@given(TEXT)
def test_json_reads_back_and_holds_nothing_that_ends_a_script(text: str) -> None:
    written = to_json({"x": [text]})
    assert json.loads(written) == {"x": ["".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)]}
    assert not set(written) & set("<>&\u2028\u2029\r\n\x00")
    written.encode("utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "https:",
        "http://[broken",
        "https://a.example/" + "x" * 5000,
        "",
        None,
    ],
)
def test_only_web_addresses_are_links(address: str | None) -> None:
    assert web_address(address) is None


def test_web_addresses_stay() -> None:
    assert web_address(" https://a.example/x?y=1&z=2#q ") == "https://a.example/x?y=1&z=2#q"
    assert web_address("http://a.example") == "http://a.example"


def test_no_folder_of_the_maker_is_handed_on() -> None:
    row = CLAIMS[0]
    for path in ("/home/somebody/secret/a.txt", r"C:\Users\somebody\secret\a.txt"):
        data = payload(Content([row], {row.claim: [evidence_for(row, "q", path=path)]}), title="t", lang="en")
        assert data["articles"][0]["file"] == "a.txt"
        assert "secret" not in to_json(data)


def test_all_claims_are_there_and_the_best_attested_have_places() -> None:
    rows = [
        claim(
            f"c{i:04}",
            "supplies",
            EntityRef(f"s{i:04}", f"S {i}", "state"),
            None,
            "Russia",
            origins=1 + i % 7,
        )
        for i in range(DRAWN + 50)
    ]
    data = payload(Content(rows, quoted_only=False), title="t", lang="en")
    assert len(data["claims"]) == DRAWN + 50
    strength = [row["origins"] for row in data["claims"]]
    assert strength == sorted(strength, reverse=True)
    assert [tier["claims"] for tier in data["places"]] == [NARROW, OVERVIEW, DRAWN]
    for tier in data["places"]:
        drawn = {row["subject"] for row in data["claims"][: tier["claims"]]} | {"russia"}
        assert {place[0] for place in tier["at"]} == drawn


def test_nothing_without_a_quote_is_handed_on() -> None:
    bare, quoted, blank = CLAIMS[:3]
    evidence = {quoted.claim: [evidence_for(quoted, "q")], blank.claim: [evidence_for(blank, " ")]}
    data = payload(Content([bare, quoted, blank], evidence), title="t", lang="en")
    assert [row["id"] for row in data["claims"]] == [quoted.claim]
    assert data["unquoted"] == 2
    assert {"shahed-136", "m1989-koksan"} & {entity["id"] for entity in data["entities"]} == {"m1989-koksan"}


def test_what_is_known_of_entities_and_publishers_comes_along() -> None:
    row = CLAIMS[4]
    shahed = Entity(
        "shahed-136",
        "Shahed-136",
        "weapon-system",
        aliases=(Alias("Geran-2"), Alias("Герань-2", "ru")),
        kind_of=("drones",),
        category="aircraft",
    )
    content = Content(
        [row], {row.claim: [evidence_for(row, "q")]}, entities=[shahed], reliability={"Morning Ledger": "C"}
    )
    data = payload(content, title="t", lang=None)
    [found] = [entity for entity in data["entities"] if entity["id"] == "shahed-136"]
    assert found["aliases"] == ["Geran-2", "Герань-2"]
    assert (found["category"], found["parents"]) == ("aircraft", ["drones"])
    assert data["articles"][0]["grade"] == "C"
    assert data["lang"] is None
    assert set(data["texts"]) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("when", "published", "days"),
    [
        ("2023-06/2025-04", "2025-06-10", ["2023-06-01", "2025-04-30"]),
        (None, "2025-06", ["2025-06-01", "2025-06-30"]),
        ("2024/..", None, ["2024-01-01", None]),
        ("soon", "2025-06-10", ["2025-06-10", "2025-06-10"]),
        (None, None, None),
    ],
)
def test_an_assertion_has_the_days_that_it_is_about(
    when: str | None, published: str | None, days: list[str | None] | None
) -> None:
    row = CLAIMS[0]
    rows = {row.claim: [evidence_for(row, "q", when=when, published=published)]}
    data = payload(Content([row], rows), title="t", lang="en")
    assert data["evidence"][0]["items"][0]["days"] == days


def test_a_line_goes_from_who_gives_to_who_takes_or_to_the_place() -> None:
    rows = [CLAIMS[0], CLAIMS[3], CLAIMS[8], claim("x", "supplies")]
    data = payload(Content(rows, quoted_only=False), title="t", lang="en")
    lines = {row["id"]: row["line"] for row in data["claims"]}
    assert lines == {
        "c01": ("north-korea", "russia"),
        "c04": ("russia", "shahed-136"),
        "c09": ("russia", "kursk"),
        "x": None,
    }


def test_an_origin_is_shown_by_its_name() -> None:
    row = CLAIMS[0]
    paper = evidence_for(row, "q", origin="morning-ledger")
    article = evidence_for(row, "q", publisher=None, origin=paper.article, title="No name on it")
    data = payload(Content([row], {row.claim: [paper, article]}), title="t", lang="en")
    [entry] = data["evidence"]
    assert [item["originName"] for item in entry["items"]] == ["Morning Ledger", "No name on it"]


def test_evidence_of_other_claims_stays_out() -> None:
    data = payload(Content(CLAIMS[:1], EVIDENCE), title="t", lang="en")
    assert [entry["claim"] for entry in data["evidence"]] == ["c01"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_the_model_has_words_on_the_page(lang: str) -> None:
    words = texts(lang)
    assert not {*RELATIONS, *MODALITIES, *ACTOR_KINDS, *ITEM_KINDS, *PLACE_KINDS} - set(words)
    assert all(words.values())


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ValueError, match="not 'fr'"):
        texts("fr")
