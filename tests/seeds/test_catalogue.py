"""The reader of seeds/: what it makes of good files, and what it says of broken ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SeedError
from graph.model.ids import alias_key
from seeds import catalogue
from seeds.yaml_files import read, records_by_file, seeds_folder

GOOD = """
- id: shahed-136
  name: Shahed-136
  kind: weapon-system
  category: missiles
  kind_of: [drones]
  maker: [HESA, Alabuga]
  origin: iran
  calibre_mm: 155
  names: {mul: [Geran-2, 2026], de: [Schahed-136, Geran-2]}
- id: drones
  name: drones
  kind: weapon-system
  generic: true
  nouns: {de: [Drohne, Geschoss/Geschosse], en: [drone]}
"""


def write(root: Path, file: str, text: str) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def found(name: str) -> set[str]:
    key = alias_key(name)
    return {
        entity.id
        for entity in catalogue.entities()
        if key in {alias_key(spelling) for spelling in (entity.name, *(a.text for a in entity.aliases))}
    }


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("pjöngjang", "north-korea"),
        ("DVRK", "north-korea"),
        ("KNDR", "north-korea"),
        ("КНДР", "north-korea"),
        ("North Korea", "north-korea"),
        ("Kreml", "russia"),
        ("das Weiße Haus"[4:], "united-states"),
        ("U.S.", "united-states"),
        ("Vereinigte Arabische Emirate", "united-arab-emirates"),
        ("Brüssel", "european-union"),
        ("Tschassiw Jar", "chasiv-yar"),
        ("Straße von Hormus", "strait-of-hormuz"),
    ],
)
def test_entities_are_found_by_what_news_call_them(name: str, id_: str) -> None:
    assert found(name) == {id_}


def test_adjectives_and_peoples_are_not_names() -> None:
    assert not found("nordkoreanisch") | found("Nordkoreaner")


def test_it_reads_once() -> None:
    assert catalogue.entities() is catalogue.entities()
    assert catalogue.publishers() is catalogue.publishers()


def test_norway_is_not_false() -> None:
    norway = next(entity for entity in catalogue.entities() if entity.id == "norway")
    assert dict(norway.extra) == {"iso": "NO"}


def test_an_entity_has_what_its_entry_says(tmp_path: Path) -> None:
    shahed, drones = catalogue.entities_in(write(tmp_path, "items/a.yaml", GOOD))
    assert shahed.kind_of == ("drones",)
    assert shahed.category == "missiles"
    assert shahed.calibre_mm == 155.0
    assert not shahed.generic
    assert [(alias.text, alias.language) for alias in shahed.aliases] == [
        ("Geran-2", "mul"),
        ("2026", "mul"),
        ("Schahed-136", "de"),
        ("Geran-2", "de"),
    ]
    assert dict(shahed.extra) == {"maker": "HESA; Alabuga", "origin": "iran"}
    assert drones.generic
    assert [alias.text for alias in drones.aliases] == ["Drohne", "Geschoss", "drone"]


def test_an_office_is_shown_in_english(tmp_path: Path) -> None:
    person = (
        "- id: p\n  name: P\n  kind: person\n  office: {de: [Präsident], en: [president, former premier]}\n"
    )
    (entity,) = catalogue.entities_in(write(tmp_path, "actors/p.yaml", person))
    assert dict(entity.extra) == {"office": "president; former premier"}


def test_a_publisher_has_what_its_entry_says(tmp_path: Path) -> None:
    text = (
        "- {id: bote, name: Der Bote, kind: publisher, country: germany, type: newspaper, reliability: C,\n"
        "   domains: [Bote.Example], names: {de: [Bote], en: [Bote]}}\n- {id: x, name: X, kind: publisher}\n"
    )
    bote, bare = catalogue.publishers_in(write(tmp_path, "publishers/b.yaml", text))
    assert (bote.country, bote.type, bote.reliability) == ("germany", "newspaper", "C")
    assert (bote.domains, bote.names) == (("bote.example",), ("Bote",))
    assert (bare.country, bare.reliability) == (None, "F")


def test_all_files_of_a_folder_are_read_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        write(
            tmp_path, f"places/{name}.yaml", f"- {{id: {name}, name: {name}, kind: place, lat: 1, lon: 2.5}}"
        )
    write(tmp_path, "places/empty.yaml", "# nothing yet\n")
    write(tmp_path, "places/notes.txt", "not data")
    assert [(place.id, place.lat, place.lon) for place in catalogue.entities_in(tmp_path)] == [
        ("a", 1.0, 2.5),
        ("b", 1.0, 2.5),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: b", "must be a list of entries"),
        ("- just words", "entry 1: must be 'key: value' lines"),
        ("- {name: X, kind: state}", "entry 1: 'id' is missing"),
        ("- {id: x, kind: state}", "x: 'name' is missing"),
        ("- {id: x, name: 5, kind: state}", "x: 'name' is missing or not a text"),
        ("- {id: x, name: X, kind: planet}", "x: kind 'planet' must be one of state, "),
        ("- {id: x, name: X, kind: place}", "x: kind 'place' must be one of state, "),
        ("- {id: Łódź, name: X, kind: state}", "Łódź: an id has only small letters"),
        ("- {id: x, name: X, kind: state, names: [Y]}", "x: 'names' must be lists by language"),
        ("- {id: x, name: X, kind: state, names: {de: Y}}", "x: 'names', de: must be a list"),
        ("- {id: x, name: X, kind: state, names: {de: [[Y]]}}", "x: 'names', de: not a word"),
        ("- {id: x, name: X, kind: state, names: {de: ['']}}", "x: 'names', de: not a word"),
        ("- {id: x, name: X, kind: state, part_of: y}", "x: 'part_of' must be a list"),
        ("- {id: x, name: X, kind: state, lat: north}", "x: 'lat' must be a number"),
        (
            "- {id: x, name: X, kind: state}\n- {id: x, name: Y, kind: state}",
            "x: this id stands in seeds/actors/",
        ),
        ("- id: x\n  id: y", "key 'id' twice"),
        ("- {id: x", "not YAML: "),
    ],
)
def test_a_broken_file_is_named_with_the_entry(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SeedError, match=re.escape(says)) as error:
        catalogue.entities_in(write(tmp_path, "actors/broken.yaml", text))
    assert str(error.value).startswith("seeds/actors/broken.yaml")
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    write(tmp_path, "actors/old.yaml", "")
    (tmp_path / "actors/old.yaml").write_bytes("- {id: x, name: Türkei, kind: state}".encode("cp1252"))
    with pytest.raises(SeedError, match=r"seeds/actors/old\.yaml: not UTF-8"):
        catalogue.entities_in(tmp_path)


def test_the_same_id_in_two_folders_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "actors/a.yaml", "- {id: x, name: X, kind: state}")
    write(tmp_path, "places/p.yaml", "- {id: x, name: X, kind: place}")
    with pytest.raises(SeedError, match=r"places/p\.yaml, x: this id stands in seeds/actors/a\.yaml already"):
        catalogue.entities_in(tmp_path)


def test_no_folder_is_no_entries(tmp_path: Path) -> None:
    assert catalogue.entities_in(tmp_path) == ()
    assert catalogue.publishers_in(tmp_path) == ()


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("yes", "yes"),
        ("null", "null"),
        ("Null", "Null"),
        ("2024-11-05", "2024-11-05"),
        ("12:30", "12:30"),
        ("1e5", "1e5"),
        ("007", "007"),
        (".50", ".50"),
        ("2S19", "2S19"),
        ("155", 155),
        ("-8.5", -8.5),
        ("true", True),
        ("~", None),
        ("", None),
    ],
)
def test_words_stay_words(tmp_path: Path, word: str, value: object) -> None:
    write(tmp_path, "a.yaml", f"key: {word}\n")
    assert read(tmp_path / "a.yaml", "a.yaml") == {"key": value}


@given(
    st.from_regex(r"[A-Za-zÄÖÜäöüß]{1,12}", fullmatch=True).filter(lambda word: word not in ("true", "false"))
)
def test_every_bare_word_is_text(word: str) -> None:
    import yaml  # noqa: PLC0415

    from seeds.yaml_files import _WordLoader  # noqa: PLC0415

    assert yaml.load(f"[{word}]", Loader=_WordLoader) == [word]


def test_word_lists_are_mappings_and_a_missing_one_is_named() -> None:
    assert catalogue.lexicon("de", "numbers")
    assert catalogue.lexicon("", "patterns")
    with pytest.raises(SeedError, match=r"seeds/lexicon/de/nothing\.yaml: no such file"):
        catalogue.lexicon("de", "nothing")


def test_the_articles_of_the_demo_are_files_in_order() -> None:
    paths = catalogue.article_paths()
    assert all(path.is_file() for path in paths)
    assert list(paths) == sorted(paths)


def test_records_are_the_entries_as_they_stand() -> None:
    korea = next(entry for entry in catalogue.records("actors") if entry["id"] == "north-korea")
    assert korea["adjectives"]["de"] == ["nordkoreanisch"]
    assert len(catalogue.records("actors")) == len(records_by_file(seeds_folder(), "actors"))


@pytest.mark.parametrize(
    "name", ["DVRK", "shahed-136", "Pjöngjang", "SCHAHED 136", "Haubitze", "GUR", "Odessa"]
)
def test_what_is_called_so_is_found_as_among_all(name: str) -> None:
    key = alias_key(name)
    among_all = {
        entity.id
        for entity in catalogue.entities()
        if entity.id == name
        or key in map(alias_key, (entity.name, *(alias.text for alias in entity.aliases)))
    }
    assert among_all
    assert {entity.id for entity in catalogue.entities_called(name)} == among_all


@pytest.mark.parametrize("name", ["", "!?", "Nordkorae"])
def test_what_nothing_is_called(name: str) -> None:
    assert catalogue.entities_called(name) == ()
