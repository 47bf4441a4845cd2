"""`armsgraph load` of what `extract` made, beside the engine filled by hand: python -m benchmarks.load 20000

By hand means: the very nodes and relationships that the load left (names, totals and SUPPLIES
too, days and moments as real dates and times), written with one UNWIND for each label and type
through the raw driver on Neo4j, and with the engine's own batch interface on the embedded engine.
The write-ahead log reaches the disk with every commit in both. Both start with an empty store and
the same constraints and indexes, in turn, each in a process of its own whose start counts on
neither side. A server that was just started takes twice as long for whatever comes first: on Neo4j
the first round counts on neither side, too.

By hand gets its rows ready made, with ids, counts and all. The load gets what `extract` wrote: it
parses and checks it, gives ids, counts claims, and must be able to stop at any moment. The first
ratio sets all of that against writing alone; the second adds to the writing by hand the time to
read its rows from JSON. Numbers are seconds on the clock: the load reads ahead in a thread, so a
machine without a free core shows a worse ratio than one with.

A Neo4j is named with --neo4j and NEO4J_USERNAME, NEO4J_PASSWORD; THE DATABASE IS EMPTIED. Needs
armsgraph installed in the Python that runs this.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import neo4j

from benchmarks.generate import Generator
from benchmarks.process import megabytes
from graph import pipeline, serial
from graph.extract.rules import RulesExtractor
from graph.model import EntityRef
from graph.resolve.publishers import PublisherResolver
from graph.resolve.resolver import Resolver
from graph.store import Store, neo4j_schema, open_store, schema
from graph.store.shape import TIMES
from seeds.catalogue import entities, publishers

_MAKE = {"date": date.fromisoformat, "datetime": datetime.fromisoformat}
_KEYS = {"Alias": "key", "Meta": "key"}
_RESULT = Path("result.json")
Groups = dict[str, list[Any]]


def main() -> None:
    """Measure and print a table: seconds of each, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("assertions", type=int, nargs="?", default=20_000, help="how many (default: 20000)")
    parser.add_argument("--each", type=int, help="assertions in one article")
    parser.add_argument("--neo4j", metavar="ADDRESS", help="an empty Neo4j, or one that may be emptied")
    parser.add_argument("--no-embedded", action="store_true", help="leave the embedded engine out")
    parser.add_argument("--runs", type=int, default=3, help="of each (default: 3)")
    parser.add_argument("--batch", type=int, nargs="*", default=[], help="assertions in a batch, to compare")
    parser.add_argument(
        "--rows", type=int, default=5000, help="rows by hand in a transaction (default: 5000)"
    )
    parser.add_argument("--only", nargs=2, help="one measurement, for the script itself")
    options = parser.parse_args()
    if options.only:
        _ALONE[options.only[0]](options.only[1], options)
        return
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        generated(options.assertions, options.each)
        for store in filter(None, (None if options.no_embedded else "embedded.store", options.neo4j)):
            _compare(store, options)


def generated(assertions: int, each: int | None = None) -> None:
    """Write what is loaded into this folder."""
    with open("said.jsonl", "w", encoding="utf-8") as lines:
        for article, said in Generator().articles(assertions, each):
            print(serial.dumps(article), *map(serial.dumps, said), sep="\n", file=lines)


def _compare(store: str, options: argparse.Namespace) -> None:
    kinds = {"armsgraph load": "0", **{f"armsgraph load, batches of {n:,}": str(n) for n in options.batch}}
    found: dict[str, list[float]] = defaultdict(list)
    for number in range(options.runs + (store == options.neo4j)):
        if number == 1 and store == options.neo4j:
            found.clear()
        for name, batch in kinds.items():
            emptied(store)
            found[name].append(process("load", store, options, batch)["write"])
        if not Path("groups.json").exists():
            with open_store(store, read_only=True) as opened, open("groups.json", "w") as file:
                json.dump(_content(opened), file)
        emptied(store)
        by_hand = process("embedded" if store == "embedded.store" else "neo4j", store, options)
        found["by hand"].append(by_hand["write"])
        found["by hand, with reading"].append(by_hand["write"] + by_hand["read"])
        for name, seconds in found.items():
            print(f"{store}, {name}: {seconds[-1]:.1f} s", file=sys.stderr)
    Path("groups.json").unlink()
    medians = {name: statistics.median(seconds) for name, seconds in found.items()}
    print(f"{store}: {options.assertions:,} assertions")
    print(f"{'':<34}{'median s':>10}{'best s':>8}{'assertions/s':>14}{'ratio':>7}{'with reading':>14}")
    for name, median in medians.items():
        ratios = [medians[by] / median for by in ("by hand", "by hand, with reading")]
        print(
            f"{name:<34}{median:>10.2f}{min(found[name]):>8.2f}{options.assertions / median:>14,.0f}"
            f"{ratios[0]:>7.2f}{ratios[1]:>14.2f}"
        )


def process(
    kind: str, store: str, options: argparse.Namespace | None = None, batch: str = "0"
) -> dict[str, float]:
    """One measurement in a process of its own: seconds by name, and the peak of its memory in megabytes."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.load",
        "--only",
        kind,
        store,
        "--rows",
        str(options.rows if options else 5000),
        "--batch",
        batch,
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    result: dict[str, float] = json.loads(_RESULT.read_text())
    return result


def emptied(store: str) -> None:
    """Leave nothing in the store."""
    if store == "embedded.store":
        shutil.rmtree(store, ignore_errors=True)
        return
    with driver(store) as opened, opened.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def _load(store: str, options: argparse.Namespace) -> None:
    """What `armsgraph load` does once its modules and the catalogue are there."""
    resolver, known = Resolver(entities()), PublisherResolver(publishers())
    resolver.ref(EntityRef("", "somebody", "company"))  # reads the catalogue
    with open_store(store, create=True) as opened:
        if options.batch and (number := options.batch[0]):
            first = number if opened.at_first == opened.at_once else min(opened.at_first, number)
            vars(opened).update(at_once=number, at_first=first)  # the protocol has them as read only
        begun = time.perf_counter()
        for _ in pipeline.load(["said.jsonl"], opened, RulesExtractor(), resolver, publishers=known):
            pass
        seconds = time.perf_counter() - begun
        _RESULT.write_text(json.dumps({"write": seconds, "memory": megabytes("VmHWM")}))


def _content(store: Store) -> dict[str, Groups]:
    """Nodes by label, and relationships by type and ends."""
    nodes: Groups = defaultdict(list)
    for row in store.run("MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS properties"):
        nodes[str(row["label"])].append(row["properties"])
    edges: Groups = defaultdict(list)
    for row in store.run(
        "MATCH (a)-[r]->(b) RETURN labels(a)[0] AS a, coalesce(a.id, a.key) AS source, type(r) AS type,"
        " properties(r) AS properties, labels(b)[0] AS b, coalesce(b.id, b.key) AS target"
    ):
        edges[f"{row['a']} {row['type']} {row['b']}"].append(
            [row["source"], row["target"], row["properties"]]
        )
    return {"nodes": nodes, "edges": edges}


def _read() -> tuple[Groups, Groups, float]:
    begun = time.perf_counter()
    groups = json.loads(Path("groups.json").read_text())
    return groups["nodes"], groups["edges"], time.perf_counter() - begun


def _chunks(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    iterator = iter(rows)
    while chunk := list(islice(iterator, size)):
        yield chunk


def driver(address: str) -> Any:
    """A connection of the raw driver's."""
    login = (os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    return neo4j.GraphDatabase.driver(address, auth=login, notifications_min_severity="OFF")


def _neo4j(address: str, options: argparse.Namespace) -> None:
    nodes, edges, reading = _read()
    with driver(address) as opened, opened.session() as session:
        for statement in (*schema.STATEMENTS, *neo4j_schema.SEARCHES):
            session.run(statement).consume()
        session.run("CALL db.awaitIndexes()").consume()

        def write(query: str, rows: list[Any]) -> None:
            for chunk in _chunks(rows, options.rows):
                session.execute_write(lambda tx, chunk=chunk: tx.run(query, rows=chunk).consume())

        begun = time.perf_counter()
        for label, rows in nodes.items():
            times = "".join(f", n.{name} = {make}(row.{name})" for name, make in TIMES.get(label, {}).items())
            write(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row{times}", rows)
        for group, rows in edges.items():
            source, kind, target = group.split()
            write(
                f"UNWIND $rows AS row MATCH (a:{source} {{{_KEYS.get(source, 'id')}: row[0]}})"
                f" MATCH (b:{target} {{{_KEYS.get(target, 'id')}: row[1]}}) CREATE (a)-[r:{kind}]->(b)"
                " SET r = row[2]",
                rows,
            )
        _RESULT.write_text(json.dumps({"read": reading, "write": time.perf_counter() - begun}))


def _embedded(folder: str, options: argparse.Namespace) -> None:
    os.environ |= {"ARCADEDB_LOG_CONSOLE": "0", "ARCADEDB_LOG_DIR": "log"}
    import arcadedb  # type: ignore[import-untyped]  # noqa: PLC0415 - it reads where to log

    nodes, edges, reading = _read()
    database = arcadedb.create_database(str(Path(folder).absolute()))
    database.set_wal_flush("yes_nometadata")
    for statement in schema.STATEMENTS:
        database.command("opencypher", statement, {})
    for label, names in TIMES.items():
        for row in nodes[label]:
            for name in names.keys() & row.keys():
                row[name] = _MAKE[names[name]](row[name])
    begun = time.perf_counter()
    where: dict[tuple[str, str], str] = {}
    with database.graph_batch(use_wal=True, wal_flush="yes_nometadata", commit_every=options.rows) as batch:
        for label, rows in nodes.items():
            key = _KEYS.get(label, "id")
            for chunk in _chunks(rows, options.rows):
                where |= zip(
                    [(label, row[key]) for row in chunk], batch.create_vertices(label, chunk), strict=True
                )
        for group, rows in edges.items():
            source, kind, target = group.split()
            database.command("sql", f"CREATE EDGE TYPE {kind} IF NOT EXISTS")
            for chunk in _chunks(rows, options.rows):
                ends = [where[source, row[0]] for row in chunk], [where[target, row[1]] for row in chunk]
                properties = [row[2] for row in chunk] if any(row[2] for row in chunk) else None
                batch.new_edges(ends[0], kind, ends[1], properties)
                batch.flush()
    _RESULT.write_text(json.dumps({"read": reading, "write": time.perf_counter() - begun}))
    database.close()


_ALONE = {"load": _load, "neo4j": _neo4j, "embedded": _embedded}

if __name__ == "__main__":
    main()
