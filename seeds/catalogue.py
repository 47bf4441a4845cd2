"""What the project knows beforehand: entities, publishers and word lists, read from seeds/.

>>> [entity.id for entity in entities() if entity.name == "North Korea"]
['north-korea']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import SeedError
from graph.model import ACTOR_KINDS, ITEM_KINDS, PLACE_KINDS, Alias, Entity
from graph.model.ids import alias_key
from seeds.publishers import Publisher
from seeds.yaml_files import Record, read, records_by_file, seeds_folder

KINDS: Mapping[str, tuple[str, ...]] = {
    "actors": ACTOR_KINDS,
    "items": ITEM_KINDS,
    "places": PLACE_KINDS,
    "publishers": ("publisher",),
}
"""The folders of entries and the kinds that each may hold."""

_EXTRA = ("iso", "maker", "origin", "side", "office", "in", "type")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def records(name: str) -> tuple[Record, ...]:
    """The entries of one folder as they stand in its files.

    Args:
        name: "actors", "items", "places" or "publishers".

    Raises:
        SeedError: a file is broken.
    """
    return tuple(entry for _, entry in records_by_file(seeds_folder(), name))


@cache
def entities() -> tuple[Entity, ...]:
    """Every actor, item and place, in the order of the files.

    Raises:
        SeedError: a file is broken, or two entries have the same id.
    """
    return entities_in(seeds_folder())


def entities_in(root: Path) -> tuple[Entity, ...]:
    """Every entity of root/actors, root/items and root/places, as `entities`."""
    seen: dict[str, str] = {}
    found: list[Entity] = []
    for name in ("actors", "items", "places"):
        for file, entry in records_by_file(root, name):
            _check_head(name, file, entry, seen)
            found.append(_entity(file, entry))
    return tuple(found)


def entities_called(name: str) -> tuple[Entity, ...]:
    """The entities that have this id, else those that have this name, without reading all the others.

    Raises:
        SeedError: a file with these words in it is broken.

    >>> [entity.id for entity in entities_called("DVRK")]
    ['north-korea']
    """
    key = alias_key(name)
    if not key:
        return ()
    found = [
        _entity(file, entry)
        for folder in ("actors", "items", "places")
        for file, entry in records_by_file(seeds_folder(), folder, key)
    ]
    by_id = tuple(entity for entity in found if entity.id == name)
    return by_id or tuple(
        entity
        for entity in found
        if key in (alias_key(entity.name), *(alias_key(alias.text) for alias in entity.aliases))
    )


@cache
def publishers() -> tuple[Publisher, ...]:
    """Every publisher, in the order of the files.

    Raises:
        SeedError: a file is broken, or two entries have the same id.
    """
    return publishers_in(seeds_folder())


def publishers_in(root: Path) -> tuple[Publisher, ...]:
    """Every publisher of root/publishers, as `publishers`."""
    seen: dict[str, str] = {}
    found: list[Publisher] = []
    for file, entry in records_by_file(root, "publishers"):
        _check_head("publishers", file, entry, seen)
        found.append(
            Publisher(
                id=entry["id"],
                name=entry["name"],
                country=_text(entry.get("country")),
                type=_text(entry.get("type")),
                reliability=_text(entry.get("reliability")) or "F",
                domains=tuple(domain.casefold() for domain in _texts(file, entry, "domains")),
                names=tuple(dict.fromkeys(word for _, word in _by_language(file, entry, "names"))),
            )
        )
    return tuple(found)


@cache
def lexicon(language: str, name: str) -> Mapping[str, Any]:
    """One word list: seeds/lexicon/<language>/<name>.yaml; language "" for lists of no language.

    Raises:
        SeedError: there is no such list, or it is not a mapping.
    """
    shown_as = "/".join(part for part in ("lexicon", language, f"{name}.yaml") if part)
    content = read(seeds_folder() / shown_as, shown_as)
    if not isinstance(content, dict):
        raise SeedError(f"seeds/{shown_as}: must be a mapping ('key: value' lines)")
    return content


def article_paths() -> tuple[Path, ...]:
    """The articles written for this project, with which the demo runs, by file name."""
    here = seeds_folder() / "articles"
    if not here.is_dir():
        return ()
    return tuple(
        sorted(path for path in here.iterdir() if path.is_file() and path.suffix not in {".md", ".py"})
    )


def _check_head(name: str, file: str, entry: Record, seen: dict[str, str]) -> None:
    which = f"seeds/{file}, {entry['id']}"
    if not _ID.fullmatch(entry["id"]):
        raise SeedError(f"{which}: an id has only small letters a-z, digits and hyphens")
    if entry["kind"] not in KINDS[name]:
        raise SeedError(f"{which}: kind {entry['kind']!r} must be one of {', '.join(KINDS[name])}")
    if entry["id"] in seen:
        raise SeedError(f"{which}: this id stands in seeds/{seen[entry['id']]} already")
    seen[entry["id"]] = file


def _entity(file: str, entry: Record) -> Entity:
    return Entity(
        id=entry["id"],
        name=entry["name"],
        kind=entry["kind"],
        aliases=tuple(dict.fromkeys(_aliases(file, entry))),
        part_of=_texts(file, entry, "part_of"),
        kind_of=_texts(file, entry, "kind_of"),
        category=_text(entry.get("category")),
        calibre_mm=_number(file, entry, "calibre_mm"),
        generic=entry.get("generic") is True,
        lat=_number(file, entry, "lat"),
        lon=_number(file, entry, "lon"),
        extra=tuple(_extra(file, entry)),
    )


def _aliases(file: str, entry: Record) -> Iterator[Alias]:
    """Other spellings, capitals and metonyms; and the nouns of a generic item."""
    for key in ("names", "names_in_context", "capital", "metonyms"):
        for language, word in _by_language(file, entry, key):
            yield Alias(word, language)
    for language, word in _by_language(file, entry, "nouns"):
        yield Alias(word.partition("/")[0], language)  # "Geschoss/Geschosse": the plural is for the reader


def _extra(file: str, entry: Record) -> Iterator[tuple[str, str]]:
    for key in _EXTRA:
        value = entry.get(key)
        if isinstance(value, dict):  # office: a text for display, so one language
            words = [word for language, word in _by_language(file, entry, key) if language == "en"]
            value = "; ".join(words)
        elif isinstance(value, list):
            value = "; ".join(_texts(file, entry, key))
        if value is not None and value != "":
            yield key, str(value)


def _by_language(file: str, entry: Record, key: str) -> Iterator[tuple[str, str]]:
    """(language, word) pairs of a value such as {de: [Kreml], en: [Kremlin]}."""
    value = entry.get(key) or {}
    if not isinstance(value, dict):
        raise SeedError(f"seeds/{file}, {entry['id']}: '{key}' must be lists by language, is {value!r}")
    for language, words in value.items():
        if not isinstance(words, list):
            raise SeedError(f"seeds/{file}, {entry['id']}: '{key}', {language}: must be a list, is {words!r}")
        for word in words:
            if isinstance(word, (dict, list, bool)) or not str(word or "").strip():
                raise SeedError(f"seeds/{file}, {entry['id']}: '{key}', {language}: not a word: {word!r}")
            yield str(language), str(word)


def _texts(file: str, entry: Record, key: str) -> tuple[str, ...]:
    value = entry.get(key) or []
    if not isinstance(value, list):
        raise SeedError(f"seeds/{file}, {entry['id']}: '{key}' must be a list, is {value!r}")
    return tuple(str(one) for one in value)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _number(file: str, entry: Record, key: str) -> float | None:
    value = entry.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise SeedError(f"seeds/{file}, {entry['id']}: '{key}' must be a number, is {value!r}")
    return float(value)
