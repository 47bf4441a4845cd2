"""Parts of the graph: the best attested claims, how many there are in all, and names that hold some words."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graph.query import (
    ClaimFilter,
    all_claims,
    around,
    between,
    categories,
    claim_counts,
    claims_named,
    evidence_by_claim,
    evidence_sample,
    path,
    search,
    strongest,
    supplies,
)
from graph.query.rows import ClaimRow
from graph.store import Store

ALL = ClaimFilter()


def short(claims: Iterable[ClaimRow]) -> list[str]:
    return [" ".join(ref.name for _, ref in claim.roles) + f" {claim.relation}" for claim in claims]


def test_the_strongest_are_chosen_by_origins_then_flows_first(store: Store) -> None:
    part = strongest(store, ALL, 2)
    assert part.number == 7
    assert short(part.claims) == [
        "North Korea artillery shells Russia supplies",
        "North Korea M1989 Koksan Russia supplies",
    ]
    rest = strongest(store, ALL, 5).claims[2:]
    assert {claim.relation for claim in rest} == {"supplies", "supports"}, "production comes later"
    assert set(strongest(store, ALL, 99).claims) == set(all_claims(store))


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        (ClaimFilter(("produces", "supports")), 3),
        (ClaimFilter(modality=("planned", "suspected")), 2),
        (ClaimFilter(modality="denied"), 1),
        (ClaimFilter(categories=("Artillery",)), 2),
        (ClaimFilter(categories=("-",)), 5),
        (ClaimFilter(categories=("-", "Artillery")), 7),
        (ClaimFilter(grades=("B",)), 6),
        (ClaimFilter(grades=("-",)), 2),
        (ClaimFilter(grades=("-",), modality="suspected"), 1),
        (ClaimFilter(grades=("A",)), 0),
        (ClaimFilter(min_origins=2), 2),
        (ClaimFilter(since="2024-06", until="2024-12"), 4),
        (ClaimFilter(("' OR true //",)), 0),  # type: ignore[arg-type]
        (ClaimFilter(categories=("'} OR true //",)), 0),
    ],
)
def test_filters_hold_for_what_is_given_and_for_the_number(
    store: Store, filters: ClaimFilter, number: int
) -> None:
    part = strongest(store, filters, 1)
    assert (len(part.claims), part.number) == (min(1, number), number)
    assert len(strongest(store, filters, 99).claims) == number


def test_around_an_entity_and_between_two(store: Store) -> None:
    assert around(store, "russia", ALL, 1).number == 5
    assert short(around(store, "alabuga", ALL, 9).claims) == ["Russia Shahed-136 Alabuga produces"]
    assert around(store, "drones", ALL, 9).number == 1
    assert around(store, "drones", ALL, 1, with_kinds=True).number == 4, "kinds of it, too"
    assert around(store, "nobody", ALL, 9).claims == ()
    assert between(store, "russia", "north-korea", ALL, 1).number == 3
    assert short(between(store, "iran", "russia", ALL, 9).claims) == ["Iran Shahed-136 Russia supplies"]
    assert between(store, "iran", "germany", ALL, 9).number == 0


def test_claims_by_their_ids_and_how_many_an_entity_has(store: Store) -> None:
    wanted = list(supplies(store, supplier="Iran"))
    assert claims_named(store, [claim.claim for claim in wanted] + ["none"]) == wanted
    assert claim_counts(store, ["russia", "iran", "nobody"]) == {"iran": 1, "russia": 5}
    assert categories(store) == ("Artillery",)


def test_a_sample_has_the_first_of_many_and_all_of_few(store: Store) -> None:
    claims = list(all_claims(store))
    whole = evidence_by_claim(store, claims)
    assert evidence_sample(store, claims, 9) == whole
    cut = evidence_sample(store, claims, 1)
    assert {claim: len(rows) for claim, rows in cut.items()} == dict.fromkeys(whole, 1)
    assert all(whole[claim][0] == rows[0] for claim, rows in cut.items())


def test_search_by_a_part_of_any_name(store: Store) -> None:
    def found(words: str) -> list[tuple[str, str]]:
        return [(one.entity.id, one.by) for one in search(store, words, 9)]

    assert found("DVRK") == [("north-korea", "DVRK")]
    assert found("korea") == [("north-korea", "")]
    assert found("geran 2") == [("shahed-136", "Geran-2")]
    assert found("r")[0] == ("russia", ""), "what begins so, and has most claims"
    assert found("moskäu") == [("russia", "Moskau")]
    assert found("") == found(" -/() ") == found("' OR true") == []
    assert len(search(store, "r", 1)) == 1


def test_a_path_uses_what_passes_alone(store: Store) -> None:
    assert [step.target.id for step in path(store, "iran", "north-korea")] == ["russia", "north-korea"]
    assert list(path(store, "iran", "north-korea", filters=ClaimFilter(min_origins=2))) == []
