// BY KEYS ALONE
// Of new assertions that were made before their claims were known.
UNWIND $rows AS row
MATCH (s:Assertion {id: row[0]})
MATCH (c:Claim {id: row[1]})
CREATE (s)-[:ABOUT]->(c)
RETURN count(*) AS number
