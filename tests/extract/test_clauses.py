"""Clauses: which words share a verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.clauses import Clause, split
from graph.extract.tokens import tokenize


def clauses(text: str, language: str) -> list[tuple[str, Clause]]:
    """The words of each clause, and the clause."""
    tokens = tokenize(text, 0, len(text), language)
    return [(" ".join(tokens[i].text for i in c.indices), c) for c in split(tokens, language)]


CUT = [
    ("de", "Polen gab Panzer ab.", ["Polen gab Panzer ab ."]),
    ("de", "Polen sagte, dass Kim Panzer gab.", ["Polen sagte", "dass Kim Panzer gab ."]),
    ("de", "Polen gab Panzer, weil Kim Raketen baute.", ["Polen gab Panzer", "weil Kim Raketen baute ."]),
    (
        "de",
        "Polen hat Panzer, Raketen und Munition geliefert.",
        ["Polen hat Panzer Raketen Munition geliefert ."],
    ),
    ("de", "Laut Kiew, so heißt es, gab Polen Panzer.", ["Laut Kiew so heißt es", "gab Polen Panzer ."]),
    ("en", "Poland gave tanks.", ["Poland gave tanks ."]),
    ("en", "Poland said it had given tanks.", ["Poland said", "it had given tanks ."]),
    ("en", "Poland gave tanks, rockets and guns.", ["Poland gave tanks rockets guns ."]),
    (
        "en",
        "Poland gave tanks because Kim built rockets.",
        ["Poland gave tanks", "because Kim built rockets ."],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CUT)
def test_where_clauses_are_cut(language: str, text: str, expected: list[str]) -> None:
    assert [words for words, _ in clauses(text, language)] == expected


def test_a_dass_clause_knows_its_opener_and_the_clause_above() -> None:
    (_, main), (_, below) = clauses("Polen sagte, dass Kim Panzer gab.", "de")
    assert (main.subordinate, main.parent) == (False, -1)
    assert (below.subordinate, below.opener, below.parent) == (True, "dass", 0)


def test_a_relative_clause_knows_its_pronoun() -> None:
    text = "Polen gab Panzer, die Kim gebaut hatte."
    (_, _), (_, relative) = clauses(text, "de")
    tokens = tokenize(text, 0, len(text), "de")
    assert (relative.opener, tokens[relative.relative].text) == ("relative", "die")


def test_an_infinitive_with_zu_is_subordinate() -> None:
    (_, _), (_, below) = clauses("Polen kündigte an, Panzer zu liefern.", "de")
    assert (below.opener, below.subordinate, below.relative) == ("zu", True, -1)


def test_an_elliptic_clause_borrows_the_auxiliary() -> None:
    text = "Polen hat Panzer geliefert und Munition geschickt."
    (_, first), (_, second) = clauses(text, "de")
    tokens = tokenize(text, 0, len(text), "de")
    assert first.borrowed == ()
    assert [tokens[i].text for i in second.borrowed] == ["hat"]


_WORDS = ["Polen", "hat", "Panzer", ",", "die", "Kim", "geliefert", "und", "dass", "weil", "zu", "liefern"]
_WORDS += [";", "sagte", "who", "said", "it", "to", "will", ".", "–", "(", ")", "nicht"]


@given(st.lists(st.sampled_from(_WORDS), max_size=16), st.sampled_from(["de", "en"]))
def test_clauses_share_no_token_and_lose_no_word(words: list[str], language: str) -> None:
    text = " ".join(words)
    tokens = tokenize(text, 0, len(text), language)
    found = split(tokens, language)
    indices = [i for clause in found for i in clause.indices]
    assert len(indices) == len(set(indices))
    lost = [tokens[i] for i in range(len(tokens)) if i not in indices]
    assert all(token.pos in ("punct", "coord") for token in lost)
    for number, clause in enumerate(found):
        assert clause.indices == tuple(sorted(clause.indices))
        assert -1 <= clause.parent < max(number, 1)
