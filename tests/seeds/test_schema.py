"""Every data file under seeds/ is what seeds/README.md says it is."""

from __future__ import annotations

import string
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from graph.model.ids import alias_key
from seeds.catalogue import KINDS, entities
from seeds.yaml_files import read, records_by_file, seeds_folder
from tests.seeds.label_points import label_points

HERE = Path(__file__).parent
FOLDERS = tuple(KINDS)
FILES = sorted(
    f"{folder}/{file.name}" for folder in FOLDERS for file in (seeds_folder() / folder).glob("*.yaml")
)
# key of an entry -> the kinds that it may point to; None: any actor
REFERENCES: Mapping[str, tuple[str, ...] | None] = {
    "side": ("state", "organisation"),
    "origin": ("state", "organisation"),
    "firm": ("company",),
    "group": ("armed-group",),
    "in": ("state",),
    "country": ("state", "organisation"),
    "part_of": None,
}
# language -> what Unicode's names of its letters begin with
SCRIPTS: Mapping[str, str] = {
    "ar": "ARABIC",
    "fa": "ARABIC",
    "he": "HEBREW",
    "ko": "HANGUL",
    "ru": "CYRILLIC",
    "uk": "CYRILLIC",
    "zh": "CJK",
}


@cache
def data(name: str) -> Any:
    return read(HERE / f"{name}.yaml", f"tests/seeds/{name}.yaml")


def everything() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for folder in FOLDERS:
        for file, entry in records_by_file(seeds_folder(), folder):
            yield folder, file, entry


@pytest.mark.parametrize("file", FILES)
def test_every_entry_follows_the_schema(file: str) -> None:
    folder = file.partition("/")[0]
    schema = {"$defs": data("schema")["$defs"], **data("schema")[folder]}
    validator = Draft202012Validator(schema)
    entries = [entry for name, entry in records_by_file(seeds_folder(), folder) if name == file]
    wrong = [
        f"{entry['id']}: {error.json_path}: {error.message}"
        for entry in entries
        for error in validator.iter_errors(entry)
    ]
    assert entries
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("file", FILES)
def test_every_file_states_its_licence_and_source(file: str) -> None:
    head = (seeds_folder() / file).read_text(encoding="utf-8").partition("\n- ")[0]
    assert head.startswith("#")
    assert "MIT" in head


def test_ids_are_unique_over_all_folders() -> None:
    where = defaultdict(list)
    for _, file, entry in everything():
        where[entry["id"]].append(file)
    assert not {id_: files for id_, files in where.items() if len(files) > 1}


def test_references_point_to_entries_of_the_right_kind() -> None:
    kinds = {entry["id"]: entry["kind"] for _, _, entry in everything()}
    wrong = []
    for _, file, entry in everything():
        for key, allowed in (*REFERENCES.items(), ("kind_of", KINDS["items"])):
            value = entry.get(key)
            for target in [value] if isinstance(value, str) else value or []:
                if kinds.get(target) not in (KINDS["actors"] if allowed is None else allowed):
                    wrong.append(f"{file}, {entry['id']}: {key}: {target} is {kinds.get(target, 'missing')}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("key", ["part_of", "kind_of"])
def test_no_entry_stands_above_itself(key: str) -> None:
    above: dict[str, tuple[str, ...]] = {entity.id: getattr(entity, key) for entity in entities()}

    def ancestors(id_: str, path: tuple[str, ...]) -> None:
        assert id_ not in path, f"{key}: {' -> '.join((*path, id_))}"
        for parent in above.get(id_, ()):
            ancestors(parent, (*path, id_))

    for id_ in above:
        ancestors(id_, ())


def test_every_specific_item_leads_up_to_a_generic_one() -> None:
    items = {entity.id: entity for entity in entities() if entity.label == "Item"}

    def leads_up(id_: str) -> bool:
        return items[id_].generic or any(leads_up(parent) for parent in items[id_].kind_of)

    assert not [id_ for id_ in items if not leads_up(id_)]


def test_no_spelling_belongs_to_two_entities_of_one_label() -> None:
    owners = defaultdict(set)
    for entity in entities():
        for spelling in (entity.name, *(alias.text for alias in entity.aliases)):
            owners[entity.label, alias_key(spelling)].add(entity.id)
    allowed = {(key, tuple(sorted(ids))) for key, ids in data("exceptions")["shared_spellings"].items()}
    shared = {(key, tuple(sorted(ids))) for (_, key), ids in owners.items() if len(ids) > 1}
    assert shared == allowed  # an exception that is no longer needed goes, too


def test_every_spelling_is_in_the_script_of_its_language() -> None:
    """A Latin i in Cyrillic looks right and is not found; of two composed letters it is the same."""
    wrong, looked_at = [], set()
    for entity in entities():
        for alias in entity.aliases:
            text = alias.text.lstrip(string.ascii_uppercase) if alias.language == "ko" else alias.text
            script = SCRIPTS.get(alias.language)
            looked_at.add(alias.language)
            if text != unicodedata.normalize("NFC", text) or (
                script and not all(unicodedata.name(c).startswith(script) for c in text if c.isalpha())
            ):
                wrong.append((entity.id, alias))
    assert not wrong
    assert looked_at >= set(SCRIPTS)


def test_every_spelling_has_a_letter_or_digit() -> None:
    assert not [
        (entity.id, spelling)
        for entity in entities()
        for spelling in (entity.name, *(alias.text for alias in entity.aliases))
        if not alias_key(spelling)
    ]


def test_every_state_of_the_world_is_there() -> None:
    states = {entry["id"]: entry for _, _, entry in everything() if entry["kind"] == "state"}
    codes = [entry["iso"] for entry in states.values() if "iso" in entry]
    territories = {str(code) for code in Locale("en").territories}  # world regions are numbers
    wanted = {code for code in territories if len(code) == 2 and code.isalpha()}
    wanted -= {code for line in data("exceptions")["no_states"] for code in line}
    assert set(codes) == wanted
    assert len(codes) == len(set(codes)) == 197
    assert {id_ for id_, entry in states.items() if "iso" not in entry} == set(
        data("exceptions")["historic_states"]
    )


def test_every_state_stands_where_natural_earth_writes_its_name() -> None:
    points = label_points()
    states = [entry for _, _, entry in everything() if entry["kind"] == "state"]
    wrong = [
        entry["id"]
        for entry in states
        if "lat" not in entry
        or "lon" not in entry
        or ("iso" in entry and points[entry["iso"]] != (entry["lat"], entry["lon"]))
    ]
    assert not wrong


@pytest.mark.parametrize("language", ["en", "de", *SCRIPTS])
def test_states_bear_the_names_that_unicode_gives_them(language: str) -> None:
    """A wrong or swapped name (Niger, Nigeria) would show; a few differ in style alone."""
    territories = Locale(language).territories
    missing, compared = [], 0
    for _, _, entry in everything():
        names = entry.get("names", {})
        if "iso" not in entry or (language in SCRIPTS and language not in names):
            continue
        compared += 1
        own = {entry["name"], *names.get("mul", ()), *names.get(language, ())}
        if alias_key(territories[entry["iso"]]) not in {alias_key(name) for name in own}:
            missing.append(entry["id"])
    assert compared >= 60
    assert len(missing) <= 10, missing


def test_every_state_has_a_german_name_and_nearly_every_one_an_adjective() -> None:
    states = [entry for _, _, entry in everything() if entry["kind"] == "state"]
    assert not [entry["id"] for entry in states if not entry.get("names", {}).get("de")]
    assert sum(bool(entry.get("adjectives", {}).get("de")) for entry in states) >= 190


@pytest.mark.parametrize(
    ("kinds", "least"),
    [
        (KINDS["items"], 250),
        (("organisation", "company", "armed-group", "military-unit"), 150),
        (("person",), 60),
        (("publisher",), 80),
        (("place",), 200),
    ],
)
def test_there_is_enough_of_everything(kinds: tuple[str, ...], least: int) -> None:
    assert sum(entry["kind"] in kinds for _, _, entry in everything()) >= least


def test_persons_have_an_office_and_a_side() -> None:
    persons = [entry for _, _, entry in everything() if entry["kind"] == "person"]
    assert not [entry["id"] for entry in persons if not ("office" in entry and "side" in entry)]


def test_places_lie_near_their_state() -> None:
    """Swapped or mistyped coordinates land far from the other places of the state."""
    points = defaultdict(list)
    for _, _, entry in everything():
        if entry["kind"] == "place" and "in" in entry:
            points[entry["in"]].append((entry["id"], float(entry["lat"]), float(entry["lon"])))
    far = []
    for state, places in points.items():
        if len(places) < 5 or state in data("exceptions")["scattered_states"]:
            continue
        middle_lat = sorted(lat for _, lat, _ in places)[len(places) // 2]
        middle_lon = sorted(lon for _, _, lon in places)[len(places) // 2]
        far += [id_ for id_, lat, lon in places if abs(lat - middle_lat) > 12 or abs(lon - middle_lon) > 20]
    assert not far
