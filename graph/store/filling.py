"""New articles into the embedded engine through its batch interface, much faster than by statements.

That interface commits piece by piece, and connects the nodes last. So a note of what is about to be
made is on the disk before (`graph.store.note`), and who finds one takes all of it back.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from graph.store import note, rows
from graph.store.derived import settle, standing_in
from graph.store.engine import Batches, Database
from graph.store.named import Named
from graph.store.note import Note
from graph.store.prepared import Fresh, Prepared, without
from graph.store.protocol import Row, Transaction
from graph.store.queries import sql
from graph.store.shape import KEYS, RELATIONSHIPS
from graph.store.statements import Missing, run
from graph.store.values import checked
from graph.store.writer import write_names

_FEWEST = 200  # assertions for which it pays
_ROWS = 5000  # nodes in one of the interface's own transactions
_DAYS = ("when_start", "when_end")

Rids = defaultdict[str, dict[str, str]]
Within = Callable[[Callable[[Transaction], None]], None]


class Filling:
    """Writes batches of new articles into a database that nobody else writes.

    Args:
        folder: of the store, for the note.
        within: runs something in an ordinary transaction.
    """

    def __init__(self, database: Database, folder: Path, within: Within) -> None:
        self._database, self._folder, self._within = database, folder, within

    def fits(self, ready: Prepared) -> bool:
        """Whether the batch can be written so: nothing of its articles is there, and it is large enough."""
        if len(ready.said) < _FEWEST or ready.batch.seen:
            return False
        return not self._there("Article", (write.article.id for write in ready.batch.articles))

    def write(self, ready: Prepared, named: Named) -> None:
        """Write a batch that fits, and of what it names this.

        Raises:
            Missing: an entity or a publisher that was left out of `named` is not there after all.
        """
        rids: Rids = defaultdict(dict)
        for label, keys in _needed(ready, named).items():
            rids[label] = self._there(label, keys)
        made, stood = _split(named, rids)
        _refuse_missing(ready, made, rids)
        aliases = checked(rows.aliases(made))
        rids["Alias"] = self._there("Alias", {str(row["key"]) for row in aliases})
        standing: dict[str, Row] = {}
        self._within(lambda tx: standing.update(standing_in(tx, ready.fresh)))
        rids["Claim"] = self._there("Claim", standing)
        nodes = _nodes(ready, made, aliases, rids, standing)
        told = {label: [str(row[KEYS[label]]) for row in found] for label, found in nodes.items()}
        told["Article"] = [write.article.id for write in ready.batch.articles]
        Note(told, sorted(standing)).leave(self._folder)
        try:
            self._within(lambda tx: _first(tx, ready, stood, aliases, rids))
            rids["Article"] = self._there("Article", told["Article"])
            self._fill(nodes, ready, made, aliases, rids, standing)
            self._within(lambda tx: settle(tx, ready.fresh, standing))
        except BaseException:
            self.take_back()
            raise
        note.remove(self._folder)

    def take_back(self) -> None:
        """Take back what a note tells of, if there is one."""
        left = note.found(self._folder)
        if left is not None:
            self._within(lambda tx: note.take_back(left, self._database, tx))
            note.remove(self._folder)

    def _there(self, label: str, keys: Iterable[str]) -> dict[str, str]:
        """The engine's own ids of those of these nodes that are there."""
        given = sorted(keys)
        found: dict[str, str] = {}
        for start in range(0, len(given), _ROWS):
            result = self._database.query("sql", sql("rids", label), {"keys": given[start : start + _ROWS]})
            found.update((str(row["key"]), str(row["rid"])) for row in result.to_list())
        return found

    def _fill(
        self,
        nodes: Mapping[str, list[rows.Parameters]],
        ready: Prepared,
        made: Named,
        aliases: Sequence[rows.Parameters],
        rids: Rids,
        standing: Mapping[str, Row],
    ) -> None:
        for shape in RELATIONSHIPS:
            self._database.command("sql", sql("type", shape.type), {})
        batches = self._database.graph_batch(use_wal=True, wal_flush="yes_nometadata", commit_every=_ROWS)
        try:
            for label, found in nodes.items():
                keys = (str(row[KEYS[label]]) for row in found)
                rids[label].update(zip(keys, batches.create_vertices(label, found), strict=True))
            _connect(batches, ready, made, aliases, rids, standing)
        except BaseException:
            with contextlib.suppress(Exception):  # the first error is the one to tell
                batches.close()
            raise
        batches.close()


def _needed(ready: Prepared, named: Named) -> dict[str, set[str]]:
    """By label: the keys of all that the batch leads to."""
    needed: dict[str, set[str]] = defaultdict(set)
    for (_, label), found in ready.fresh.roles.items():
        needed[label].update(str(row[1]) for row in found)
    for label, found in ready.fresh.speakers.items():
        needed[label].update(str(row[1]) for row in found)
    for entity in named.entities:
        needed[entity.label].update((entity.id, *entity.part_of, *entity.kind_of))
    for ref in named.stubs:
        needed[ref.label].add(ref.id)
    needed["Publisher"] = {write.publisher.id for write in ready.batch.articles if write.publisher}
    return needed


def _split(named: Named, rids: Rids) -> tuple[Named, Named]:
    """What of this is not there yet, and what is."""
    parts = []
    for wanted in (False, True):
        parts.append(
            Named(
                tuple(one for one in named.entities if (one.id in rids[one.label]) == wanted),
                tuple(ref for ref in named.stubs if (ref.id in rids[ref.label]) == wanted),
                tuple(one for one in named.publishers if (one.id in rids["Publisher"]) == wanted),
            )
        )
    return parts[0], parts[1]


def _refuse_missing(ready: Prepared, made: Named, rids: Rids) -> None:
    coming = {(str(one.label), one.id) for one in made.entities}
    coming |= {(str(ref.label), ref.id) for ref in made.stubs}
    coming |= {("Publisher", one.id) for one in made.publishers}
    for label, keys in _needed(ready, Named()).items():
        for key in keys:
            if key not in rids[label] and (label, key) not in coming:
                raise Missing(f"there is no {label} {key}")


def _first(
    tx: Transaction, ready: Prepared, stood: Named, aliases: Sequence[rows.Parameters], rids: Rids
) -> None:
    """What statements do: names of what was there, names that are spelt anew, and articles."""
    write_names(tx, stood)
    run(tx, "aliases", [row for row in aliases if row["key"] in rids["Alias"]])
    run(tx, "articles", ready.articles)


def _nodes(
    ready: Prepared,
    made: Named,
    aliases: Sequence[rows.Parameters],
    rids: Rids,
    standing: Mapping[str, Row],
) -> dict[str, list[rows.Parameters]]:
    """By label: the nodes that are not there yet, but for the articles."""
    nodes = {
        label: [_whole({"id": row["id"], **row["properties"]}) for row in checked(found)]
        for label, found in rows.entities(made).items()
    }
    nodes["Publisher"] = [
        _whole({"id": row["id"], **row["properties"]}) for row in checked(rows.publishers(made))
    ]
    spelt: dict[object, rows.Parameters] = {}
    for row in sorted(aliases, key=lambda row: (str(row["text"]), str(row["language"]))):
        if row["key"] not in rids["Alias"]:  # the first in the alphabet stands for all, as in queries/aliases
            spelt.setdefault(row["key"], {name: row[name] for name in ("key", "text", "language")})
    nodes["Alias"] = list(spelt.values())
    known = ready.nodes or nodes_of(ready.fresh)
    nodes["Claim"] = [row for row in known["Claim"] if row["id"] not in standing]
    nodes["Assertion"] = known["Assertion"]
    return nodes


def nodes_of(new: Fresh) -> dict[str, list[rows.Parameters]]:
    """Claims and assertions as the interface takes nodes."""
    return {
        "Claim": [_whole(dict(zip(rows.CLAIM, row, strict=True))) for row in new.claim_rows],
        "Assertion": [_assertion(row) for row in new.assertions],
    }


def _assertion(row: Sequence[object]) -> rows.Parameters:
    properties = _whole(dict(zip(rows.ASSERTION[2:], row[2:], strict=True)))
    for name in _DAYS:
        if name in properties:
            properties[name] = date.fromisoformat(str(properties[name]))
    return properties


def _whole(properties: rows.Parameters) -> rows.Parameters:
    return {name: value for name, value in properties.items() if value is not None}


def _connect(
    batches: Batches,
    ready: Prepared,
    made: Named,
    aliases: Sequence[rows.Parameters],
    rids: Rids,
    standing: Mapping[str, Row],
) -> None:
    """Every relationship of the batch."""
    new = ready.fresh

    def connect(
        kind: str,
        start: str,
        end: str,
        pairs: Sequence[Sequence[object]],
        given: list[rows.Parameters] | None = None,
    ) -> None:
        if pairs:
            try:
                starts = [rids[start][str(pair[0])] for pair in pairs]
                ends = [rids[end][str(pair[1])] for pair in pairs]
            except KeyError as error:
                raise Missing(f"there is no {start} or {end} {error}") from None
            batches.new_edges(starts, kind, ends, given)

    published = [(one.article.id, one.publisher.id) for one in ready.batch.articles if one.publisher]
    connect("PUBLISHED_BY", "Article", "Publisher", published)
    for label in ("Actor", "Item", "Place"):
        named = [row for row in aliases if row["label"] == label]
        spelling = [{"text": row["text"], "language": row["language"]} for row in named]
        connect("ALIAS_OF", "Alias", label, [(row["key"], row["entity"]) for row in named], spelling)
    for kind, label, attribute in (("PART_OF", "Actor", "part_of"), ("KIND_OF", "Item", "kind_of")):
        steps = {
            (row["id"], row["parent"]): None
            for row in rows.parents(made, attribute)
            if row["id"] in rids[label] and row["parent"] in rids[label]
        }
        connect(kind, label, label, list(steps))
    for (role, label), found in new.roles.items():
        connect(role.upper(), "Claim", label, without(found, standing))
    connect("STATES", "Article", "Assertion", [(row[0], row[2]) for row in new.assertions])
    connect("ABOUT", "Assertion", "Claim", [(row[2], row[1]) for row in new.assertions])
    for label, found in new.speakers.items():
        connect("ATTRIBUTED_TO", "Assertion", label, found)
    shortcuts = without(new.supplies, standing)
    properties = [_whole(dict(zip(rows.SUPPLIES, row, strict=True))) for row in shortcuts]
    ends = [row[1:3] for row in shortcuts]
    for one in properties:
        del one["supplier"], one["recipient"]
    connect("SUPPLIES", "Actor", "Actor", ends, properties)
