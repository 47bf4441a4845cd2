"""Names of entities: any spelling, near misses, several of one name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import AmbiguousEntity, UnknownEntity
from graph.model import Alias, Entity
from graph.query import entity, find_entity
from graph.query.search import search
from graph.store import Batch, Store, open_store


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("north-korea", "north-korea"),
        ("North Korea", "north-korea"),
        ("NORDKOREA", "north-korea"),
        (" dvrk ", "north-korea"),
        ("Shahed 136", "shahed-136"),
        ("geran 2", "shahed-136"),
        ("acme works", "acme-works"),
        ("actor:wagner", "wagner"),
    ],
)
def test_an_entity_is_found_by_any_name(store: Store, name: str, found: str) -> None:
    assert find_entity(store, name).id == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Drohnen", "drones"),
        ("Granaten", "artillery-shells"),
        ("Soldaten", "soldiers"),
        ("Nordkoreas", "north-korea"),
    ],
)
def test_a_plural_finds_its_singular(store: Store, name: str, found: str) -> None:
    assert find_entity(store, name).id == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Pjoengjang", "north-korea"),
        ("Tuerkei", "turkey"),  # from the catalogue
        ("Suedkoreas", "south-korea"),
        ("Artilleriegeschuetze", "artillery-pieces"),
        ("Israelische Streitkraefte", "israel-defense-forces"),
    ],
)
def test_umlauts_may_be_written_with_an_e(store: Store, name: str, found: str) -> None:
    assert find_entity(store, name).id == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("中国", "china"),
        ("إيران", "iran"),
        ("איראן", "iran"),
        ("کره شمالی", "north-korea"),
        ("북한", "north-korea"),
        ("КНДР", "north-korea"),
        ("Росія", "russia"),
        ("한화", "hanwha"),
        ("أنصار الله", "houthis"),
        ("大疆", "dji"),
    ],
)
def test_names_are_found_in_their_own_script(store: Store, name: str, found: str) -> None:
    assert find_entity(store, name).id == found


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Pjoengjang", "Pjöngjang"),
        ("nordkor", "Nordkorea"),
        ("Drohnen", "Drohne"),
        ("Nordkoreas", "Nordkorea"),
    ],
)
def test_the_search_finds_them_too(store: Store, words: str, first: str) -> None:
    assert search(store, words, 5)[0].by == first


@pytest.mark.parametrize(
    ("name", "near"),
    [("Nordkorae", "Nordkorea"), ("Budanov Kyrylo", "Kyrylo Budanov"), ("Shaheed", "Shahed-136")],
)
def test_a_typo_suggests(store: Store, name: str, near: str) -> None:
    with pytest.raises(UnknownEntity) as caught:
        find_entity(store, name)
    assert near in caught.value.nearest
    assert len(caught.value.nearest) <= 5


def test_what_the_store_has_is_suggested_first(store: Store) -> None:
    with pytest.raises(UnknownEntity) as caught:
        find_entity(store, "Shaheed")
    assert caught.value.nearest[0] == "Shahed-136"
    with pytest.raises(UnknownEntity) as caught:
        find_entity(store, "Brazill")  # in the catalogue alone
    assert "Brazil" in caught.value.nearest


@pytest.mark.parametrize("name", ["", "  ", "!?", "zzqxv", "item:wagner", "' OR 1=1 //", "\ud800"])
def test_what_is_no_name_is_unknown(store: Store, name: str) -> None:
    with pytest.raises(UnknownEntity):
        find_entity(store, name)


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    entities = (
        Entity("wagner", "Wagner", "armed-group"),
        Entity("wagner", "Wagner", "weapon-system"),
        Entity("koh", "Kim Koh", "person", aliases=(Alias("Kim"),)),
        Entity("bo", "Kim Bo", "person", aliases=(Alias("Kim"),)),
        Entity("lee", "Lee", "person"),
        Entity("lee-corp", "Lee Corp", "company", aliases=(Alias("LEE"),)),
    )
    with open_store(str(tmp_path_factory.mktemp("twins") / "store"), create=True) as opened:
        opened.write(Batch(entities=entities))
        yield opened


def test_several_of_one_name_are_listed(twins: Store) -> None:
    with pytest.raises(AmbiguousEntity) as caught:
        find_entity(twins, "KIM")
    assert caught.value.candidates == ("bo (Kim Bo, person)", "koh (Kim Koh, person)")
    assert str(caught.value).startswith("'KIM' names several entities: bo (Kim Bo, person)")


def test_an_own_name_wins_over_an_alias(twins: Store) -> None:
    assert find_entity(twins, "lee").id == "lee"


def test_one_id_with_two_labels_is_told_apart_by_the_label(twins: Store) -> None:
    with pytest.raises(AmbiguousEntity) as caught:
        find_entity(twins, "wagner")
    assert caught.value.candidates == (
        "actor:wagner (Wagner, armed-group)",
        "item:wagner (Wagner, weapon-system)",
    )
    assert find_entity(twins, "item:Wagner").kind == "weapon-system"


def test_what_only_the_catalogue_knows_is_no_error(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "empty"), create=True) as empty:
        row = entity(empty, "Pjöngjang")
        assert (row.entity.id, row.claims) == ("north-korea", ())


def test_an_entity_tells_its_names_and_roles(store: Store) -> None:
    row = entity(store, "russia")
    assert row.aliases == ("Moskau", "Russland")
    assert row.claims == (
        ("supplies as recipient", 3),
        ("produces as subject", 1),
        ("supports as subject", 1),
    )
    assert entity(store, "Alabuga").claims == (("produces as place", 1),)
