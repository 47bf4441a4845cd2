from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.html.data import DRAWN, payload, to_json, web_address
from graph.export.html.texts import LANGUAGES, texts
from graph.model import ACTOR_KINDS, ITEM_KINDS, MODALITIES, PLACE_KINDS, RELATIONS
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
        data = payload([row], {row.claim: [evidence_for(row, "q", path=path)]}, title="t", lang="en")
        assert data["articles"][0]["file"] == "a.txt"
        assert "secret" not in to_json(data)


def test_all_claims_are_there_and_the_best_attested_are_drawn() -> None:
    rows = [
        claim(f"c{i:04}", "supplies", "Iran", None, "Russia", origins=1 + i % 7) for i in range(DRAWN + 50)
    ]
    data = payload(rows, {}, title="t", lang="en")
    assert len(data["claims"]) == DRAWN + 50
    drawn = {edge["id"] for edge in data["edges"]}
    assert len(drawn) == DRAWN
    origins = {row.claim: row.origins for row in rows}
    assert min(origins[key] for key in drawn) >= max(origins[key] for key in set(origins) - drawn)


def test_an_origin_is_shown_by_its_name() -> None:
    row = CLAIMS[0]
    paper = evidence_for(row, "q", origin="morning-ledger")
    article = evidence_for(row, "q", publisher=None, origin=paper.article, title="No name on it")
    data = payload([row], {row.claim: [paper, article]}, title="t", lang="en")
    [entry] = data["evidence"]
    assert [item["originName"] for item in entry["items"]] == ["Morning Ledger", "No name on it"]


def test_evidence_of_other_claims_stays_out() -> None:
    data = payload(CLAIMS[:1], EVIDENCE, title="t", lang="en")
    assert [entry["claim"] for entry in data["evidence"]] == ["c01"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_the_model_has_words_on_the_page(lang: str) -> None:
    words = texts(lang)
    assert not {*RELATIONS, *MODALITIES, *ACTOR_KINDS, *ITEM_KINDS, *PLACE_KINDS} - set(words)
    assert all(words.values())


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ValueError, match="not 'fr'"):
        texts("fr")
