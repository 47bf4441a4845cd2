"""What a proposal's confidence is, beside what its own scores tell."""

from __future__ import annotations

from dataclasses import replace

from graph.extract.framing import Frame
from graph.extract.model.proposals import Proposal
from graph.extract.model.weighing import going_on
from graph.extract.rules import RulesExtractor
from graph.model import Article, EntityRef

FRANCE, UKRAINE = EntityRef("france", "France", "state"), EntityRef("ukraine", "Ukraine", "state")
ARMS, GUNS = EntityRef("weapons", "weapons", "weapon-system"), EntityRef("guns", "guns", "weapon-system")
FRAME = Frame("supplies", "reported", FRANCE, GUNS, 2, UKRAINE, None, None, 0.6)
GOES_ON = replace(FRAME, goes_on=True)


def proposal(sentence: int, item: EntityRef, frame: Frame | None = None) -> Proposal:
    return Proposal(
        *(sentence, None, "supplies", "reported", FRANCE, item, UKRAINE, None, 0.9, 0.9, 0.9, 0.9, 0.9),
        *(None, 0.0, True),
        frame=frame,
    )


def test_what_goes_on_is_as_sure_as_what_it_goes_on_with() -> None:
    found = [proposal(3, ARMS), proposal(4, GUNS, GOES_ON)]
    assert going_on(found, [0.8, 0.1], [0]) == {1: 0.8}
    assert going_on(found, [0.8, 0.9], [0, 1]) == {1: 0.9}


def test_it_goes_on_with_nothing_that_does_not_count_or_is_far_or_other() -> None:
    guns = proposal(4, GUNS, GOES_ON)
    assert going_on([proposal(3, ARMS), guns], [0.4, 0.1], []) == {}
    assert going_on([proposal(1, ARMS), guns], [0.8, 0.1], [0]) == {}
    assert going_on([replace(proposal(3, ARMS), recipient=None), guns], [0.8, 0.1], [0]) == {}
    assert going_on([proposal(3, ARMS), proposal(4, GUNS, FRAME)], [0.8, 0.1], [0]) == {}


def test_the_rules_tell_which_sentence_goes_on() -> None:
    text = "France gave Ukraine artillery. These include 30 howitzers. Poland gave Ukraine 14 tanks."
    article = Article(id="a", text=text, content_hash="", language="en")
    frames = [f for a in RulesExtractor().analyses(article) for step in a.steps for f in step.frames]
    assert [(f.item.name if f.item else "", f.goes_on) for f in frames] == [
        ("artillery", False),
        ("howitzers", True),
        ("tanks", False),
    ]
