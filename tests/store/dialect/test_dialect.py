"""How the embedded engine is asked: what it can do is left to the letter, the rest is written otherwise.

That the answers are then those of Neo4j: tests/query/test_statements.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import QueryRefused
from graph.query import cypher
from graph.store import queries
from graph.store.dialect import for_embedded

_TEXTS = [
    *(Path(cypher.__file__).parent / "texts").glob("*.cypher"),
    *Path(queries.__file__).parent.glob("*.cypher"),
]

LEFT = [
    "",
    "RETURN 1;",
    "MATCH (a:Actor) RETURN a.kind AS kind, count(*) AS number ORDER BY number DESC, kind SKIP 1 LIMIT 2",
    "MATCH (a) RETURN a.`count(*) > 3`, 'count(*) > 3' // count(*) > 3",
    "MATCH (a) WITH a, count(*) AS n WHERE n > 3 RETURN a.count > 3, a.sum",
    "WITH {count: 3} AS sum RETURN sum.count > 2",
    "MATCH (a) RETURN COUNT { (a)-->() } > 3 AS many, EXISTS { MATCH (a) RETURN count(*) } AS some",
    "MATCH (a) WITH a.name AS name, a ORDER BY a.kind, name RETURN name",
    "MATCH (a) WITH * ORDER BY a.kind RETURN a",
    "MATCH (a) WITH DISTINCT a.name AS name ORDER BY name RETURN name",
    "MATCH (a) RETURN a.name AS name ORDER BY a.kind",
    "MATCH (order:Actor) WITH order AS limit MATCH (limit)-->(b) RETURN limit.where AS skip ORDER BY skip",
    "MATCH (a) WHERE a.name STARTS WITH 'x' RETURN a ORDER BY date.truncate('month', a.day)",
    "MATCH p = shortestPath((a)-[:T*..3]-(b)) WHERE a <> b RETURN p",
    "MATCH p = SHORTEST 3 (a)-[:T]-+(b) RETURN p",
    "MATCH p = SHORTEST 1 ((a)-[:T]->(b))+ RETURN p",
    "MATCH p = SHORTEST 1 (a)-[:T]->+(a) RETURN p",
    "MATCH p = SHORTEST 1 (a)((x)-[:T]->(y))+(b) RETURN y",
    "MATCH p = SHORTEST 1 (a)((:X)-[:T]->())+(b) RETURN p",
    "MATCH (a)-[s]->(b) WHERE s.x > 1 MATCH (c {id: s.id}), (d {s: 1, t: a.s}) RETURN date({year: s.y})",
    "UNWIND $rows AS row UNWIND row AS x MATCH (a {id: x}) WITH a UNWIND a.l AS y MATCH (b {id: y}) RETURN b",
    "MATCH (a) CALL { WITH a RETURN 1 AS x } CALL { WITH * WHERE 1 = 1 RETURN 2 AS y } RETURN x",
    "MATCH (a)-->(n) WHERE (a)-->(b) AND NOT (b)-->(a) RETURN [(a)-->(c) | c.x], (a) - (b), a { .x } AS y",
    "OPTIONAL MATCH (n) MATCH (n)-->(a) OPTIONAL MATCH (n)-->(a) RETURN EXISTS { (a)-->(n) }",
    "MATCH (a) OPTIONAL MATCH (a)-->(n) WITH a, n WHERE n IS NOT NULL MATCH (a)-->(n) RETURN a",
    "MATCH (a) OPTIONAL MATCH (a)-->(n) WITH a MATCH (a)-->(n) RETURN a",
    "MATCH p = SHORTEST 1 (a)-[:T]-{2,3}(b) RETURN p",
    "RETURN 1 IS :: INTEGER NOT NULL, x IS TYPED LIST<INTEGER | FLOAT>, [y IN l WHERE y IS :: STRING | y]",
    "MATCH (a) RETURN a.t IS :: TIMESTAMP WITH TIME ZONE",
    "WITH $l AS as MATCH (a) WHERE a.id IN as RETURN a",
    "CALL { MATCH (a) RETURN a UNION ALL MATCH (b) RETURN b AS a } RETURN a",
    "CALL { MATCH (a) RETURN a.x AS x, count(a) AS n UNION MATCH (b) RETURN b.y AS x, 1 AS n } RETURN x",
    "MATCH (a) CALL { WITH a RETURN a.x AS x } MATCH (b) RETURN a, b, x {.crs} AS m",
    "MATCH (a {name: 'not closed) RETURN count(*) > 3",
    "MATCH (a]) RETURN count(*) > 3",
]


@pytest.mark.parametrize("query", LEFT)
def test_what_the_engine_can_do_is_left_to_the_letter(query: str) -> None:
    assert for_embedded(query) == query


@pytest.mark.parametrize("path", _TEXTS, ids=lambda path: path.stem)
def test_the_projects_own_texts_are_asked_as_they_stand(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert for_embedded(text) == text


CHANGED = {
    "an aggregate in a comparison": (
        "MATCH (a) RETURN a.kind AS kind, count(*) > 3 AS many ORDER BY kind",
        "MATCH (a) WITH a.kind AS _lifted1, count(*) AS _lifted2"
        " RETURN _lifted1 AS kind, _lifted2 > 3 AS many ORDER BY kind",
    ),
    "columns keep the names that nobody gave them": (
        "RETURN n.`a b`,  NOT  count( * ) > 1",
        "WITH n.`a b` AS _lifted1, count( * ) AS _lifted2"
        " RETURN _lifted1 AS `n.``a b```, NOT  _lifted2 > 1 AS `NOT  count( * ) > 1`",
    ),
    "a variable stays a variable, a key is known wherever it stands": (
        "MATCH (a)-->(b) RETURN DISTINCT a, b.x AS x, a.y + b.x + sum(b.n) AS s"
        " ORDER BY b.x, sum(b.n) * 2 LIMIT 1",
        "MATCH (a)-->(b) WITH a, b.x AS _lifted1, sum(b.n) AS _lifted2 RETURN DISTINCT a, _lifted1 AS x,"
        " a.y + _lifted1 + _lifted2 AS s ORDER BY _lifted1, _lifted2 * 2 LIMIT 1",
    ),
    "in a subquery": (
        "MATCH (a) CALL (a) { MATCH (a)-->(b) RETURN collect(b)[0] IS NULL AS none } RETURN a, none",
        "MATCH (a) CALL (a) { MATCH (a)-->(b) WITH collect(b) AS _lifted1"
        " RETURN _lifted1[0] IS NULL AS none } RETURN a, none",
    ),
    "an aggregate to order by": (
        "MATCH (a) RETURN a.kind AS kind, count(*) AS n ORDER BY -count(*)",
        "MATCH (a) WITH a.kind AS _lifted1, count(*) AS _lifted2 RETURN _lifted1 AS kind, _lifted2 AS n"
        " ORDER BY -_lifted2",
    ),
    "an order by what is dropped": (
        "MATCH (a) WITH a.name AS name ORDER BY name, a.kind DESC SKIP 1 LIMIT 2 RETURN name",
        "MATCH (a) WITH a.name AS name, a.kind AS _kept1 ORDER BY name, _kept1 DESC SKIP 1 LIMIT 2 WITH name"
        " RETURN name",
    ),
    "an order by what is dropped and what is new": (
        "MATCH (a) WITH a.x + 1 AS y ORDER BY y * a.z RETURN y",
        "MATCH (a) WITH a.x + 1 AS y, (a.x + 1) * a.z AS _kept1 ORDER BY _kept1  WITH y RETURN y",
    ),
    "a condition behind a limit": (
        "MATCH (a) WITH a ORDER BY a.x LIMIT 3 WHERE a.y RETURN a",
        "MATCH (a) WITH a ORDER BY a.x LIMIT 3 WITH * WHERE a.y RETURN a",
    ),
    "the relationships of a shortest path": (
        "MATCH shortestPath((a)-[r:T*]-(b)) RETURN r",
        "MATCH _path8 = shortestPath((a)-[:T*]-(b)) WITH *, relationships(_path8) AS r RETURN r",
    ),
    "a condition on a shortest path": (
        "MATCH p = shortestPath((a)-[r*..2]-(b)) WHERE size(r) > 1 AND a.x RETURN p",
        "MATCH (a), (b) WHERE a.x CALL (*) {"
        " CALL (*) { MATCH p = allShortestPaths((a)-[*..2]-(b)) RETURN collect(p) AS _any }"
        " WITH *, length(_any[0]) AS _least"
        " CALL (*) { UNWIND _any AS p WITH * WHERE size(relationships(p)) > 1 RETURN collect(p) AS _found1 }"
        " CALL (*) { WITH * WHERE _least < 2 AND size(_found1) = 0 MATCH p = (a)-[*2]-(b)"
        " WHERE size(relationships(p)) > 1 WITH p LIMIT 1 RETURN collect(p) AS _found2 }"
        " UNWIND (_found1 + _found2)[..1] AS p RETURN p } WITH *, relationships(p) AS r RETURN p",
    ),
    "a condition on shortest paths in a subquery": (
        "RETURN EXISTS { MATCH (a), p = allShortestPaths((a)<--(:B {x: 1})) WHERE length(p) = 1 OR a.x }"
        " AS x",
        "RETURN EXISTS { MATCH (a), (_end18:B {x: 1}) CALL (*) {"
        " CALL (*) { MATCH p = allShortestPaths((a)<-[*..1]-(_end18)) RETURN collect(p) AS _any }"
        " WITH *, length(_any[0]) AS _least"
        " CALL (*) { UNWIND _any AS p WITH * WHERE length(p) = 1 OR a.x RETURN collect(p) AS _found1 }"
        " UNWIND (_found1) AS p RETURN p } RETURN 1 AS _ } AS x",
    ),
    "a condition on what SHORTEST found": (
        "MATCH p = SHORTEST 1 (a)-[r:T]->+(b) WHERE a.x AND size(r) > 1 RETURN p",
        "MATCH p = shortestPath((a)-[:T*1..]->(b)) WHERE a <> b AND a.x WITH *, relationships(p) AS r"
        " WITH * WHERE size(r) > 1 RETURN p",
    ),
    "the columns of a UNION": (
        "MATCH (a) RETURN a.x, 1 AS n UNION MATCH (a) RETURN 2 AS n, a.x LIMIT 2",
        "MATCH (a) RETURN a.x, 1 AS n UNION MATCH (a) RETURN a.x AS `a.x`, 2 AS n LIMIT 2",
    ),
    "the day of a quarter": (
        "RETURN date().quarterDay",
        "RETURN date().dayOfQuarter AS `date().quarterDay`",
    ),
    "SHORTEST": (
        "MATCH p = SHORTEST 1 (a {x: 1})-[:T|U]->+(b) RETURN p",
        "MATCH p = shortestPath((a {x: 1})-[:T|U*1..]->(b)) WHERE a <> b RETURN p",
    ),
    "ANY SHORTEST": (
        "MATCH p = any shortest paths (a)<-- {1,4} (b:B) RETURN p",
        "MATCH p = shortestPath((a)<-[*1..4]-(b:B)) WHERE a <> b RETURN p",
    ),
    "ALL SHORTEST": (
        "MATCH (a), p = ALL SHORTEST (a)-[:T]-*(b) RETURN p",
        "MATCH (a), p = allShortestPaths((a)-[:T*0..]-(b)) RETURN p",
    ),
    "SHORTEST between nodes without names, with a condition": (
        "OPTIONAL MATCH p = SHORTEST 1 (:A)--+() USING INDEX x WHERE z OR y RETURN p",
        "OPTIONAL MATCH p = shortestPath((_end6:A)-[*1..]-(_end13)) USING INDEX x"
        " WHERE _end6 <> _end13 AND (z OR y) RETURN p",
    ),
    "SHORTEST over brackets": (
        "MATCH p = SHORTEST 1 (a) ((x)-[r:T]->()){1,3} (b) RETURN r",
        "MATCH p = shortestPath((a)-[:T*1..3]->(b)) WHERE a <> b WITH *, relationships(p) AS r RETURN r",
    ),
    "a bare pattern": (
        "MATCH (a) RETURN CASE WHEN (a)-[:T]->({x: 1}) THEN 1 END",
        "MATCH (a) RETURN CASE WHEN EXISTS { (a)-[:T]->({x: 1}) } THEN 1 END"
        " AS `CASE WHEN (a)-[:T]->({x: 1}) THEN 1 END`",
    ),
    "a bare pattern in a list": (
        "MATCH (a) WHERE none(x IN y WHERE (x)<--(a)) RETURN exists((a)--()) AS z",
        "MATCH (a) WHERE none(x IN y WHERE EXISTS { (x)<--(a) }) RETURN EXISTS { (a)--() } AS z",
    ),
    "the path of a comprehension": (
        "MATCH (a) RETURN [p = (a)-->(b) WHERE length(p) > 1 | b.x] AS x",
        "MATCH (a) RETURN COLLECT { MATCH p = (a)-->(b) WHERE length(p) > 1 RETURN b.x AS _ } AS x",
    ),
    "a quantified relationship with a condition": (
        "MATCH (a)<-[r:T WHERE r.x > 1]-{1,3}(b)--(c) RETURN r",
        "MATCH (a)(()<-[r:T WHERE r.x > 1]-()){1,3}(b)--(c) RETURN r",
    ),
    "a MATCH of what may be null": (
        "OPTIONAL MATCH (n) MATCH (a)-[:T]->(n) RETURN a",
        "OPTIONAL MATCH (n) WITH * WHERE n IS NOT NULL MATCH (a)-[:T]->(n) RETURN a",
    ),
    "an OPTIONAL MATCH of what may be null": (
        "OPTIONAL MATCH (a)-[r]->(n) OPTIONAL MATCH (n)-[r]->(b:B)<--(n {x: 1}) WHERE b.x OR b.y RETURN a",
        "OPTIONAL MATCH (a)-[r]->(n) OPTIONAL MATCH (n)-[_same1]->(b:B)<--(_same2 {x: 1})"
        " WHERE _same1 = r AND _same2 = n AND (b.x OR b.y) RETURN a",
    ),
    "a subquery of what may be null": (
        "MATCH (a) WITH a, head(a.l) AS n RETURN COUNT { (a)-->(n) } AS x",
        "MATCH (a) WITH a, head(a.l) AS n"
        " RETURN COUNT { WITH * WHERE n IS NOT NULL MATCH (a)-->(n) RETURN 1 AS _ } AS x",
    ),
    "a relationship that a map needs": (
        "MATCH (a)-[s:T]->(b), (a)--(c {y: [toLower(s.x)]}) RETURN c",
        "MATCH (a)-[s:T]->(b), (a)--(c {y: [toLower(s.x)]}) WHERE s IS NOT NULL RETURN c",
    ),
    "a relationship that a map needs, with a condition": (
        "OPTIONAL MATCH (a)-[s]->(b) WHERE a.x OR b.x MATCH (b)-[:T {y: s.y} WHERE true]->() RETURN s",
        "OPTIONAL MATCH (a)-[s]->(b) WHERE s IS NOT NULL AND (a.x OR b.x)"
        " MATCH (b)-[:T {y: s.y} WHERE true]->() RETURN s",
    ),
    "a MATCH behind an UNWIND": (
        "MATCH (a) UNWIND a.x AS x UNWIND x AS y MATCH (b {id: y}) RETURN b",
        "MATCH (a) UNWIND a.x AS x UNWIND x AS y WITH * MATCH (b {id: y}) RETURN b",
    ),
    "all handed over": (
        "MATCH (a) CALL { WITH * RETURN a.x AS x UNION ALL WITH * RETURN a.y AS x } RETURN x",
        "MATCH (a) CALL (*) { RETURN a.x AS x UNION ALL  RETURN a.y AS x } RETURN x",
    ),
    "columns beside a star": (
        "MATCH (a) RETURN *, a.x, a.y AS y ORDER BY y",
        "MATCH (a) WITH *, a.x AS `a.x`, a.y AS y RETURN * ORDER BY y",
    ),
    "a map has the name of its variable": (
        "MATCH (a) RETURN a {.x}, COUNT { (a)--() }",
        "MATCH (a) RETURN a {.x} AS a, COUNT { (a)--() }",
    ),
    "the star of a subquery": (
        "MATCH (a) CALL (a) { MATCH (c), (b)-->(a) RETURN * LIMIT 1 } RETURN a, b, c",
        "MATCH (a) CALL (a) { MATCH (c), (b)-->(a) RETURN b, c LIMIT 1 } RETURN a, b, c",
    ),
    "what a subquery gives may be null": (
        "MATCH (a) OPTIONAL CALL (a) { MATCH (a)-->(b) RETURN b } MATCH (c)-->(b) RETURN c",
        "MATCH (a) OPTIONAL CALL (a) { MATCH (a)-->(b) RETURN b } WITH * WHERE b IS NOT NULL MATCH (c)-->(b)"
        " RETURN c",
    ),
    "nodes that a subquery gives once": (
        "MATCH (a) CALL (a) { MATCH (a)-->(b) RETURN b UNION MATCH (a)<--(b) RETURN b } RETURN b",
        "MATCH (a) CALL (a) { CALL (a) { MATCH (a)-->(b) RETURN b UNION ALL MATCH (a)<--(b) RETURN b }"
        " RETURN DISTINCT b } RETURN b",
    ),
    "nodes that a subquery gives once, which is handed something": (
        "MATCH (a) CALL { WITH a RETURN [a] AS l UNION DISTINCT WITH a RETURN a.l AS l } RETURN l",
        "MATCH (a) CALL { WITH a CALL { WITH a RETURN [a] AS l UNION ALL WITH a RETURN a.l AS l }"
        " RETURN DISTINCT l } RETURN l",
    ),
    "one of several types": (
        "MATCH (a) WHERE NOT a.x + 1 IS :: INT | FLOAT"
        " AND a.y STARTS WITH 'b' IS NOT TYPED BOOL | DATE RETURN a",
        "MATCH (a) WHERE NOT (a.x + 1 IS :: INTEGER OR a.x + 1 IS :: FLOAT)"
        " AND (a.y STARTS WITH 'b' IS NOT TYPED BOOL AND a.y STARTS WITH 'b' IS NOT TYPED DATE) RETURN a",
    ),
    "the system of a point": (
        "MATCH (a) WHERE a.p[0].crs = 'wgs-84' RETURN point(a.p).crs",
        "MATCH (a) WHERE toLower(a.p[0].crs) = 'wgs-84' RETURN toLower(point(a.p).crs) AS `point(a.p).crs`",
    ),
    "fields are spelled as Neo4j spells them": (
        "RETURN date({Year: 2025, MONTH: a.Month}), duration({Days: 1}), date.truncate('year', d, {DAY: 2})",
        "RETURN date({year: 2025, month: a.Month}), duration({days: 1}), date.truncate('year', d, {day: 2})",
    ),
    "long numbers": ("RETURN 1_000 + 0x_FF", "RETURN 1000 + 0xFF"),
    "the version of Cypher": ("CYPHER 5 runtime = slotted RETURN 1", "RETURN 1"),
}


@pytest.mark.parametrize(("query", "asked"), CHANGED.values(), ids=CHANGED)
def test_what_it_cannot_do_is_written_otherwise(query: str, asked: str) -> None:
    assert for_embedded(query) == asked
    assert for_embedded(asked) == asked, "and that is left as it is"


def test_what_cannot_be_written_otherwise_is_refused() -> None:
    with pytest.raises(QueryRefused, match="beside"):
        for_embedded("MATCH (a) WITH *, count(*) > 1 AS many RETURN a, many")
    with pytest.raises(QueryRefused, match="NOT NULL"):
        for_embedded("RETURN 1 IS :: INTEGER | FLOAT NOT NULL")
