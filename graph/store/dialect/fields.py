"""Fields of the maps that make days, times and durations: `date({year: 2025, month: 6})`.

The embedded engine passes over what it does not know (`duration({month: 3})` is no time at all there) and
fills in what is missing. Neo4j refuses both, and takes `Month` for `month`.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import QueryRefused
from graph.store.dialect.chains import is_call
from graph.store.dialect.clauses import Query, Span

_DAYS = "year quarter month week day dayOfWeek dayOfQuarter ordinalDay date"
_TIMES = "hour minute second millisecond microsecond nanosecond time"
_BOTH = f"{_DAYS} {_TIMES} datetime epochSeconds epochMillis"
_FIELDS = {
    "date": _DAYS,
    "datetime": f"{_BOTH} timezone",
    "localdatetime": _BOTH,
    "time": f"{_TIMES} timezone",
    "localtime": _TIMES,
    "duration": "years months weeks days hours minutes seconds milliseconds microseconds nanoseconds",
}
_KNOWN = {name: {field.lower(): field for field in fields.split()} for name, fields in _FIELDS.items()}
_WHOLES = {"day": "month", "dayofweek": "week", "dayofquarter": "quarter"}
_BEFORE = {
    "minute": "hour",
    "second": "minute",
    "millisecond": "second",
    "microsecond": "second",
    "nanosecond": "second",
}
_KINDS = ({"month", "day"}, {"week", "dayofweek"}, {"quarter", "dayofquarter"}, {"ordinalday"})  # of a day
_EPOCHS = {"epochseconds", "epochmillis"}


def as_spelled(query: Query) -> str | None:
    """The query with one field spelled as the engine knows it; None where all are."""
    for name, brace, _ in _maps(query):
        for at in _keys(query, brace):
            known = _KNOWN[name].get(query.text_at(at).lower(), query.text_at(at))
            if known != query.text_at(at):
                return query.with_replaced(Span(at, at + 1), known)
    return None


def refuse(query: Query) -> None:
    """Refuse a map with a field that there is not, or without one that it needs.

    Raises:
        QueryRefused: there is one.
    """
    for name, brace, makes in _maps(query):
        told = {query.text_at(at).lower(): query.text_at(at) for at in _keys(query, brace)}
        unknown = next((field for key, field in told.items() if key not in _KNOWN[name]), None)
        if unknown is not None:
            raise QueryRefused(f"{name} has no {unknown}, but {', '.join(_KNOWN[name].values())}")
        if makes:
            _refuse_told(query.source(Span(brace, query.partner[brace] + 1)), name, set(told))


def _refuse_told(source: str, name: str, told: set[str]) -> None:
    missing = _missing(name, told)
    if missing is not None:
        raise QueryRefused(f"{source}: {missing} is missing")
    if sum(bool(kind & told) for kind in _KINDS) > 1 and not told & {"date", "datetime"}:
        raise QueryRefused(f"{source}: a day is told by its month, its week, its quarter or the year alone")
    if "timezone" in told and (told & _EPOCHS or len(told) == 1):
        raise QueryRefused(
            f"{source}: the embedded engine passes over this timezone:"
            " write datetime({datetime: ..., timezone: ...})"
        )


def _maps(query: Query) -> Iterator[tuple[str, int, bool]]:
    """The maps: what they are of, where each begins, and whether it makes a value (none of truncate does)."""
    for brace, token in enumerate(query.tokens):
        outer = query.enclosing(brace)
        if token.text != "{" or outer < 1 or query.text_at(outer) != "(" or not is_call(query, outer):
            continue
        truncates = query.text_at(outer - 1).lower() == "truncate" and query.text_at(outer - 2) == "."
        name = query.text_at(outer - 3 if truncates else outer - 1).lower()
        first = outer + 1 == brace
        alone = query.text_at(brace - 1) == "," if truncates else first
        if name in _KNOWN and alone and (truncates or query.text_at(outer - 2) != "."):
            yield name, brace, not truncates


def _keys(query: Query, brace: int) -> Iterator[int]:
    for at in query.top(Span(brace + 1, query.partner[brace])):
        if query.text_at(at - 1) in ("{", ",") and query.text_at(at + 1) == ":":
            yield at


def _missing(name: str, told: set[str]) -> str | None:
    """The field that has to be told beside these."""
    if name == "duration" or not told:
        return None if told else "a field"
    has_day, has_time = told & (_EPOCHS | {"date", "datetime"}), told & (_EPOCHS | {"time", "datetime"})
    needed = {} if has_day else {part: whole for part, whole in _WHOLES.items() if part in told}
    needed |= {} if has_time else {later: earlier for later, earlier in _BEFORE.items() if later in told}
    missing = next((field for field in needed.values() if field not in told), None)
    if has_day or missing or name in ("time", "localtime") or told == {"timezone"}:
        return missing
    if "year" not in told:
        return "year"
    if not told & {"hour", "time"} or "ordinalday" in told:
        return None
    part = next((part for part, whole in _WHOLES.items() if whole in told), None)
    return "month" if part is None else None if part in told else _KNOWN["date"][part]
