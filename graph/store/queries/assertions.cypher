UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (c:Claim {id: row.claim})
MERGE (s:Assertion {id: row.id})
SET s += row.properties
MERGE (a)-[:STATES]->(s)
MERGE (s)-[:ABOUT]->(c)
