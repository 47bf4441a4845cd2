"""The embedded engine's batch interface, taking rows as texts that were made ahead.

It goes below the driver's own functions, which would encode every row again while the engine waits.
The driver is pinned to one release; tests/store/test_filling.py tells whether another one still does this.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import msgspec

from graph.store.engine import Database

_ROWS = 5000  # nodes in one of the interface's own transactions
_MANY = 1000  # relationships that are worth one


class Batches:
    """Makes nodes and relationships outside of any transaction; what is made is connected at the end."""

    def __init__(self, database: Database) -> None:
        from arcadedb._native.database import _call  # type: ignore[import-untyped]  # noqa: PLC0415

        self._call: Any = _call
        self._database = database
        self._batch = database.graph_batch(use_wal=True, wal_flush="yes_nometadata", commit_every=_ROWS)

    def nodes(self, label: str, texts: Sequence[bytes]) -> list[str]:
        """Make nodes with these properties; gives the engine's own ids."""
        made: list[str] = []
        for start in range(0, len(texts), _ROWS):
            rows = b",".join(texts[start : start + _ROWS])
            made += self._do("create_vertices", b'"type":"%b","rows":[%b]' % (label.encode(), rows))["rids"]
        return made

    def relationships(
        self, kind: str, starts: Sequence[str], ends: Sequence[str], texts: Sequence[bytes] | None = None
    ) -> None:
        """Make relationships between nodes with these ids, and with these properties if they have any."""
        told = (msgspec.json.encode(";".join(ids) if texts is None else ids) for ids in (starts, ends))
        properties = b"[%b]" % b",".join(texts) if texts else b"null"
        given = b'"src":%b,"dst":%b,"type":"%b","props":%b' % (*told, kind.encode(), properties)
        self._do("new_edges", given)
        if len(starts) >= _MANY:  # one type at a time costs the engine less than all types at the end
            self._do("flush")

    def _do(self, what: str, given: bytes = b"") -> dict[str, Any]:
        try:
            reply: dict[str, Any] = self._call(
                "", "arcadedb_n_gb", self._batch._gb, what.encode(), b"{%b}" % given
            )
        except BaseException:
            if self._database.is_transaction_active():  # its own, in which it failed
                self._database.rollback()
            raise
        return reply

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with contextlib.suppress(*((Exception,) if exc else ())):  # the first error is the one to tell
            self._batch.close()
