"""The assertions behind a claim, and what a store holds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.errors import UnknownClaim
from graph.model import Article, Assertion
from graph.query import (
    all_assertions,
    all_claims,
    all_entities,
    claim_found,
    evidence,
    evidence_by_claim,
    info,
    supplies,
)
from graph.store import Batch, Row, Store, open_store
from tests.query.conftest import ARTICLES, CATALOGUE


def test_evidence_has_every_assertion_with_its_article(store: Store) -> None:
    claim = next(iter(supplies(store)))
    rows = list(evidence(store, claim.claim))
    assert [row.published for row in rows] == ["2024-11", "2025-06-10", "2025-06-11"]
    assert len({row.origin for row in rows}) == claim.origins
    denial, first, _ = rows
    assert (denial.modality, denial.speaker and denial.speaker.name, denial.publisher) == (
        "denied",
        "Russia",
        None,
    )
    stated = next(a for write in ARTICLES for a in write.assertions if a.id == first.assertion)
    assert (first.quote, first.start, first.end) == (stated.evidence, stated.start, stated.end)
    assert (first.quantity, first.unit, first.when) == (6e6, "rounds", "2023-06/2025-04")
    assert (first.subject, first.object, first.recipient) == (claim.subject, claim.object, claim.recipient)
    assert (first.title, first.publisher, first.url) == (
        "Six million",
        "Daily",
        "https://news.example/six-million",
    )


def test_a_claim_that_is_forgotten_between_two_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(str(tmp_path / "s"), create=True) as store:
        store.write(Batch(ARTICLES, CATALOGUE))
        claim = next(iter(supplies(store))).claim
        look = store.run

        def look_and_forget(query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
            found = look(query, parameters)
            monkeypatch.setattr(store, "run", look)
            store.forget([write.article.id for write in ARTICLES])
            return found

        monkeypatch.setattr(store, "run", look_and_forget)
        with pytest.raises(UnknownClaim, match=claim):
            claim_found(store, claim)


def test_the_first_of_a_claims_assertions(store: Store) -> None:
    claim = next(iter(supplies(store)))
    rows = list(evidence(store, claim.claim))
    for limit in (0, 1, 2, 3, 20_000):
        assert list(evidence(store, claim.claim, limit=limit)) == rows[:limit]
    bare = claim_found(store, claim.claim[:12])
    assert (bare.claim, bare.origins, bare.assertions) == (claim.claim, claim.origins, len(rows))


def test_evidence_by_claim_has_that_of_each_and_no_other(store: Store) -> None:
    claims = list(supplies(store))
    found = evidence_by_claim(store, claims[:2])
    assert found == {claim.claim: list(evidence(store, claim.claim)) for claim in claims[:2]}
    assert evidence_by_claim(store, []) == {}


def test_the_origin_is_the_speaker_else_the_publisher(store: Store) -> None:
    koksan = list(supplies(store))[1]
    assert [row.origin for row in evidence(store, koksan.claim)] == ["kyrylo-budanov", "weekly"]
    assert [row.origin_name for row in evidence(store, koksan.claim)] == ["Kyrylo Budanov", "Weekly"]


def test_an_article_without_speaker_and_publisher_is_its_own_origin(store: Store) -> None:
    shaheds = next(row for row in supplies(store, supplier="Iran"))
    (row,) = evidence(store, shaheds.claim)
    assert (row.origin, row.origin_name) == (row.article, None)


def test_the_beginning_of_an_id_is_enough(store: Store) -> None:
    ids = {row.claim for row in supplies(store)}
    for whole in ids:
        assert {row.claim for row in evidence(store, whole[:12].upper())} == {whole}


@pytest.mark.parametrize("claim", ["", "nothing", "0" * 20, "%"])
def test_an_unknown_claim_is_said_so(store: Store, claim: str) -> None:
    with pytest.raises(UnknownClaim, match="no claim"):
        list(evidence(store, claim))


def test_an_ambiguous_beginning_lists_the_claims(store: Store) -> None:
    ids = [row.claim for row in all_claims(store)]
    shared = next(one[0] for one in ids if sum(other[0] == one[0] for other in ids) > 1)
    with pytest.raises(UnknownClaim, match=f"several claims begin with '{shared}': {shared}"):
        list(evidence(store, shared))


def test_everything_comes_out_as_it_went_in(store: Store) -> None:
    values = list(all_assertions(store))
    articles = [value for value in values if isinstance(value, Article)]
    assertions = [value for value in values if isinstance(value, Assertion)]
    assert [article.id for article in articles] == sorted(write.article.id for write in ARTICLES)
    assert set(assertions) == {assertion for write in ARTICLES for assertion in write.assertions}
    # each after its article
    current = ""
    for value in values:
        current = value.id if isinstance(value, Article) else current
        assert isinstance(value, Article) or value.article == current
    made_there = next(article for article in articles if article.title == "Made there")
    assert (made_there.publisher, made_there.published, made_there.language) == ("Daily", None, "en")


def test_entities_come_with_their_names_and_parents(store: Store) -> None:
    entities = {entity.id: entity for entity in all_entities(store)}
    for known in CATALOGUE:
        if known.id in entities:
            got = entities[known.id]
            assert set(got.aliases) == set(known.aliases)
            assert (got.kind_of, got.part_of, got.generic) == (known.kind_of, known.part_of, known.generic)
            assert (got.category, got.calibre_mm, got.lat) == (known.category, known.calibre_mm, known.lat)
    assert entities["acme-works"].provisional
    assert not entities["russia"].provisional
    assert "gur" in entities  # nobody names it, but Budanov is a part of it
    assert [entity.id for entity in all_entities(store, {"iran", "nothing"})] == ["iran"]


def test_info_counts(store: Store) -> None:
    facts = {row.name: row.value for row in info(store)}
    assert str(facts["engine"]).startswith(store.engine)
    assert (facts["articles"], facts["claims"], facts["assertions"]) == (4, 7, 10)
    assert (facts["claims: supplies"], facts["articles: en"]) == (4, 4)
    assert (facts["first published"], facts["last published"]) == ("2024-11", "2025-06-11")
