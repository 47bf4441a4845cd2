"""How much a Neo4j lets transactions hold in memory, and so how much is written in one."""

from __future__ import annotations

from graph.errors import QueryRefused
from graph.store.schema import Execute

_LIMITS = (
    "SHOW SETTINGS YIELD name, value WHERE name IN ['db.memory.transaction.max',"
    " 'db.memory.transaction.total.max', 'dbms.memory.transaction.total.max'] RETURN value"
)
# Bytes for each article or assertion: it takes half of them, with its share of claims, names and
# relationships. The rest is for other transactions; and the nearer a heap is to its end, the slower.
_EACH = 30 * 1024
_FEWEST, _USUAL, _MOST = 1_000, 12_000, 24_000
_LEAST = 100  # a transaction takes as long by itself as these do
_UNITS = {"B": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40}


def at_once(read: Execute) -> int:
    """Articles and assertions in the largest batch that is well within the server's limits."""
    try:
        values = [str(row["value"]) for row in read(_LIMITS, {})]
    except QueryRefused:  # a user who may write need not be one who may look at settings
        return _USUAL
    limits = [limit // _EACH for limit in map(size, values) if limit]
    return max(_FEWEST, min([_MOST, *limits]))


def less_than(weight: int) -> int:
    """How many to write at once from now on, after so many were too many.

    >>> less_than(5_000), less_than(120)
    (2500, 100)
    """
    return max(_LEAST, weight // 2)


def size(told: str) -> int:
    """The bytes of a setting; 0 where it says nothing that we know.

    >>> size("358.40MiB"), size("0B")
    (375809638, 0)
    """
    number = told.rstrip("BKMGTi")
    unit = _UNITS.get(told[len(number) :], 0)
    return int(float(number) * unit) if unit and number.replace(".", "", 1).isdigit() else 0
