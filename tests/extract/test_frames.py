"""Triggers: which words carry a relation, in which pattern and voice."""

from __future__ import annotations

import pytest

from graph.extract.clauses import split
from graph.extract.frames import find, is_common, patterns
from graph.extract.tokens import tokenize
from graph.model import RELATIONS
from seeds.catalogue import lexicon


def triggers(text: str, language: str) -> list[tuple[str, str, str]]:
    """Lemma, relation and voice of each trigger of a text."""
    tokens = tokenize(text, 0, len(text), language)
    found = [t for clause in split(tokens, language) for t in find(tokens, clause, language)]
    return [(t.lemma, t.pattern.relation, t.voice) for t in found]


FOUND = [
    ("de", "Polen liefert Panzer.", [("liefern", "supplies", "active")]),
    ("de", "Polen hat Panzer geliefert.", [("liefern", "supplies", "active")]),
    ("de", "Panzer wurden von Polen geliefert.", [("liefern", "supplies", "passive")]),
    ("de", "Polen könnte Panzer übergeben.", [("übergeben", "supplies", "active")]),
    ("de", "Polen stellt Panzer bereit.", [("bereitstellen", "supplies", "active")]),
    ("de", "Polen hat Panzer bereitgestellt.", [("bereitstellen", "supplies", "active")]),
    ("de", "Die gelieferten Panzer rosten.", [("liefern", "supplies", "attribute")]),
    ("de", "Die Lieferung von Panzern dauert.", [("lieferung", "supplies", "noun")]),
    ("de", "Die Panzerlieferungen dauern.", [("lieferung", "supplies", "noun")]),
    ("de", "Kim fordert Raketen.", [("fordern", "requests", "active")]),
    ("en", "Poland delivers tanks.", [("deliver", "supplies", "active")]),
    ("en", "Tanks were delivered by Poland.", [("deliver", "supplies", "passive")]),
    ("en", "Tanks delivered by Poland rust.", [("deliver", "supplies", "passive")]),
    ("en", "Poland handed over tanks.", [("hand over", "supplies", "active")]),
    ("en", "Iranian-made drones fell.", [("iranian-made", "produces", "attribute")]),
    ("de", "Polen schläft.", []),
    ("en", "Poland sleeps.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_triggers(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triggers(text, language) == expected


def test_a_compound_keeps_its_first_part() -> None:
    text = "Die Munitionslieferungen dauern."
    tokens = tokenize(text, 0, len(text), "de")
    (trigger,) = find(tokens, split(tokens, "de")[0], "de")
    assert (trigger.prefix, tokens[trigger.index].text) == ("Munitions", "Munitionslieferungen")


def test_every_pattern_has_a_known_relation_and_every_list_a_pattern() -> None:
    assert {p.relation for p in patterns().values()} <= set(RELATIONS)
    for language in ("de", "en"):
        words = lexicon(language, "frames")
        assert set(words["verbs"]) | set(words["nouns"]) <= set(patterns())


def test_every_verb_of_the_lists_is_found_in_a_sentence_of_its_own() -> None:
    """A verb that the tagger never gives back would be dead weight; a few it does not know."""
    missed = []
    verbs = [str(v) for group in lexicon("en", "frames")["verbs"].values() for v in group]
    for verb in verbs:
        words = verb.split("|")
        if len(words) == 1 and not triggers(f"They will {verb} it soon.", "en"):
            missed.append(verb)
    assert len(missed) <= len(verbs) // 10, missed


def test_common_words_need_an_item() -> None:
    assert is_common("geben", "de")
    assert not is_common("liefern", "de")
