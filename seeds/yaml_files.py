"""The YAML files of one folder under seeds/, read so that words stay words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from graph.errors import SeedError
from graph.model.ids import alias_key

if TYPE_CHECKING:
    from yaml import SafeLoader as _Base
else:
    _Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Record = Mapping[str, Any]


class _WordLoader(_Base):
    """YAML without the traps of version 1.1 for word lists.

    There, a bare `no`, `on` or `NO` (Norway) is a truth value, `null` (German
    for zero) is nothing and 2024-11-05 a date object. Here only `true`, `false`, `~`,
    an empty value and plain decimal numbers are more than text. A key given twice
    is an error, as the first one's words would be lost.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key, _ in node.value:
            if str(key.value) in seen and key.tag != "tag:yaml.org,2002:merge":
                raise yaml.constructor.ConstructorError(
                    None, None, f"key '{key.value}' twice", key.start_mark
                )
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


_WordLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|false", ["t", "f"]),
    ("null", r"~|", ["~", ""]),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789")),
    ("merge", r"<<", ["<"]),
):
    _WordLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first)


def seeds_folder() -> Path:
    """The folder seeds/, wherever the package is installed."""
    return Path(str(files("seeds")))


def read(file: Path, shown_as: str) -> Any:
    """What one YAML file holds.

    Raises:
        SeedError: the file is missing, not UTF-8 or not YAML; the line says where.
    """
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_WordLoader)
    except FileNotFoundError:
        raise SeedError(f"seeds/{shown_as}: no such file") from None
    except UnicodeDecodeError as error:
        raise SeedError(f"seeds/{shown_as}: not UTF-8 ({error})") from error
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise SeedError(f"seeds/{shown_as}: not YAML: {reason}") from error


@cache
def records_by_file(root: Path, name: str, containing: str = "") -> tuple[tuple[str, Record], ...]:
    """Every entry of every *.yaml in the folder root/name, files in order of their names.

    Args:
        root: the folder of the seeds.
        name: a folder in it.
        containing: an alias key; files without these words in their text are left out unread,
            since parsing YAML is what takes long.

    Returns:
        Pairs of the file ("actors/states.yaml") and the entry, a mapping with
        at least `id`, `name` and `kind`. No folder: no entries.

    Raises:
        SeedError: a file is broken; names the file and the entry.
    """
    here = root / name
    if not here.is_dir():
        return ()
    found: list[tuple[str, Record]] = []
    for file in sorted(here.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yaml") and (not containing or _contains(file, containing)):
            shown_as = f"{name}/{file.name}"
            found += ((shown_as, entry) for entry in _entries(file, shown_as))
    return tuple(found)


def _contains(file: Path, key: str) -> bool:
    try:
        return key in alias_key(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return True  # reading it as YAML says what is wrong


def _entries(file: Path, shown_as: str) -> list[Record]:
    entries = read(file, shown_as) or []
    if not isinstance(entries, list):
        raise SeedError(f"seeds/{shown_as}: must be a list of entries ('- id: ...')")
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            raise SeedError(f"seeds/{shown_as}, entry {number}: must be 'key: value' lines, is {entry!r}")
        for key in ("id", "name", "kind"):
            if not isinstance(entry.get(key), str):
                which = entry.get("id") or f"entry {number}"
                raise SeedError(f"seeds/{shown_as}, {which}: '{key}' is missing or not a text")
    return entries
