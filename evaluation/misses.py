"""Which annotations an extractor missed in a text, and what it said wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.measure import Found, Name, Row
from evaluation.score import matched


def misses(found: Found, name: Name) -> Iterator[str]:
    """A line for each."""
    golds, rows = found.text.golds, found.rows[name]
    pairing = matched(golds, rows)
    for i, gold in enumerate(golds):
        if i not in pairing.found and not gold.get("optional"):
            yield _line("missed", found, name, gold)
    for j in pairing.wrong:
        yield _line("wrong", found, name, rows[j])


def _line(what: str, found: Found, name: Name, row: Row) -> str:
    roles = " -> ".join(row[role] or "-" for role in ("subject", "object", "recipient"))
    place = f" in {row['place']}" if row["place"] else ""
    evidence = " ".join((row.get("evidence") or "").split())
    return f"{name} {what:6} {found.text.name}: {row['relation']}: {roles}{place} | {evidence}"
