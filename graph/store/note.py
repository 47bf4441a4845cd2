"""A note, in the store's folder, of what is about to be made piece by piece; and taking that back."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.store.derived import recount
from graph.store.engine import Database
from graph.store.protocol import Transaction
from graph.store.queries import sql
from graph.store.shape import RELATIONSHIPS

NAME = "unfinished.json"
_CHUNK = 5000  # records that are deleted by one statement


@dataclass(frozen=True, slots=True)
class Note:
    """What a batch makes.

    Attributes:
        made: by label, the keys of nodes that were not there before.
        standing: claims that were there and are counted anew.
        begun: whether assertions are being made before it is known which: no article leads to them.
    """

    made: dict[str, list[str]]
    standing: list[str]
    begun: bool = False

    def leave(self, folder: Path) -> None:
        """Write it, so that it is on the disk whole or not at all."""
        fresh = folder / f"{NAME}.new"
        with fresh.open("w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(self)))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / NAME)
        _settle(folder)


def left(folder: Path) -> bool:
    """Whether there is a note."""
    return (folder / NAME).exists()


def found(folder: Path) -> Note | None:
    """The note that somebody has left who was killed.

    Raises:
        OSError: it cannot be read.
    """
    try:
        return Note(**json.loads((folder / NAME).read_bytes()))
    except FileNotFoundError:
        return None


def remove(folder: Path) -> None:
    """Take the note away: all that it tells of is done."""
    (folder / NAME).unlink(missing_ok=True)
    _settle(folder)


def take_back(note: Note, database: Database, tx: Transaction, begun: Collection[str] = ()) -> None:
    """Delete what was made, as far as it was, in the open transaction.

    `begun` are the assertions (ids) that were being made, where that is known: else, after a kill, all
    are looked through for those that no article leads to.
    A node that was not connected before the end does not lead to its relationships, so these
    are looked for one by one: that takes seconds for each million, once after a kill.
    """
    if note.begun:
        for chunk in _chunks(begun):
            database.command("sql", sql("begun_remove"), {"keys": chunk})
        if not begun:
            database.command("sql", sql("unstated_remove"), {})
        return
    ours = {
        str(row["rid"])
        for label, keys in note.made.items()
        for chunk in _chunks(keys)
        for row in database.query("sql", sql("rids", label), {"keys": chunk}).to_list()
    }
    types = {str(row["name"]) for row in database.query("sql", sql("types"), {}).to_list()}
    for kind in sorted({shape.type for shape in RELATIONSHIPS} & types):
        broken = [
            rid
            for row in database.query("sql", sql("ends", kind), {})
            if str(row.get("source")) in ours or str(row.get("target")) in ours
            for rid in [str(row.get("rid"))]
        ]
        for chunk in _chunks(broken):
            database.command("sql", sql("ends_remove", kind), {"rids": chunk})
    for chunk in _chunks(note.made.get("Claim", ())):
        database.command("sql", sql("shortcuts_remove"), {"claims": chunk})
    for label, keys in note.made.items():
        for chunk in _chunks(keys):
            database.command("sql", sql("nodes_remove", label), {"keys": chunk})
    recount(tx, note.standing)


def _chunks(values: Iterable[str]) -> Iterable[list[str]]:
    held = list(values)
    return (held[start : start + _CHUNK] for start in range(0, len(held), _CHUNK))


def _settle(folder: Path) -> None:
    """Let the folder itself reach the disk, where the system can be asked to."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
