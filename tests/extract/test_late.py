"""An extractor that is made only when it is asked."""

from __future__ import annotations

import pickle

from graph.extract.late import LateExtractor
from graph.extract.rules import RulesExtractor
from graph.model import Article

TEXT = "Iran hat Russland 40 Drohnen geliefert."


def test_it_is_made_when_it_is_asked_and_once() -> None:
    made: list[RulesExtractor] = []

    def make() -> RulesExtractor:
        made.append(RulesExtractor())
        return made[-1]

    late = LateExtractor(make)
    assert not made
    assert (late.name, late.version) == (RulesExtractor.name, RulesExtractor.version)
    article = Article("a", TEXT, "", language="de")
    assert list(late.extract(article)) == list(RulesExtractor().extract(article))
    assert len(made) == 1


def test_a_worker_gets_the_extractor_itself() -> None:
    assert isinstance(pickle.loads(pickle.dumps(LateExtractor(RulesExtractor))), RulesExtractor)
