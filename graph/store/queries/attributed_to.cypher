// BY KEYS ALONE
UNWIND $rows AS row
MATCH (s:Assertion {id: row[0]})
MATCH (n:Entity {id: row[1]})
CREATE (s)-[:ATTRIBUTED_TO]->(n)
RETURN count(*) AS number
