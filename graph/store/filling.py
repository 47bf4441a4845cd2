"""New articles into the embedded engine through its batch interface, much faster than by statements.

That interface commits piece by piece, and connects the nodes last. So a note of what is about to be
made is on the disk before (`graph.store.note`), and who finds one takes all of it back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from graph.errors import ArticleThere
from graph.store import note, rows
from graph.store.batch import Batch
from graph.store.batches import Batches
from graph.store.derived import settle
from graph.store.encoded import Encoded, assertion_texts, encoded, text
from graph.store.engine import Database
from graph.store.growing import Growing
from graph.store.named import Named
from graph.store.note import Note
from graph.store.prepared import Fresh, Part, Prepared, prepare, without
from graph.store.protocol import Row, Transaction
from graph.store.queries import sql
from graph.store.shape import RELATIONSHIPS
from graph.store.statements import Missing, run
from graph.store.values import checked
from graph.store.writer import write_names

_FEWEST = 200  # assertions for which it pays
_CHUNK = 5000  # nodes that are looked for at once
_NAMED = ("Actor", "Item", "Place", "Publisher", "Alias")
_MOST = 500_000  # of these that are remembered

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
        self._known: Rids = defaultdict(dict)
        self._all: set[str] = set()
        self._begun: dict[str, str] = {}

    def fits(self, ready: Prepared) -> bool:
        """Whether the batch can be written so: nothing of its articles is there, and it is large enough."""
        if len(ready.said) < _FEWEST or ready.batch.seen:
            return False
        return not self._there("Article", (write.article.id for write in ready.batch.articles))

    @contextmanager
    def begun(self, batch: Batch | Prepared | Growing) -> Iterator[Prepared]:
        """The whole batch, to be written; begun with, if it is still growing.

        What was begun is taken back where writing it fails.

        Raises:
            ArticleThere: of what is still growing, an article is not new.
        """
        if not isinstance(batch, Growing):
            yield prepare(batch)
            return
        try:
            parts = self._new(batch.parts())
            self._begin(parts)
            for _ in parts:  # a small batch is not begun, but its articles must be new all the same
                pass
            yield batch.whole()
        except BaseException:
            self.take_back()
            raise

    def _new(self, parts: Iterable[Part]) -> Iterator[Part]:
        for part in parts:
            for article in self._there("Article", (row[0] for row in part.articles)):
                raise ArticleThere(f"article {article} was taken for new, but is in the store")
            yield part

    def _begin(self, parts: Iterator[Part]) -> None:
        """Make nodes of the assertions of these, to which nothing leads yet; of a small batch, none."""
        first = next(parts, None)
        if first is None or len(first.said) < _FEWEST:
            return
        Note({}, [], begun=True).leave(self._folder)
        with Batches(self._database) as batches:
            for one in chain([first], parts):
                self._begun.update(dict.fromkeys(one.texts, ""))  # for who takes them back
                made = batches.nodes("Assertion", list(one.texts.values()))
                self._begun.update(zip(one.texts, made, strict=True))

    def write(self, ready: Prepared, named: Named) -> None:
        """Write a batch that fits, and of what it names this.

        Raises:
            Missing: an entity or a publisher that was left out of `named` is not there after all.
        """
        rids: Rids = defaultdict(dict)
        for label, keys in _needed(ready, named).items():
            rids[label] = self._named(label, keys)
        made, stood = _split(named, rids)
        _refuse_missing(ready, made, rids)
        aliases = rows.aliases(made)
        rids["Alias"] = self._named("Alias", {str(row["key"]) for row in aliases})
        standing = self._standing(ready.fresh.claims)
        rids["Claim"] = {key: str(row.pop("rid")) for key, row in standing.items()}
        rids["Assertion"] = dict(self._begun)
        nodes = _nodes(ready, made, aliases, rids, standing)
        told = {label: list(found) for label, found in nodes.items()}
        told["Article"] = [write.article.id for write in ready.batch.articles]
        told["Assertion"] += self._begun
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
        self._begun.clear()
        self._keep(rids)

    def forget(self) -> None:
        """Somebody else has written: what is remembered of names may not be there any more."""
        self._known.clear()
        self._all.clear()

    def take_back(self) -> None:
        """Take back what a note tells of, if there is one."""
        self.forget()
        left = note.found(self._folder)
        if left is not None:
            self._within(lambda tx: note.take_back(left, self._database, tx, self._begun))
            note.remove(self._folder)
        self._begun.clear()

    def _named(self, label: str, keys: Collection[str]) -> dict[str, str]:
        """The same as `_there` of what is named again and again: it is remembered."""
        known = self._known[label]
        if label not in self._all:
            if not known and self._database.query("sql", sql("first", label), {}).to_list() == []:
                self._all.add(label)
            else:
                known.update(self._there(label, [key for key in keys if key not in known]))
        return {key: known[key] for key in keys if key in known}

    def _keep(self, rids: Rids) -> None:
        if sum(map(len, self._known.values())) > _MOST:
            self.forget()
        for label in _NAMED:
            self._known[label].update(rids[label])

    def _there(self, label: str, keys: Iterable[str]) -> dict[str, str]:
        """The engine's own ids of those of these nodes that are there."""
        return {str(row["key"]): str(row["rid"]) for row in self._asked(sql("rids", label), keys)}

    def _standing(self, claims: Iterable[str]) -> dict[str, Row]:
        """Those of these claims that are there, with what they count."""
        return {str(row["id"]): row for row in self._asked(sql("claims_standing"), claims)}

    def _asked(self, query: str, keys: Iterable[str]) -> Iterable[Row]:
        given = sorted(keys)
        for start in range(0, len(given), _CHUNK):
            yield from self._database.query("sql", query, {"keys": given[start : start + _CHUNK]}).to_list()

    def _fill(
        self,
        nodes: Mapping[str, Mapping[str, bytes]],
        ready: Prepared,
        made: Named,
        aliases: Sequence[rows.Parameters],
        rids: Rids,
        standing: Mapping[str, Row],
    ) -> None:
        for shape in RELATIONSHIPS:
            self._database.command("sql", sql("type", shape.type), {})
        with Batches(self._database) as batches:
            for label, found in nodes.items():
                rids[label].update(zip(found, batches.nodes(label, list(found.values())), strict=True))
            _connect(batches, ready, made, aliases, rids, standing)


def encode(new: Fresh, parts: Sequence[Part] = ()) -> Encoded:
    """The texts of new assertions, their claims and shortcuts; the assertions' own come from the parts."""
    said = {key: one for some in parts for key, one in some.texts.items()}
    return encoded(new.claim_rows, said or assertion_texts(new.assertions), new.supplies)


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
    run(tx, "articles_new", ready.articles)


def _nodes(
    ready: Prepared,
    made: Named,
    aliases: Sequence[rows.Parameters],
    rids: Rids,
    standing: Mapping[str, Row],
) -> dict[str, Mapping[str, bytes]]:
    """By label and key: the texts of the nodes that are not there yet, but for the articles."""
    found = {**rows.entities(made), "Publisher": rows.publishers(made)}
    nodes = {
        label: {str(row["id"]): text({"id": row["id"], **row["properties"]}.items()) for row in checked(some)}
        for label, some in found.items()
    }
    spelt: dict[str, bytes] = {}
    for row in sorted(aliases, key=lambda row: (str(row["text"]), str(row["language"]))):
        key = str(row["key"])
        if key not in rids["Alias"]:  # the first in the alphabet stands for all, as in queries/aliases
            spelt.setdefault(key, text((name, row[name]) for name in ("key", "text", "language")))
    told = ready.encoded or encode(ready.fresh)
    claims = {key: one for key, one in told.claims.items() if key not in standing}
    said = {key: one for key, one in told.assertions.items() if key not in rids["Assertion"]}
    return {**nodes, "Alias": spelt, "Claim": claims, "Assertion": said}


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
        pairs: Sequence[Sequence[Any]],
        texts: Sequence[bytes] | None = None,
    ) -> None:
        if pairs:
            first, last = rids[start], rids[end]
            try:
                starts, ends = [first[pair[0]] for pair in pairs], [last[pair[1]] for pair in pairs]
            except KeyError as error:
                raise Missing(f"there is no {start} or {end} {error}") from None
            batches.relationships(kind, starts, ends, texts)

    published = [(one.article.id, one.publisher.id) for one in ready.batch.articles if one.publisher]
    connect("PUBLISHED_BY", "Article", "Publisher", published)
    for label in ("Actor", "Item", "Place"):
        named = [row for row in aliases if row["label"] == label]
        spelling = [text((name, row[name]) for name in ("text", "language")) for row in named]
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
    texts = (ready.encoded or encode(new)).supplies
    connect(
        "SUPPLIES", "Actor", "Actor", [row[1:3] for row in shortcuts], [texts[row[0]] for row in shortcuts]
    )
