from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from graph.model import MODALITIES
from graph.resolve.aggregate import Statement, aggregate, origin

NAMES = st.none() | st.sampled_from(["times", "herald", "budanov"])
STATEMENTS = st.lists(
    st.builds(
        Statement,
        modality=st.sampled_from(MODALITIES),
        article=st.sampled_from(["a1", "a2", "a3"]),
        publisher=NAMES,
        speaker=NAMES,
        published=st.none() | st.sampled_from(["2024", "2024-11", "2024-11-05", "2025-01-01"]),
    ),
    max_size=12,
)


def test_one_interview_in_five_papers_is_one_origin() -> None:
    papers = [Statement("reported", f"a{n}", f"paper-{n}", "budanov") for n in range(5)]
    assert (aggregate(papers).origins, aggregate(papers).assertions) == (1, 5)
    own = [Statement("reported", f"a{n}", f"paper-{n}") for n in range(5)]
    assert aggregate(own).origins == 5
    unknown = [Statement("reported", article) for article in ("a1", "a1", "a2")]
    assert aggregate(unknown).origins == 2


def test_a_paper_that_others_quote_is_one_origin_with_itself() -> None:
    said = [Statement("reported", "a1", "times"), Statement("reported", "a2", "herald", "times")]
    assert aggregate(said).origins == 1


def test_modalities_and_dates() -> None:
    totals = aggregate(
        [
            Statement("denied", "a1", published="2025-01-01"),
            Statement("planned", "a2", published="2024-11"),
            Statement("planned", "a3"),
        ]
    )
    assert dict(totals.modalities) == {
        "reported": 0,
        "planned": 2,
        "suspected": 0,
        "requested": 0,
        "denied": 1,
    }
    assert totals.modality == "planned"
    assert (totals.first_reported, totals.last_reported) == ("2024-11", "2025-01-01")
    tie = aggregate([Statement("denied", "a1"), Statement("suspected", "a2")])
    assert tie.modality == "suspected"
    assert (tie.first_reported, tie.last_reported) == (None, None)


def test_nothing_adds_up_to_nothing() -> None:
    assert (aggregate([]).origins, aggregate([]).assertions, aggregate([]).modality) == (0, 0, None)


@given(STATEMENTS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_repetition_adds_no_origin(
    said: list[Statement], dice: random.Random
) -> None:
    totals = aggregate(said)
    shuffled = list(said)
    dice.shuffle(shuffled)
    assert aggregate(shuffled) == totals
    twice = aggregate([*said, *said])
    assert twice.origins == totals.origins <= totals.assertions
    assert twice.assertions == 2 * totals.assertions == sum(number for _, number in twice.modalities)


@given(NAMES, NAMES)
def test_there_is_always_an_origin(speaker: str | None, publisher: str | None) -> None:
    assert origin(speaker, publisher, "a1") == (speaker or publisher or "a1")
