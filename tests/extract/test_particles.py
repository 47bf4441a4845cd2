"""Particles of English phrasal verbs are told from prepositions."""

from __future__ import annotations

from graph.extract.particles import is_particle
from graph.extract.tokens import tokenize


def test_over_is_a_particle_behind_hand_only() -> None:
    for text, expected in (("They handed over tanks.", True), ("They flew over tanks.", False)):
        assert is_particle(tokenize(text, 0, len(text), "en"), 2, "en") is expected


def test_german_has_none_and_nothing_stands_before_the_first_word() -> None:
    tokens = tokenize("handed over", 0, 11, "en")
    assert not is_particle(tokens, 1, "de")
    assert not is_particle(tokens, 0, "en")
