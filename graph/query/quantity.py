"""Quantities as a person reads them."""

from __future__ import annotations

_WORDS = {"about": "about ", "at_least": "at least ", "at_most": "at most "}
_UNSAID = ("", "piece", "pieces")


def quantity_text(
    quantity: float, quantity_max: float | None = None, qualifier: str | None = None, unit: str | None = None
) -> str:
    """A quantity with its qualifier and unit; pieces are not said.

    >>> quantity_text(120, qualifier="about"), quantity_text(100, 150, unit="per month")
    ('about 120', '100-150 per month')
    >>> quantity_text(6_000_000, unit="rounds")
    '6,000,000 rounds'
    """
    numbers = _plain(quantity)
    if quantity_max is not None and quantity_max != quantity:
        numbers += f"-{_plain(quantity_max)}"
    after = "" if unit is None or unit in _UNSAID else f" {unit}"
    return f"{_WORDS.get(qualifier or '', '')}{numbers}{after}"


def _plain(number: float) -> str:
    if float(number).is_integer() and abs(number) < 2**53:
        whole = int(number)
        return f"{whole:,}" if abs(whole) >= 10_000 else str(whole)
    return f"{number:g}"
