UNWIND $rows AS row
MATCH (s:Assertion {id: row.assertion})
MATCH (n:Entity {id: row.entity})
CREATE (s)-[:ATTRIBUTED_TO]->(n)
RETURN count(*) AS number
