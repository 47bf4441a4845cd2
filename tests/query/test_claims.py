"""show, supplies and the rows of claims."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import QueryRefused
from graph.query import ClaimFilter, all_claims, show, supplies
from graph.query.rows import ClaimRow
from graph.store import Store


def short(rows: Any) -> list[str]:
    """Claims as "subject relation object recipient place"."""
    return [
        " ".join(
            part
            for part in (
                row.subject and row.subject.name,
                row.relation,
                row.object and row.object.name,
                row.recipient and row.recipient.name,
                row.place and row.place.name,
            )
            if part
        )
        for row in rows
    ]


SHELLS = "North Korea supplies artillery shells Russia"
KOKSAN = "North Korea supplies M1989 Koksan Russia"
IRANS = "Iran supplies Shahed-136 Russia"
ACMES = "Acme Works supplies drones Wagner"


def test_a_claim_adds_up_its_assertions(store: Store) -> None:
    shells, koksan = list(supplies(store, supplier="North Korea"))
    assert isinstance(shells, ClaimRow)
    assert short([shells, koksan]) == [SHELLS, KOKSAN]
    # two papers quote one speaker: one origin; the denial is another
    assert (shells.origins, shells.assertions) == (2, 3)
    assert shells.modalities == (("reported", 2), ("denied", 1))
    assert shells.quantities == ("6,000,000 rounds",)
    assert shells.when == ("2023-06/2025-04",)
    assert shells.speakers == ("Kyrylo Budanov", "Russia")
    assert (shells.first_reported, shells.last_reported) == ("2024-11", "2025-06-11")
    assert koksan.quantities == ("120", "about 370")
    assert koksan.speakers == ("Kyrylo Budanov", "Weekly")
    assert koksan.when == ()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [SHELLS, KOKSAN, ACMES, IRANS]),
        ({"limit": 2}, [SHELLS, KOKSAN]),
        ({"limit": 0}, []),
        ({"recipient": "moskau"}, [SHELLS, KOKSAN, IRANS]),
        ({"supplier": "Iran", "recipient": "Russia"}, [IRANS]),
        ({"supplier": "Iran", "recipient": "North Korea"}, []),
        ({"item": "drones"}, [ACMES, IRANS]),  # and every kind of drone
        ({"item": "Geran-2"}, [IRANS]),
        ({"item": "drones", "supplier": "Iran"}, [IRANS]),
        ({"min_origins": 2}, [SHELLS, KOKSAN]),
        ({"modality": "denied"}, [SHELLS]),
        ({"modality": "suspected"}, [IRANS]),
        # the time of the event where it is said, else that of publication, as precise as it is
        ({"since": "2025-06"}, [KOKSAN, ACMES]),
        ({"since": "2025-04-30"}, [SHELLS, KOKSAN, ACMES]),
        ({"until": "2022"}, [ACMES]),
        ({"until": "2022-03"}, [ACMES]),
        ({"until": "2022-02-28"}, []),
        ({"until": "2023-05"}, [ACMES]),
        ({"until": "2023-06"}, [SHELLS, ACMES]),
        ({"since": "2024-11-15", "until": "2024-11-20"}, [SHELLS, ACMES, IRANS]),
        ({"since": "2024-11-15", "until": "2024-11-20", "supplier": "Iran"}, [IRANS]),
        ({"until": "2024-10", "supplier": "Iran"}, []),
        # the denial is of November 2024: one assertion must be of the modality and the time
        ({"modality": "denied", "since": "2025"}, []),
        ({"modality": "denied", "since": "2024-11", "until": "2024-11"}, [SHELLS]),
    ],
)
def test_supplies_lists_what_is_asked_for(store: Store, asked: dict[str, Any], expected: list[str]) -> None:
    assert short(supplies(store, **asked)) == expected


def test_a_date_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(QueryRefused, match="'soon' is not a date"):
        list(supplies(store, since="soon"))


def test_show_goes_both_ways_and_through_every_role(store: Store) -> None:
    assert short(show(store, "Russia")) == [
        SHELLS,
        KOKSAN,
        IRANS,
        "Russia produces Shahed-136 Alabuga",
        "Russia supports Shahed-136 North Korea",
    ]
    assert short(show(store, "Alabuga")) == ["Russia produces Shahed-136 Alabuga"]
    assert short(show(store, "Russia", limit=1)) == [SHELLS]
    assert short(
        show(store, "Russia", filters=ClaimFilter(("produces", "supports"), modality="planned"))
    ) == ["Russia supports Shahed-136 North Korea"]
    assert short(show(store, "GUR")) == []


def test_all_claims_or_those_around_an_entity(store: Store) -> None:
    assert len(short(all_claims(store))) == 7
    assert short(all_claims(store, around="Alabuga")) == ["Russia produces Shahed-136 Alabuga"]
    assert short(all_claims(store, around="Alabuga", hops=2)) == short(show(store, "Russia"))
    everything_near = short(all_claims(store, around="Alabuga", hops=9))
    assert everything_near == [claim for claim in short(all_claims(store)) if claim != ACMES]
    only = ClaimFilter(("produces",))
    assert short(all_claims(store, around="Alabuga", hops=9, filters=only)) == [
        "Russia produces Shahed-136 Alabuga"
    ]
