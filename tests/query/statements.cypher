// What somebody may ask: run on every engine by test_statements.py, which compares the rows.
// A statement ends with a semicolon at the end of a line. Parameters: $ids, $limit, $map, $name, $none, $pattern, $since.

// counting and grouping
MATCH (n) RETURN labels(n)[0] AS label, count(*) AS number ORDER BY number DESC, label;
MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS number ORDER BY number DESC, type;
MATCH (c:Claim) RETURN c.relation AS relation, sum(c.origins) AS origins, min(c.first_reported) AS first, max(c.last_reported) AS last ORDER BY relation;
MATCH (a:Assertion) RETURN count(*) AS all, count(a.quantity) AS numbers, count(DISTINCT a.modality) AS modalities, sum(a.quantity) AS sum, round(avg(a.quantity), 3) AS mean;
MATCH (a:Assertion) RETURN min(a.quantity) AS least, max(a.quantity) AS most, percentileDisc(a.quantity, 0.5) AS middle, percentileCont(a.quantity, 0.5) AS median, round(stDev(a.quantity), 3) AS spread;
MATCH (n:Nothing) RETURN count(n) AS number, sum(n.x) AS sum, avg(n.x) AS mean, max(n.x) AS most, collect(n.x) AS all;
MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor) RETURN a.name, count(*), max(s.origins) ORDER BY a.name;
MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor) WITH a, count(DISTINCT b) AS takers WHERE takers >= 1 RETURN a.name AS name, takers ORDER BY takers DESC, name;

// aggregates inside expressions
MATCH (c:Claim) RETURN c.relation AS relation, count(c) > 1 AND sum(c.origins) > 2 AS many ORDER BY relation;
MATCH (c:Claim) RETURN c.relation AS relation, collect(c.id)[0] IS NOT NULL AS some, 2 IN collect(c.origins) AS two ORDER BY relation;
MATCH (c:Claim) RETURN c.relation AS relation, NOT count(c) > 1 AS one, max(c.denied) IS NULL AS none ORDER BY relation;
MATCH (c:Claim) RETURN c.relation AS relation, round(100.0 * sum(CASE WHEN c.origins > 1 THEN 1 ELSE 0 END) / count(*), 1) AS percent ORDER BY relation;
MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor) RETURN a, a.name + ': ' + count(s) AS text, [x IN collect(s.origins) WHERE x > 1] AS several ORDER BY a.name;
MATCH (c:Claim) RETURN c.relation + '!', count(*) % 2 = 0, size(collect(DISTINCT c.origins)) ORDER BY c.relation + '!';
MATCH (c:Claim) WITH c.relation AS relation, count(*) * 2 AS twice, collect(c.origins)[0] IN [1, 2] AS known WHERE known RETURN relation, twice ORDER BY twice DESC, relation;
MATCH (c:Claim) RETURN c.relation AS relation, count(*) AS number ORDER BY -count(*), relation;
MATCH (c:Claim) RETURN DISTINCT count(*) > 1 AS many, c.relation STARTS WITH 's' AS s ORDER BY s;

// OPTIONAL MATCH and what is null
MATCH (a:Actor) OPTIONAL MATCH (a)-[s:SUPPLIES]->(b:Actor) RETURN a.name AS name, count(s) AS number, b IS NULL AS nobody ORDER BY name, nobody;
MATCH (c:Claim) OPTIONAL MATCH (c)-[:LOCATION]->(p) RETURN c.relation AS relation, coalesce(p.name, '?') AS place, count(*) AS number ORDER BY relation, place;
UNWIND $ids AS id OPTIONAL MATCH (a:Actor {id: id}) RETURN id, a.name AS name, a IS NULL AS missing ORDER BY id;
MATCH (a:Actor {id: 'iran'}) OPTIONAL MATCH p = (a)-[:PART_OF]->() RETURN p, length(p) AS length, nodes(p) AS nodes;
RETURN null = null AS a, 1 IN [2, null] AS b, null AND false AS c, NOT null AS d, coalesce(null, $none, 3) AS e, nullIf(1, 1) AS f;

// paths
MATCH p = (:Actor {id: 'iran'})-[:SUPPLIES*1..3]->(b:Actor) RETURN [n IN nodes(p) | n.name] AS names, length(p) AS length ORDER BY length, names;
MATCH (a:Actor {id: 'iran'})-[:SUPPLIES]->{1,2}(b:Actor) RETURN b.name AS name, count(*) AS ways ORDER BY name;
MATCH (a:Actor {id: 'iran'})((x)-[s:SUPPLIES]->(y)){1,2}(b) RETURN [n IN y | n.id] AS via, size(s) AS steps ORDER BY steps, via;
MATCH (i:Item)-[:KIND_OF*0..]->(:Item {id: 'drones'}) RETURN i.name AS name ORDER BY name;
MATCH (a:Actor {id: 'iran'})--(c:Claim)--(x) RETURN labels(x)[0] AS label, x.name AS name, count(*) AS ways ORDER BY label, name, ways;
MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor)<-[t:SUPPLIES]-(c:Actor) WHERE a.id < c.id RETURN a.id AS one, c.id AS other, b.id AS taker, count(*) AS ways ORDER BY one, other, taker;
MATCH p = (a:Actor)-[:SUPPLIES*1..2]->(b:Actor) WHERE all(s IN relationships(p) WHERE s.reported > 0) AND none(n IN nodes(p) WHERE n.id = 'iran') RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids;
MATCH p = shortestPath((:Actor {id: 'iran'})-[:SUPPLIES*..5]-(:Actor {id: 'north-korea'})) RETURN [n IN nodes(p) | n.id] AS ids, length(p) AS length;
MATCH p = shortestPath((:Actor {id: 'iran'})-[r:SUPPLIES*..5]-(:Actor {id: 'north-korea'})) RETURN size(r) AS size, [x IN r | type(x)] AS types;
MATCH p = shortestPath((:Actor {id: 'iran'})-[r:SUPPLIES*..5]-(:Actor {id: 'north-korea'})) WHERE length(p) > 1 AND size(r) < 4 RETURN length(p) AS length;
MATCH p = allShortestPaths((:Actor {id: 'iran'})-[:SUPPLIES*..5]-(:Actor {id: 'north-korea'})) RETURN count(p) AS number;
MATCH p = SHORTEST 1 (:Actor {id: 'iran'})-[:SUPPLIES]-+(:Actor {id: 'north-korea'}) RETURN length(p) AS length;
MATCH p = ALL SHORTEST (:Actor {id: 'iran'})-[:SUPPLIES]-{1,4}(:Actor {id: 'north-korea'}) RETURN length(p) AS length, count(*) AS number;
MATCH (a:Actor {id: 'iran'}), (b:Actor {id: 'wagner'}) OPTIONAL MATCH p = shortestPath((a)-[:SUPPLIES*..5]-(b)) RETURN p IS NULL AS apart;
MATCH p = (a:Actor {id: 'iran'})-[s:SUPPLIES]->(b) RETURN p, s, a, startNode(s).id AS start, endNode(s).id AS end ORDER BY s.claim;

// WITH
MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor) WITH a.name AS name ORDER BY s.claim RETURN collect(name) AS names;
MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor) WITH a.name AS name ORDER BY s.origins DESC, b.name, s.claim SKIP 1 LIMIT 3 RETURN collect(name) AS names;
MATCH (a:Actor) WITH a.name AS name ORDER BY CASE a.kind WHEN 'state' THEN 0 ELSE 1 END, name LIMIT 5 WHERE name < 'K' RETURN collect(name) AS names;
MATCH (a:Actor) WITH a ORDER BY a.name LIMIT 4 WHERE a.kind = 'state' RETURN a.name AS name ORDER BY name;
MATCH (a:Actor) WITH a.name AS name WHERE a.kind = 'state' RETURN name ORDER BY name;
MATCH (c:Claim) WITH c.relation AS relation, count(*) AS n WITH collect({relation: relation, n: n}) AS rows, sum(n) AS total UNWIND rows AS row RETURN row.relation AS relation, round(100.0 * row.n / total, 1) AS percent ORDER BY relation;
MATCH (a:Actor)-[s:SUPPLIES]->(b:Actor) WITH a, b ORDER BY b.name DESC WITH a, collect(DISTINCT b.name)[0..2] AS first RETURN a.name AS name, first ORDER BY name;
MATCH (a:Actor) WITH *, size(a.name) AS length ORDER BY length DESC, a.name LIMIT 2 RETURN a.name AS name, length ORDER BY name;

// UNWIND, lists, maps, CASE
UNWIND [[1, 2], [3]] AS list UNWIND list AS x WITH x WHERE x > 1 RETURN collect(x) AS xs, sum(x) AS sum;
UNWIND [3, 1, 2.5, null, 1.0] AS x RETURN x ORDER BY x DESC;
UNWIND range(0, 4) AS i WITH i, i * i AS square WHERE square % 2 = 0 RETURN i, square ORDER BY i;
RETURN [x IN range(1, 9, 2) WHERE x > 3 | x * 2] AS list, reduce(s = '', x IN ['a', 'b'] | s + x) AS text, [1, 2, 3][-1] AS last, [1, 2, 3][1..] AS rest, head([]) AS none;
RETURN any(x IN [1, 2] WHERE x > 1) AS a, all(x IN [] WHERE x) AS b, none(x IN [1] WHERE x = 2) AS c, single(x IN [1, 1] WHERE x = 1) AS d;
MATCH (a:Assertion) RETURN CASE WHEN a.quantity IS NULL THEN 'none' WHEN a.quantity >= 1000 THEN 'many' ELSE 'few' END AS size, CASE a.modality WHEN 'denied', 'suspected' THEN 'doubt' ELSE 'word' END AS sort, count(*) AS number ORDER BY size, sort;
MATCH (a:Actor {id: 'iran'}) RETURN a {.id, .name, kinds: [a.kind], sum: 1 + 1} AS map, a['name'] AS name, keys({b: 1}) AS keys;
WITH {a: {b: [1, {c: 2}]}} AS m RETURN m.a.b[1].c AS x, m['a']['b'][0] AS y, m.z AS z;

// text and regular expressions
MATCH (a:Actor) WHERE a.name =~ $pattern OR a.name CONTAINS 'Works' RETURN a.name AS name ORDER BY name;
MATCH (a:Actor) WHERE NOT a.name STARTS WITH 'I' XOR a.kind = 'person' RETURN a.name AS name ORDER BY name;
RETURN toUpper('ä') AS u, trim(' x ') AS t, replace('aba', 'a', 'c') AS r, split('a,b', ',') AS s, substring('hello', 1, 3) AS sub, left('ab', 1) + right('ab', 1) AS ends, reverse('abc') AS back, size('äöü') AS size;
RETURN 'it\'s' AS a, "double \"quoted\"" AS b, 'ü\u00e4' AS c, 'a' + 1 AS d, toString(1.5) AS e, toInteger('7') AS f, toInteger('x') AS g, toFloat('1.5') AS h;

// numbers
RETURN 7 / 2 AS a, -7 / 2 AS b, -7 % 3 AS c, 2 ^ 3 AS d, round(2.5) AS e, round(-2.5) AS f, round(3.14159, 2) AS g, floor(-1.5) AS h, 1_000 AS i, 0x1F AS j, 1 = 1.0 AS k;

// days and times
MATCH (t:Article) WHERE size(t.published) = 10 RETURN date(t.published).year AS year, date(t.published).month AS month, count(*) AS number ORDER BY year, month;
MATCH (t:Article) WHERE size(t.published) = 10 AND date(t.published) >= date($since) RETURN t.title AS title, date(t.published) AS day, duration.inDays(date(t.published), date('2025-12-31')).days AS left ORDER BY day, title;
MATCH (t:Article) WHERE size(t.published) = 10 WITH date.truncate('quarter', date(t.published)) AS quarter, count(*) AS number RETURN quarter, quarter.quarter AS number_of_it, number ORDER BY quarter;
MATCH (t:Article) RETURN t.published AS published, t.published_on AS day, t.published_on.year AS year, t.loaded_at AS loaded, t.loaded_at > datetime('2025-01-01T00:00:00Z') AS late ORDER BY t.published, t.id;
MATCH (a:Assertion) WHERE a.when_start IS NOT NULL RETURN a.when_start AS first, toString(a.when_start) AS text, a.when_start + duration('P1M') AS later, duration.between(a.when_start, a.when_end) AS span, a.when_start.month AS month, a AS whole ORDER BY first, a.id;
MATCH (a:Assertion) RETURN max(a.when_start) AS last, count(DISTINCT a.when_start) AS days, [d IN collect(a.when_end) WHERE d > date('2024-01-01')][0] IS NULL AS none;
MATCH (a:Assertion) WHERE a.when_start >= date($since) OR a.when_end IS NULL AND a.when_start IS NOT NULL RETURN a.`when` AS time, a.when_start AS first, a.when_end AS last ORDER BY first, time;
RETURN date('2024-01-31') + duration('P1M') AS a, date('2024-03-01') - duration({days: 1}) AS b, duration.between(date('2024-01-01'), date('2025-03-04')) AS c, duration('P1Y2M3DT4H') AS d, duration({months: 14}).years AS e;
RETURN datetime('2024-05-06T07:08:00Z') AS a, datetime('2024-05-06T07:08:09.5+02:00') AS b, localdatetime('2024-05-06T07:08') AS c, datetime('2024-05-06T07:08:09[Europe/Berlin]') AS d, date('2024-02') AS e, date('2024-W05') AS f;
RETURN date('2024-05-06') IN [date('2024-05-06')] AS a, [date('2024-05-06')] AS b, {d: datetime({epochSeconds: 0})} AS c, date('2024-05-06') < date('2024-06-05') AS d, datetime('2024-05-06T00:00:00Z').epochSeconds AS e;

// subqueries
MATCH (c:Claim) WHERE EXISTS { (c)<-[:ABOUT]-(:Assertion {modality: 'denied'}) } RETURN c.id AS id ORDER BY id;
MATCH (c:Claim) WHERE NOT EXISTS { MATCH (c)<-[:ABOUT]-(a:Assertion) WHERE NOT EXISTS { (a)-[:ATTRIBUTED_TO]->() } } RETURN c.id AS id ORDER BY id;
MATCH (a:Actor) RETURN a.name AS name, COUNT { (a)-[:SUPPLIES]->() } AS out, COUNT { MATCH (a)<-[s:SUPPLIES]-() WHERE s.origins > 1 } AS well ORDER BY out DESC, name;
MATCH (a:Actor {kind: 'state'}) RETURN a.name AS name, COLLECT { MATCH (a)-[:SUPPLIES]->(b) RETURN DISTINCT b.name ORDER BY b.name } AS takers ORDER BY name;
MATCH (a:Actor) CALL (a) { MATCH (a)-[s:SUPPLIES]->(b) RETURN b.name AS taker, s.origins AS origins ORDER BY origins DESC, s.claim LIMIT 1 } RETURN a.name AS name, taker, origins ORDER BY name;
MATCH (a:Actor) CALL (a) { MATCH (a)-[s:SUPPLIES]->(b) RETURN count(s) > 1 AS many } RETURN many, count(*) AS number ORDER BY many;
MATCH (a:Actor {kind: 'state'}) CALL (a) { MATCH (a)-[:SUPPLIES]->(b) RETURN b UNION MATCH (a)<-[:SUPPLIES]-(b) RETURN b } RETURN a.id AS id, count(b) AS partners ORDER BY id;
MATCH (a:Actor) WHERE (a)-[:SUPPLIES]->() AND NOT (a)<-[:SUPPLIES]-() RETURN a.name AS name ORDER BY name;
MATCH (a:Actor) RETURN a.name AS name ORDER BY size([(a)-[:SUPPLIES]->(b) | b]) DESC, name;

// pages, unions, parameters, names
MATCH (a:Actor) RETURN a.name AS name ORDER BY name SKIP 2 LIMIT $limit;
MATCH (a:Actor) RETURN a.name AS name ORDER BY name OFFSET 1 LIMIT toInteger($limit) + 1;
MATCH (a:Actor) RETURN a.name AS name UNION ALL MATCH (i:Item) WHERE i.generic RETURN i.name AS name;
MATCH (a:Actor {name: $name}) RETURN a.kind AS kind UNION MATCH (a:Actor {id: $map.id}) RETURN a.kind AS kind;
MATCH (a:Actor) WHERE a.id IN $ids RETURN a.id AS id, $map AS map, $ids[0] AS first, size($ids) AS size ORDER BY id;
MATCH (a:Actor {id: $map.id}) RETURN a.name AS `der Name`, a.kind AS `a b`;
MATCH (e:Actor|Item|Place WHERE e.name STARTS WITH 'A') RETURN labels(e) AS labels, e.name AS name ORDER BY name;
MATCH (n:Alias {key: 'dvrk'})-[:ALIAS_OF]->(e) RETURN e.id AS id;
CYPHER 5 MATCH (a:Actor) RETURN count(a) AS number;
MATCH (a:Actor {id: 'iran'}) /* count(*) > 1 */ RETURN a.name AS name; // the end

// what is null in a pattern meets nothing
MATCH (a:Actor) OPTIONAL MATCH (a)-[:PART_OF]->(n) OPTIONAL MATCH (a)-[s:SUPPLIES]->(n) RETURN count(s) AS number, count(*) AS rows;
MATCH (a:Actor) OPTIONAL MATCH (a)-[:PART_OF]->(n) OPTIONAL MATCH (c:Claim)-[:SUBJECT]->(a), (c)-[:RECIPIENT]->(n) WHERE c.origins > 0 RETURN count(c) AS number, count(*) AS rows;
MATCH (a:Actor) OPTIONAL MATCH (a)-[r:PART_OF]->() OPTIONAL MATCH (a)-[r]->(b) RETURN a.id AS id, b.id AS whole ORDER BY id;
OPTIONAL MATCH (n:Actor {id: 'nobody'}) WITH n MATCH (a:Actor)-[:SUPPLIES]->(n) RETURN count(*) AS number;
OPTIONAL MATCH (n:Actor {id: 'nobody'}) MATCH (n), (b:Item) RETURN count(*) AS number;
OPTIONAL MATCH (n:Actor {id: 'nobody'}) MATCH (a:Actor) WHERE (a)-[:SUPPLIES]->(n) OR NOT (n)-[:SUPPLIES]->(a) RETURN count(a) AS number;
OPTIONAL MATCH (n:Actor {id: 'nobody'}) MATCH (a:Actor {id: 'iran'}) RETURN EXISTS { (a)-[:SUPPLIES]->(n) } AS some, COUNT { MATCH (a)-[:SUPPLIES]->(n) } AS number, size([(a)-[:SUPPLIES]->(n) | 1]) AS size;
OPTIONAL MATCH (n:Actor {id: 'nobody'}) RETURN [(n)-->(m) | m.id] AS all, EXISTS { (n)-->() } AS some;
MATCH (a:Actor) WITH collect(a)[99] AS n MATCH (b:Actor {id: 'iran'}) CALL (n, b) { MATCH (b)-[:SUPPLIES]->(n) RETURN count(*) AS number } RETURN number;
MATCH (a:Actor {id: 'iran'}) OPTIONAL MATCH (a)-[:SUPPLIES]->(b) MATCH (b)<-[:SUPPLIES]-(c), (b)<-[:RECIPIENT]-(d) RETURN count(*) AS number;

// patterns as values
MATCH (a:Actor), (b:Actor {id: 'russia'}) WHERE any(x IN [a] WHERE (x)-[:SUPPLIES]->(b)) RETURN a.id AS id ORDER BY id;
MATCH (a:Actor) WITH a ORDER BY a.id WITH collect(a) AS all RETURN [x IN all WHERE NOT (x)-[:SUPPLIES]->() | x.id] AS ids;
MATCH (a:Actor) RETURN CASE WHEN (a)-[:SUPPLIES]->() THEN 'yes' ELSE 'no' END AS supplies, count(*) AS number ORDER BY supplies;
MATCH (a:Actor) WITH sum(CASE WHEN (a)-[:SUPPLIES]->(:Actor {id: 'russia'}) AND a.kind = 'state' THEN 1 ELSE 0 END) AS number RETURN number;
MATCH (a:Actor) RETURN a.id AS id, NOT (a)-[:SUPPLIES]->() AS nothing, exists((a)<-[:SUPPLIES]-()) AND true AS gets ORDER BY id;
MATCH (a:Actor {id: 'iran'}) RETURN size([p = (a)-[:SUPPLIES*1..2]->(b) WHERE length(p) = 2 | p]) AS two, [p = (a)-[:SUPPLIES]->(b) WHERE all(n IN nodes(p) WHERE n.kind = 'state') | b.id] AS ids;
MATCH (a:Actor {id: 'iran'})-[s:SUPPLIES WHERE s.reported > 0]->{1,3}(b) RETURN count(*) AS ways;
MATCH (a:Actor)-[s:SUPPLIES WHERE s.reported > 0]->+(b {id: 'russia'}) RETURN a.id AS id, [x IN s | x.item] AS items ORDER BY id, items;
MATCH (a:Actor)<-[s WHERE type(s) = 'SUPPLIES']-{1,2}(b) RETURN a.id AS id, b.id AS from ORDER BY id, from;
MATCH (a:Actor) WITH a.id AS id ORDER BY COUNT { (a)-[:SUPPLIES]->(z) } DESC, size([(a)<-[:SUPPLIES]-(z) | z]), id LIMIT 3 RETURN collect(id) AS ids;
MATCH p = ANY (:Actor {id: 'iran'})-[:SUPPLIES]-+(:Actor {id: 'north-korea'}) RETURN length(p) > 0 AS connected;
MATCH p = SHORTEST 1 GROUPS (:Actor {id: 'iran'})-[:SUPPLIES]-+(:Actor {id: 'north-korea'}) RETURN count(p) AS number;
MATCH p = (:Actor {id: 'iran'}) RETURN p, [p] AS list;

// columns
WITH 2 AS b, 1 AS a RETURN *;
MATCH (b:Actor {id: 'iran'}) WITH b, 1 AS a RETURN *, a + 1 AS `c d`, 0 AS _;
UNWIND [2, 1, 2] AS b WITH b, 1 AS a RETURN DISTINCT * ORDER BY b;
MATCH (a:Actor {id: 'iran'}) RETURN a {.id, x: 1}, a.name;
MATCH (a:Actor) WITH a AS where WHERE where.id = 'iran' RETURN where.id AS limit;
MATCH (a:Actor {id: 'iran'}) RETURN size([p = (a)-[:SUPPLIES]->() WHERE length(p) = 1 | p]), NOT (a)-[:PART_OF]->() AND true;
