"""Of two proposals that contradict or echo each other, one stands."""

from __future__ import annotations

from dataclasses import replace

from graph.extract.mentions import Mention
from graph.extract.model.choice import outdone
from graph.extract.model.proposals import Here, Proposal
from graph.extract.model.windows import Spot
from graph.model import EntityRef

IRAN, RUSSIA = EntityRef("iran", "Iran", "state"), EntityRef("russia", "Russia", "state")
DRONES, TANKS = EntityRef("drones", "drones", "weapon-system"), EntityRef("tanks", "tanks", "weapon-system")

SIDES = {"houthis": "yemen"}


def proposal(item: EntityRef, sentence: int = 4) -> Proposal:
    spot = Spot(Mention(item, 0, 1, 0, 1, "noun"), 1, 2, sentence)
    return Proposal(
        4, spot, "supplies", "reported", IRAN, item, RUSSIA, None, 0.9, 0.9, 0.9, 0.9, 0.9, None, 0.0, True
    )


def test_of_two_directions_the_likelier_stands() -> None:
    one = proposal(DRONES)
    back = replace(one, subject=RUSSIA, recipient=IRAN)
    assert outdone([(one, 0.6), (back, 0.8)], SIDES) == {0}
    assert outdone([(one, 0.8), (back, 0.8)], SIDES) == {1}


def test_an_item_of_the_sentence_itself_goes_before_one_named_earlier() -> None:
    assert outdone([(proposal(TANKS, 3), 0.9), (proposal(DRONES), 0.5)], SIDES) == {0}


def test_what_does_not_contradict_stands() -> None:
    one = proposal(DRONES)
    other = replace(proposal(TANKS), subject=RUSSIA, recipient=IRAN)
    elsewhere = replace(one, sentence=7, subject=RUSSIA, recipient=IRAN)
    assert outdone([(one, 0.9), (other, 0.5), (elsewhere, 0.9)], SIDES) == set()


def test_a_state_gives_way_to_its_own_group() -> None:
    group = replace(proposal(DRONES), recipient=EntityRef("houthis", "Houthis", "armed-group"))
    state = replace(group, recipient=EntityRef("yemen", "Yemen", "state"))
    assert outdone([(state, 0.9), (group, 0.5)], SIDES) == {0}
    assert outdone([(state, 0.9), (replace(group, item=TANKS), 0.5)], SIDES) == set()


def test_who_is_only_implied_gives_way_to_one_who_is_named() -> None:
    named = replace(proposal(DRONES), here=Here(True, False, True))
    implied = replace(named, subject=EntityRef("belarus", "Belarus", "state"), here=Here(False, False, True))
    assert outdone([(implied, 0.9), (named, 0.5)], SIDES) == {0}
    assert outdone([(implied, 0.9), (replace(named, item=TANKS), 0.5)], SIDES) == set()
    other = replace(implied, subject=IRAN, recipient=EntityRef("mali", "Mali", "state"))
    assert outdone([(other, 0.9), (replace(named, here=Here(True, True, True)), 0.5)], SIDES) == {0}
    assert outdone([(replace(implied, here=named.here), 0.9), (named, 0.5)], SIDES) == set()
