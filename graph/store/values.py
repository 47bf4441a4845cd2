"""Values on their way into a query and out of it, the same for both engines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, TypeAlias

from graph.errors import QueryRefused

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
"""A value in a row. Dates and times are ISO strings; a node or a relationship is its
properties plus "@type" (its label or type); a path is a list, nodes and relationships in turn."""

Row: TypeAlias = dict[str, Value]

_INT64 = 2**63
_FRACTION = re.compile(r"\.(\d+)")
_ZERO = re.compile(r"\+00:00(?=$|\[)")


class Checked(list[Any]):
    """Rows in which every value is one that both engines take: they are not looked through again."""


def checked(rows: Iterable[object]) -> Checked:
    """The rows, each value as `parameters` would hand it on.

    Raises:
        QueryRefused: as `parameters`.
    """
    return Checked(_parameter("rows", row) for row in rows)


def parameters(given: Mapping[str, object] | None) -> dict[str, Value]:
    """Parameters as both engines take them: dates and times become ISO strings, tuples lists.

    Raises:
        QueryRefused: a value, or a whole number beyond 64 bits, that no engine stores.

    >>> parameters({"d": date(2024, 1, 2), "ids": ("a", "b")})
    {'d': '2024-01-02', 'ids': ['a', 'b']}
    """
    return {name: _parameter(name, value) for name, value in (given or {}).items()}


def _parameter(name: str, value: Any) -> Any:
    # Hundreds of thousands of values pass here in a load: the usual types come first, by identity.
    kind = type(value)
    if kind is str:
        return value if value.isascii() else _encodable(value)
    if value is None or kind is float or kind is bool:
        return value
    if kind is dict:
        return {str(key): _parameter(name, item) for key, item in value.items()}
    if kind is Checked:
        return value
    if kind is list:
        return [_parameter(name, item) for item in value]
    return _unusual(name, value)


def encodable(value: str | None) -> str | None:
    r"""A text as every engine takes it: half a surrogate pair is none; one sign for one keeps every offset.

    >>> encodable("half a pair: \ud83d") == "half a pair: \ufffd"
    True
    """
    return value if value is None or value.isascii() else _encodable(value)


def storable(name: str, value: int) -> int:
    """The number, which is called so.

    Raises:
        QueryRefused: no engine stores it: it does not fit into 64 bits.
    """
    if not -_INT64 <= value < _INT64:
        raise QueryRefused(f"parameter {name!r}: {value} does not fit into 64 bits")
    return value


def _encodable(value: str) -> str:
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unusual(name: str, value: object) -> Value:
    if isinstance(value, str):
        return _encodable(value)
    if isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return storable(name, value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _parameter(name, item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_parameter(name, item) for item in value]
    raise QueryRefused(f"parameter {name!r}: a {type(value).__name__} is no value of a query")


def clock(iso: str) -> str:
    """An ISO time in the spelling that both engines give back: no zeros that say nothing, Z for UTC.

    >>> clock("2024-01-02T03:04:05.000000000+00:00"), clock("03:04:05.500000+02:00")
    ('2024-01-02T03:04:05Z', '03:04:05.500+02:00')
    """

    def thousands(match: re.Match[str]) -> str:
        digits = match[1].rstrip("0")
        return f".{digits.ljust(-(-len(digits) // 3) * 3, '0')}" if digits else ""

    return _ZERO.sub("Z", _FRACTION.sub(thousands, iso))


def plain(value: object) -> Value:
    """A value from an engine as a plain one; what has no plain form becomes its text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date | datetime | time):
        return clock(value.isoformat())
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [plain(item) for item in value]
    return str(value)
