UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:Entity {id: row.entity})
CREATE (c)-[:RECIPIENT]->(n)
RETURN count(*) AS number
