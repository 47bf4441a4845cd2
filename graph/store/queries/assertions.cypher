// New ones: their article is locked, so that nobody else makes them.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (c:Claim {id: row.claim})
CREATE (s:Assertion {id: row.id})
SET s += row.properties
CREATE (a)-[:STATES]->(s)
CREATE (s)-[:ABOUT]->(c)
RETURN count(*) AS number
