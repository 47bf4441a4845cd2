"""Queries made at random, of the parts that analysts use."""

from __future__ import annotations

from random import Random

ORDERED = "/* ordered */"
"""The last words of a query that orders its rows."""

_PATTERNS = (
    ("MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor)", "abs"),
    ("MATCH (a:Actor) OPTIONAL MATCH (a)-[s:SUPPLIES]->(b:Actor)", "abs"),
    ("MATCH (a:Actor)<-[:SUBJECT]-(c:Claim) OPTIONAL MATCH (c)-[:OBJECT]->(i:Item)", "aci"),
    ("MATCH (c:Claim)<-[:ABOUT]-(x:Assertion)<-[:STATES]-(t:Article)", "cxt"),
    ("MATCH (i:Item) OPTIONAL MATCH (i)-[:KIND_OF*1..2]->(k:Item)", "ik"),
)
_TEXTS = {"a": "name kind", "b": "name kind", "i": "name", "k": "name", "s": "item modality"}
_TEXTS |= {"c": "relation first_reported", "x": "modality unit extractor", "t": "published title"}
_NUMBERS = {"c": "origins denied", "x": "quantity start", "i": "calibre_mm", "s": "origins reported"}
_KEYS = {"s": "claim"}  # of what has no id


def _text(dice: Random, names: str) -> str:
    name = dice.choice(names)
    return f"{name}.{dice.choice(_TEXTS[name].split())}"


def _number(dice: Random, names: str) -> str:
    known = [name for name in names if name in _NUMBERS]
    if not known:
        return f"size({_text(dice, names)})"
    name = dice.choice(known)
    return f"{name}.{dice.choice(_NUMBERS[name].split())}"


def _condition(dice: Random, names: str) -> str:
    one = dice.choice(
        (
            f"{_text(dice, names)} CONTAINS 'r'",
            f"{_text(dice, names)} IN ['state', 'reported', 'supplies']",
            f"{_text(dice, names)} IS NOT NULL",
            f"{_number(dice, names)} > {dice.choice((0, 1, 100))}",
            f"{_text(dice, names)} =~ '.*[aeo]n.*'",
        )
    )
    return dice.choice((one, f"NOT {one}", f"({one} OR {_text(dice, names)} < 'n')"))


def _value(dice: Random, names: str) -> str:
    return dice.choice(
        (
            _text(dice, names),
            _number(dice, names),
            f"left({_text(dice, names)}, 2)",
            f"coalesce({_text(dice, names)}, '-') + '!'",
            f"CASE WHEN {_condition(dice, names)} THEN {_number(dice, names)} ELSE -1 END",
        )
    )


def _aggregate(dice: Random, names: str) -> str:
    return dice.choice(
        (
            "count(*)",
            f"sum({_number(dice, names)})",
            f"avg({_number(dice, names)})",
            f"count(DISTINCT {_text(dice, names)}) * 2",
            f"count(*) > {dice.choice((1, 3))} AND max({_number(dice, names)}) IS NOT NULL",
            f"'Iran' IN collect({_text(dice, names)})",
            f"NOT (min({_text(dice, names)}) STARTS WITH 'R' OR count(*) > 4)",
            f"CASE WHEN count(*) > 2 THEN 'many' ELSE min({_text(dice, names)}) END",
            f"round(100.0 * sum(CASE WHEN {_condition(dice, names)} THEN 1 ELSE 0 END) / count(*), 1)",
        )
    )


def query_by(dice: Random) -> str:
    """A query; see ORDERED."""
    pattern, names = dice.choice(_PATTERNS)
    begin = f"{pattern} WITH * WHERE {_condition(dice, names)}" if dice.random() < 0.5 else pattern
    keys = ", ".join(f"{name}.{_KEYS.get(name, 'id')}" for name in names)
    value, aggregate, other = _value(dice, names), _aggregate(dice, names), _aggregate(dice, names)
    way, first = dice.choice(("", "DESC")), names[0]
    cut = dice.choice(("", "LIMIT 3", "SKIP 1 LIMIT 4"))
    columns = f"{value} AS v, {aggregate} AS w, {other} AS x"
    return dice.choice(
        (
            f"{begin} RETURN {columns} ORDER BY v, w {way}, x {ORDERED}",
            f"{begin} WITH {columns} WHERE w IS NOT NULL RETURN v, w, x",
            # a null in the list stands for itself: Neo4j may leave it out before it cuts
            f"{begin} WITH {value} AS v ORDER BY {_text(dice, names)} {way}, {keys} {cut}"
            " RETURN collect(coalesce(v, '-')) AS v",
            f"{begin} RETURN DISTINCT {value} AS v, {_value(dice, names)} AS w"
            f" ORDER BY v {way}, w {cut} {ORDERED}",
            f"{begin} WITH {first}, {aggregate} AS w ORDER BY w {way}, {first}.id {cut} WHERE w IS NOT NULL"
            f" RETURN {first}.id AS id, w, {first}.name < 'R' AS r ORDER BY id {ORDERED}",
        )
    )
