"""What one clause uses of another, where the embedded engine does not see it, and says nothing.

- `MATCH (a)-[s:SUPPLIES]->(b) MATCH (i:Item {id: s.item})`: it does not look into the maps of patterns for
  what is used, takes `s` for needless and leaves it null. `WHERE s IS NOT NULL` says that it is needed.
- `MATCH (a) UNWIND [a.kind] AS kind MATCH (b {kind: kind})`: it plans both MATCH as one, before there is a
  `kind`. A `WITH *` parts them.
- `CALL { WITH * ... }`: it hands nothing over. `CALL (*) { ... }` does.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.store.dialect.chains import is_call, pattern_of, variables, with_condition
from graph.store.dialect.clauses import Query, Span
from graph.store.dialect.tokens import word_set

_PARTS = word_set("WHERE ORDER SKIP OFFSET LIMIT")


def keep_relationships(query: Query) -> str | None:
    """The query with the relationships of one MATCH that a pattern's map uses kept; None where all are."""
    used = {query.text_at(position) for position in _in_maps(query)}
    for clause in query.clauses() if used else ():
        if clause.kind not in ("MATCH", "OPTIONAL"):
            continue
        where = query.where(clause)
        told = {query.text_at(at) for at in range(where, clause.whole.last)} if where is not None else set()
        names = {
            query.text_at(variable.at)
            for variable in variables(query, pattern_of(query, clause))
            if query.text_at(variable.bracket) == "["
        }
        needed = sorted((names & used) - told)
        if needed:
            condition = " AND ".join(f"{name} IS NOT NULL" for name in needed)
            return query.with_replaced(clause.whole, with_condition(query, clause, condition))
    return None


def part_from_unwind(query: Query) -> str | None:
    """The query with a WITH between one UNWIND and the MATCH behind it; None where the engine takes them."""
    matched: dict[int, bool] = {}  # by the bracket around: whether a MATCH stands before, in the same part
    after_unwind: dict[int, bool] = {}
    for clause in query.clauses():
        level = query.enclosing(clause.whole.first)
        if clause.kind == "MATCH" and matched.get(level) and after_unwind.get(level):
            first = Span(clause.whole.first, clause.whole.first + 1)
            return query.with_replaced(first, f"WITH * {query.source(first)}")
        after_unwind[level] = clause.kind == "UNWIND"
        if clause.kind in ("MATCH", "OPTIONAL"):
            matched[level] = True
        elif clause.kind in ("WITH", "UNION"):
            matched[level] = False
    return None


def hand_all_over(query: Query) -> str | None:
    """The query with one `CALL { WITH * ... }` as `CALL (*) { ... }`; None where there is none."""
    for clause in query.clauses():
        brace = clause.whole.first + 1
        if clause.kind != "CALL" or query.text_at(brace) != "{" or not _hands_over(query, brace + 1):
            continue
        whole = Span(clause.whole.first, query.partner[brace] + 1)
        by = [(Span(whole.first, brace + 3), "CALL (*) {")]
        by += [(Span(at, at + 2), "") for at in _later_parts(query, brace) if _hands_over(query, at)]
        return query.with_replaced(whole, query.replaced(whole, by))
    return None


def _later_parts(query: Query, brace: int) -> Iterator[int]:
    """Where the queries behind each UNION of a subquery begin."""
    for at in query.top(Span(brace + 1, query.partner[brace])):
        if query.begins(at, word_set("UNION")):
            yield at + 1 + (query.tokens[at + 1].word in ("ALL", "DISTINCT"))


def _hands_over(query: Query, at: int) -> bool:
    """Whether a query begins with a "WITH *" and nothing more."""
    words = (query.text_at(at).upper(), query.text_at(at + 1))
    return words == ("WITH", "*") and query.begins_clause(at + 2) and not query.begins(at + 2, _PARTS)


def _in_maps(query: Query) -> Iterator[int]:
    """The positions of variables in maps of patterns, keys and properties left out."""
    for position, token in enumerate(query.tokens):
        if token.is_name and query.text_at(position - 1) != "." and query.text_at(position + 1) != ":":
            outer = query.enclosing(position)
            while outer >= 0 and not query.is_subquery(outer):
                if query.text_at(outer) == "{" and _is_of_pattern(query, outer):
                    yield position
                    break
                outer = query.enclosing(outer)


def _is_of_pattern(query: Query, brace: int) -> bool:
    """Whether this map is that of a node or a relationship: `(a:Actor {id: x})`, `[:T {x: 1}]`."""
    outer, after = query.enclosing(brace), query.partner[brace] + 1
    if outer < 0 or query.text_at(outer) not in ("(", "[") or is_call(query, outer):
        return False
    return query.partner[outer] == after or query.tokens[after].word == "WHERE"
