"""What the extractor with the model tells of its stages, with the files that are shipped."""

from __future__ import annotations

from functools import cache

import pytest

from graph.extract.explain import Explained, Unread
from graph.extract.explain import explain as explain_rules
from graph.extract.model.explain import LOOKED_INTO, ModelExplained, explain
from graph.extract.model.extractor import ModelExtractor
from graph.extract.rules import RulesExtractor
from graph.model import MODALITIES, RELATIONS, Article
from seeds.corpus_files import AnnotatedText, split, texts

TEXT = "Die Ukraine hat von Norwegen 22 Haubitzen erhalten, sagte Boris Pistorius."


@cache
def _extractor() -> ModelExtractor:
    return ModelExtractor()


def _article(text: str, language: str = "de", published: str | None = None) -> Article:
    return Article("a", text, "", language=language, published=published)


def _explained(text: str, language: str = "de") -> list[ModelExplained]:
    return [o for o in explain(_article(text, language), _extractor()) if isinstance(o, ModelExplained)]


@cache
def _some() -> tuple[AnnotatedText, ...]:
    return tuple(one for one in texts() if split(one.name) == "test")[::6]


def test_explains_what_extract_finds_and_nothing_else() -> None:
    found = 0
    for one in _some():
        article = _article(one.text, one.language, one.published)
        told = list(explain(article, _extractor()))
        asserted = [a for o in told if isinstance(o, ModelExplained) for a in o.assertions]
        assert asserted == list(_extractor().extract(article))
        assert [(type(o) is Unread, o.start) for o in told] == [
            (type(o) is Unread, o.start) for o in explain_rules(article, RulesExtractor())
        ]
        found += len(asserted)
    assert found > 10


def test_what_counts_has_an_assertion_and_what_does_not_has_none() -> None:
    verdicts = set()
    for one in _some():
        for analysis in _extractor().analyses(_article(one.text, one.language, one.published)):
            for judged in analysis.judged:
                verdicts.add(judged.verdict)
                counts = judged.verdict in ("likely", "sure by rules")
                assert (judged.assertion is not None) is counts
                if judged.assertion is not None:
                    assert judged.assertion.confidence == round(judged.confidence, 2)
                    assert judged.assertion.relation == judged.proposal.relation
    assert {"likely", "unlikely"} <= verdicts


def test_every_stage_of_a_sentence_is_told() -> None:
    [one] = _explained(TEXT)
    assert [part.triggers[0].text for part in one.clauses if part.triggers] == ["erhalten"]
    candidate = one.candidates[0]
    assert (candidate.text, candidate.item and candidate.item.id) == ("Haubitzen", "howitzers")
    assert set(candidate.relations) == set(RELATIONS)
    assert max(candidate.relations, key=lambda relation: candidate.relations[relation]) == "supplies"
    assert set(candidate.modalities) == set(MODALITIES)
    assert sum(candidate.modalities.values()) == pytest.approx(1, abs=0.001)
    fillers = {filler.text: filler for filler in candidate.roles["supplies"]}
    assert fillers["Norwegen"].subject > 0.5 > fillers["Norwegen"].recipient
    assert fillers["Ukraine"].recipient > 0.5 > fillers["Ukraine"].subject
    assert candidate.speakers[0].entity.id == "boris-pistorius"
    proposal = one.proposals[0]
    assert (proposal.network, proposal.rules > 0, proposal.verdict) == (True, True, "likely")
    assert proposal.probabilities["subject"] == fillers["Norwegen"].subject
    [assertion] = one.assertions
    assert (assertion.confidence, one.nothing) == (round(proposal.confidence, 2), None)


def test_roles_are_told_of_relations_that_are_looked_into() -> None:
    for text in _some():
        for one in explain(_article(text.text, text.language, text.published), _extractor()):
            for candidate in one.candidates if isinstance(one, ModelExplained) else ():
                likely = {name for name, p in candidate.relations.items() if p >= LOOKED_INTO}
                assert set(candidate.roles) == likely


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Das Wetter in den Bergen ist schön.", {"no arms near, or nothing that is said of them"}),
        ("Deutschland zeigt Panzer.", {"no relation is likely", "nothing proposed is likely enough"}),
    ],
)
def test_says_why_a_sentence_came_to_nothing(text: str, why: set[str]) -> None:
    [one] = _explained(text)
    assert one.assertions == ()
    assert one.nothing in why


def test_says_of_which_sentence_the_network_is_not_asked() -> None:
    [first, second] = _explained("Das Wetter bleibt schön. Deutschland liefert der Ukraine Panzer.")
    assert (first.nothing, second.nothing) == ("too unlikely at a glance to ask the network", None)
    assert first.tokens


def test_nothing_of_other_languages() -> None:
    assert list(explain(_article(TEXT, "fr"), _extractor())) == []


def test_is_what_the_rules_tell_with_more() -> None:
    [one] = _explained(TEXT)
    [rules] = explain_rules(_article(TEXT), RulesExtractor())
    assert isinstance(rules, Explained)
    assert isinstance(one, Explained)
    assert (one.clauses, one.mentions, one.tokens) == (rules.clauses, rules.mentions, rules.tokens)
