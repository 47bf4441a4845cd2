"""What a graph costs as it grows: python -m benchmarks.growth 10000 100000 [--neo4j ADDRESS]

For each number of made-up assertions: seconds to load them, peak memory of the process that loads and
of the server since its start, disk, and seconds of a question from opening to closing the store (the
best of three), beside the raw driver with the same statements, opening and closing, too; of `path` these
are all that the search asked for, one frontier after the other. `show` asks for the entity with the most
claims, `path` leads from it to the one with the fewest, `evidence` asks for the claim with the most
assertions. Modules are loaded before.

A Neo4j is named with --neo4j and NEO4J_USERNAME, NEO4J_PASSWORD; THE DATABASE IS EMPTIED, which gives
no disk back: begin with a new one. Memory and disk of a server on another machine are not measured.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from benchmarks import load
from benchmarks.process import megabytes
from graph.query import connections, count_supplies, entity, evidence, find_entity, path, supplies
from graph.store import Row, Store, open_store
from graph.store.dialect import for_embedded

EMBEDDED = "embedded.store"
Statements = list[tuple[str, Mapping[str, object]]]
Question = Callable[[Store], object]


class Noted:
    """A store that notes what it is asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.statements: Statements = []

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Note and ask."""
        self.statements.append((query, parameters or {}))
        return self._store.run(query, parameters)

    def stream(self, query: str, parameters: Mapping[str, object] | None = None) -> Iterator[Row]:
        """Note and ask."""
        self.statements.append((query, parameters or {}))
        return self._store.stream(query, parameters)


def main() -> None:
    """Measure and print the table of docs/growth.md, a row for each engine and number."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("assertions", type=int, nargs="+")
    parser.add_argument("--neo4j", metavar="ADDRESS", help="a new Neo4j, or one that may be emptied")
    parser.add_argument("--no-embedded", action="store_true", help="leave the embedded engine out")
    options = parser.parse_args()
    asked = "show", "supplies", "path", "evidence"
    heads = "assertions", "engine", "load s", "our MB", "server MB", "disk MB", *asked
    _print(*heads)
    print("|---" * len(heads) + "|")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for number in options.assertions:
            load.generated(number)
            for store in filter(None, (None if options.no_embedded else EMBEDDED, options.neo4j)):
                load.emptied(store)
                _print(f"{number:,}", *_row(store))


def _print(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def _row(store: str) -> Iterator[str]:
    loaded = load.process("load", store)
    server, disk = ("", _size(Path(store))) if store == EMBEDDED else _of_server(store)
    yield "embedded" if store == EMBEDDED else "Neo4j"
    yield from (f"{loaded['write']:.1f}", f"{loaded['memory']:.0f}", server, disk)
    for question in _questions(store):
        ours, bare = _times(store, question)
        yield f"{ours:.2f} / {bare:.2f}"


def _of_server(address: str) -> tuple[str, str]:
    with load.driver(address) as opened, opened.session() as session:
        [(attributes,)] = session.run(
            "CALL dbms.queryJmx('java.lang:type=Runtime') YIELD attributes RETURN attributes"
        ).values()
        [(data,)] = session.run(
            "SHOW SETTINGS YIELD name, value WHERE name = 'server.directories.data' RETURN value"
        ).values()
    process = attributes["Name"]["value"].partition("@")[0]
    if not Path(data).is_dir():
        return "", ""
    return f"{megabytes('VmHWM', process):.0f}", _size(Path(data))


def _size(folder: Path) -> str:
    return f"{sum(file.stat().st_blocks for file in folder.rglob('*')) * 512 / 1e6:.0f}"


def _questions(location: str) -> list[Question]:
    with open_store(location, read_only=True) as store:
        actors = [
            str(row["id"])
            for row in store.run(
                "MATCH (e:Actor)<-[:SUBJECT]-(c:Claim) RETURN e.id AS id, count(c) AS number"
                " ORDER BY number DESC, id"
            )
        ]
        [most] = store.run("MATCH (c:Claim) RETURN c.id AS id ORDER BY c.assertions DESC, id LIMIT 1")

    def show(store: Store) -> object:
        found = find_entity(store, actors[0])
        return entity(store, found), list(connections(store, found, 20))

    return [
        show,
        lambda store: (list(supplies(store, limit=100)), count_supplies(store)),
        lambda store: list(path(store, actors[0], actors[-1])),
        lambda store: list(evidence(store, str(most["id"]))),
    ]


def _times(location: str, question: Question) -> tuple[float, float]:
    with open_store(location, read_only=True) as store:
        noted = Noted(store)
        question(cast(Store, noted))

    def ours() -> None:
        with open_store(location, read_only=True) as store:
            question(store)

    bare = _embedded if location == EMBEDDED else _neo4j
    return _best(ours), _best(lambda: bare(location, noted.statements))


def _best(act: Callable[[], Any]) -> float:
    def seconds() -> float:
        begun = time.perf_counter()
        act()
        return time.perf_counter() - begun

    return min(seconds() for _ in range(3))


def _neo4j(address: str, statements: Statements) -> None:
    with load.driver(address) as opened, opened.session() as session:
        for query, parameters in statements:
            session.run(query, dict(parameters)).data()


def _embedded(location: str, statements: Statements) -> None:
    import arcadedb  # type: ignore[import-untyped]  # noqa: PLC0415 - it reads where to log

    database = arcadedb.open_database(f"{location}/graph", read_only=True)
    for query, parameters in statements:
        database.query("opencypher", for_embedded(query), dict(parameters)).to_list()
    database.close()


if __name__ == "__main__":
    main()
