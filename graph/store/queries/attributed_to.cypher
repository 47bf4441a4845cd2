UNWIND $rows AS row
MATCH (s:Assertion {id: row.assertion})
MATCH (n:Actor|Item|Place {id: row.entity}) WHERE row.label IN labels(n)
MERGE (s)-[:ATTRIBUTED_TO]->(n)
