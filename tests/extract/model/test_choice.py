"""Of two proposals that contradict or echo each other, one stands."""

from __future__ import annotations

from dataclasses import replace

from graph.extract.mentions import Mention
from graph.extract.model.choice import outdone
from graph.extract.model.proposals import Proposal
from graph.extract.model.windows import Spot
from graph.model import EntityRef

IRAN, RUSSIA = EntityRef("iran", "Iran", "state"), EntityRef("russia", "Russia", "state")
DRONES, TANKS = EntityRef("drones", "drones", "weapon-system"), EntityRef("tanks", "tanks", "weapon-system")


def proposal(item: EntityRef, sentence: int = 4) -> Proposal:
    spot = Spot(Mention(item, 0, 1, 0, 1, "noun"), 1, 2, sentence)
    return Proposal(
        4, spot, "supplies", "reported", IRAN, item, RUSSIA, None, 0.9, 0.9, 0.9, 0.9, 0.9, None, 0.0, True
    )


def test_of_two_directions_the_likelier_stands() -> None:
    one = proposal(DRONES)
    back = replace(one, subject=RUSSIA, recipient=IRAN)
    assert outdone([(one, 0.6), (back, 0.8)]) == {0}
    assert outdone([(one, 0.8), (back, 0.8)]) == {1}


def test_an_item_of_the_sentence_itself_goes_before_one_named_earlier() -> None:
    assert outdone([(proposal(TANKS, 3), 0.9), (proposal(DRONES), 0.5)]) == {0}


def test_what_does_not_contradict_stands() -> None:
    one = proposal(DRONES)
    other = replace(proposal(TANKS), subject=RUSSIA, recipient=IRAN)
    elsewhere = replace(one, sentence=7, subject=RUSSIA, recipient=IRAN)
    assert outdone([(one, 0.9), (other, 0.5), (elsewhere, 0.9)]) == set()
