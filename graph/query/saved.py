"""Saved queries: those that come with armsgraph, in `cookbook/`, and a user's own in a folder of his."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.errors import InputError, QueryRefused, UnknownQuery
from graph.query.find import find_entity
from graph.query.query_file import QueryFile, read
from graph.store.protocol import Store

VARIABLE = "ARMSGRAPH_QUERIES"
"""The environment variable that names the folder of a user's own queries."""

PACKAGED = Path(__file__).parent / "cookbook"
"""The folder of those that come with armsgraph."""

_SUFFIX = ".cypher"


def own_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of a user's own queries: ARMSGRAPH_QUERIES, else `queries` in the user's settings.

    >>> own_folder({"ARMSGRAPH_QUERIES": "mine"}).name
    'mine'
    """
    named = environment.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path  # noqa: PLC0415 - only where no folder is named

    return user_config_path("armsgraph", appauthor=False) / "queries"


def paths(folder: Path | None = None) -> dict[str, Path]:
    """The file of every saved query by its name, by the alphabet; of one name a user's own counts.

    `folder` is that of the user's own; None: there is none.

    Raises:
        InputError: the folder cannot be read.
    """
    found = {path.stem: path for path in PACKAGED.glob(f"*{_SUFFIX}")}
    if folder is not None:
        try:
            own = [
                path for path in folder.iterdir() if path.suffix == _SUFFIX and not path.name.startswith(".")
            ]
        except OSError as error:
            raise InputError(str(folder), f"no folder of queries ({error.strerror})") from None
        found |= {path.stem: path for path in own}
    return dict(sorted(found.items()))


def saved(name: str, folder: Path | None = None) -> QueryFile:
    """The saved query of that name.

    Raises:
        UnknownQuery: there is none.
        InputError: its file cannot be read.
    """
    found = paths(folder)
    if name not in found:
        raise UnknownQuery(name, tuple(_nearest(name, found)))
    return read(found[name])


def _nearest(name: str, names: Mapping[str, Path]) -> Iterator[str]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for an error

    for near, score, _ in process.extract(name, list(names), scorer=fuzz.WRatio, limit=3):
        if score >= 60:
            yield near


def check(query: QueryFile, given: Mapping[str, object]) -> None:
    """Refuse what cannot be run, before a store is opened.

    Raises:
        QueryRefused: a parameter is missing, or one that the query does not have is given.
    """
    names = [one.name for one in query.parameters]
    missing = [one.name for one in query.parameters if one.default is None and one.name not in given]
    if missing:
        wanted = " ".join(f"--param {name}=..." for name in missing)
        raise QueryRefused(f"{query.name}: parameter{'s' * (len(missing) > 1)} missing, give {wanted}")
    surplus = [name for name in given if name not in names]
    if surplus:
        known = f"it has {', '.join(names)}" if names else "it has none"
        raise QueryRefused(f"{query.name}: no parameter {surplus[0]!r}, {known}")


def arguments(query: QueryFile, given: Mapping[str, object], store: Store) -> dict[str, object]:
    """What `check` let pass as the query takes it: entities by their ids, defaults where nothing is given.

    Raises:
        UnknownEntity, AmbiguousEntity: see `find_entity`.
    """
    values: dict[str, object] = {}
    for one in query.parameters:
        value = given[one.name] if one.name in given else json.loads(one.default or "null")
        named = one.entity and value is not None
        values[one.name] = find_entity(store, str(value)).id if named else value
    return values
