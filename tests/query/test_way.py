"""The best way between two entities: what makes it so, and that a search by parts finds the very same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Assertion, EntityRef, Modality
from graph.query import ClaimFilter, all_claims
from graph.query.neighbours import Neighbours
from graph.query.way import best_way
from graph.store import Batch, Store, open_store
from tests.query.conftest import RESOLVER, article
from tests.query.whole_graph import shortest

_KINDS = {"item": "weapon-system", "place": "place"}


@dataclass(frozen=True)
class Said:
    """What some publishers say: of each role an entity's name."""

    subject: str | None = None
    object: str | None = None
    recipient: str | None = None
    place: str | None = None
    modality: Modality = "reported"
    publishers: tuple[str, ...] = ("Daily",)


def _ref(name: str | None) -> EntityRef | None:
    # "item:x" and "x" have one id: what they stand in is one node.
    kind, _, rest = (name or "").rpartition(":")
    return EntityRef("", rest, _KINDS.get(kind, "company")) if name else None


@contextmanager
def _told(store: Store, said: Sequence[Said]) -> Iterator[Store]:
    """The store with this in it, and with nothing at the end."""
    writes = [
        article(
            f"{number} {publisher}",
            publisher,
            "2024-05-01",
            Assertion(
                "",
                "supplies",
                one.modality,
                f"{number}.",
                0,
                2,
                subject=_ref(one.subject),
                object=_ref(one.object),
                recipient=_ref(one.recipient),
                place=_ref(one.place),
            ),
        )
        for number, one in enumerate(said)
        for publisher in one.publishers
    ]
    named = RESOLVER.entities_for([assertion for write in writes for assertion in write.assertions])
    try:
        store.write(Batch(tuple(writes), named))
        yield store
    finally:
        store.forget([write.article.id for write in writes])


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("way") / "store"), create=True) as store:
        yield store


def _way(store: Store, said: Sequence[Said], one: str, other: str, max_hops: int = 6) -> str:
    with _told(store, said):
        hops = best_way(Neighbours(store, ClaimFilter()), one, other, max_hops=max_hops)
    return " ".join([*(here for here, _, _ in hops), *(there for _, _, there in hops[-1:])])


def test_an_actor_is_nearer_than_a_common_item_and_that_than_a_common_place(empty: Store) -> None:
    by_item = [Said("a", "item:i"), Said("b", "item:i")]
    by_place = [Said("a", place="place:p"), Said("b", place="place:p")]
    by_actors = [Said("a", None, "m"), Said("m", None, "b")]
    assert _way(empty, by_item + by_place + by_actors, "a", "b") == "a m b"
    assert _way(empty, by_item + by_place, "a", "b") == "a i b"
    assert _way(empty, by_place, "a", "b") == "a p b"
    by_more = [Said("a", None, "m"), Said("m", None, "n"), Said("n", None, "b")]
    assert _way(empty, by_item + by_more, "a", "b") == "a m n b"


def test_of_equal_ways_the_first_by_id_is_taken(empty: Store) -> None:
    ways = [Said(one, None, other) for middle in "nmo" for one, other in ((middle, "a"), (middle, "b"))]
    assert _way(empty, ways, "a", "b") == _way(empty, ways[::-1], "a", "b") == "a m b"
    assert _way(empty, [*ways, Said("a", None, "b", modality="denied")], "a", "b") == "a b"


def test_what_is_only_denied_is_twice_as_far(empty: Store) -> None:
    denied = [Said("a", None, "k", modality="denied"), Said("k", None, "b", modality="denied")]
    around = [Said("a", None, "m"), Said("m", None, "b")]
    assert _way(empty, denied, "a", "b") == "a k b"
    assert _way(empty, denied + around, "a", "b") == "a m b"


def test_the_shortest_is_taken_where_the_best_is_too_long(empty: Store) -> None:
    chain = [Said(one, None, other) for one, other in zip("abcde", "bcdef", strict=True)]
    shortcut = [Said("a", place="place:p"), Said("f", place="place:p")]
    assert _way(empty, chain + shortcut, "a", "f") == "a b c d e f"
    assert _way(empty, chain + shortcut, "a", "f", max_hops=4) == "a p f"
    assert _way(empty, chain + shortcut, "a", "f", max_hops=1) == ""


def test_no_way(empty: Store) -> None:
    said = [Said("a", None, "b"), Said("x", None, "y")]
    assert [_way(empty, said, "a", end) for end in ("x", "nobody", "a")] == ["", "", ""]


def test_the_best_of_several_claims_between_two(empty: Store) -> None:
    planned = Said("a", None, "b", modality="planned", publishers=("Daily", "Weekly"))
    item = Said("a", "item:i", "b")
    often = Said("b", "item:k", "a", publishers=("Daily", "Weekly"))
    with _told(empty, [planned, item, often]):
        [(_, claim, _)] = best_way(Neighbours(empty, ClaimFilter()), "a", "b", max_hops=6)
        assert [row.object and row.object.id for row in all_claims(empty) if row.claim == claim] == ["k"]
    with _told(empty, [planned, item]):
        [(_, claim, _)] = best_way(Neighbours(empty, ClaimFilter()), "a", "b", max_hops=6)
        assert [row.object and row.object.id for row in all_claims(empty) if row.claim == claim] == ["i"]


_ACTORS = "abcdefghklmno"
_SAID = st.builds(
    Said,
    subject=st.sampled_from([*_ACTORS, None]),
    object=st.sampled_from([None, None, None, "item:a", "item:i", "item:j"]),
    recipient=st.sampled_from([*_ACTORS, None, None, None]),
    place=st.sampled_from([None, None, None, "place:p", "place:q"]),
    modality=st.sampled_from(["reported", "planned", "denied", "denied"]),
    publishers=st.sampled_from([("Daily",), ("Weekly",), ("Daily", "Weekly")]),
)
_FILTERS = (
    ClaimFilter(),
    ClaimFilter(modality="reported"),
    ClaimFilter(min_origins=2),
    ClaimFilter(since="2025"),
)


@settings(max_examples=40, deadline=None)
@given(
    said=st.lists(_SAID, min_size=7, max_size=24),
    ends=st.lists(st.tuples(*(st.sampled_from([*_ACTORS, "i", "p"]),) * 2), min_size=6, max_size=6),
    max_hops=st.sampled_from([6, 3, 2, 1]),
    filters=st.just(ClaimFilter()) | st.sampled_from(_FILTERS),
)
def test_it_is_what_the_whole_graph_gives(
    empty: Store, said: list[Said], ends: list[tuple[str, str]], max_hops: int, filters: ClaimFilter
) -> None:
    with _told(empty, said):
        claims = list(all_claims(empty, filters=filters))
        for one, other in ends:
            found = best_way(Neighbours(empty, filters), one, other, max_hops=max_hops)
            assert found == shortest(claims, one, other, max_hops), (one, other)
