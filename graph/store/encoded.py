"""Rows as the embedded engine's batch interface takes them: JSON texts, made before the engine is free.

Its driver would walk through every value and then encode it, while the engine waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from graph.store import rows
from graph.store.values import Checked

_DAYS = [rows.ASSERTION.index(name) for name in ("when_start", "when_end")]
_encode = msgspec.json.Encoder().encode
_TAG = "\u0001"  # what JSON cannot carry stands in an object with this key, as kind and text


@dataclass(frozen=True, slots=True)
class Encoded:
    """The properties of claims and of new assertions by their ids, and of shortcuts by their claim."""

    claims: dict[str, bytes]
    assertions: dict[str, bytes]
    supplies: dict[str, bytes]


def _properties(*names: str) -> type[msgspec.Struct]:
    """What holds values of these names, and leaves out of its text those that are nothing."""
    return msgspec.defstruct("_Properties", [(name, object, None) for name in names], omit_defaults=True)


_Claim, _Assertion = _properties(*rows.CLAIM), _properties(*rows.ASSERTION[2:])
_Supplies = _properties("claim", *rows.SUPPLIES[3:])  # but the ends


def assertion_texts(assertions: Checked) -> dict[str, bytes]:
    """The texts of these rows, which are in the order of ASSERTION, by the assertions' ids."""
    said: dict[str, bytes] = {}
    for row in assertions:
        values = list(row)
        for place in _DAYS:
            if values[place] is not None:
                values[place] = {_TAG: ("D", values[place])}
        said[row[2]] = _encode(_Assertion(*values[2:]))
    return said


def encoded(claims: Checked, assertions: dict[str, bytes], supplies: Checked) -> Encoded:
    """The texts of these rows, which are in the order of CLAIM and SUPPLIES, beside those of assertions."""
    return Encoded(
        {row[0]: _encode(_Claim(*row)) for row in claims},
        assertions,
        {row[0]: _encode(_Supplies(row[0], *row[3:])) for row in supplies},
    )


def text(properties: Iterable[tuple[str, object]]) -> bytes:
    """The text of one node's or relationship's properties; what is nothing is left out.

    >>> text([("id", "a"), ("unit", None)])
    b'{"id":"a"}'
    """
    return _encode({name: value for name, value in properties if value is not None})
