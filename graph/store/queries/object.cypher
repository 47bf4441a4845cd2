UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (n:Actor|Item|Place {id: row.entity}) WHERE row.label IN labels(n)
MERGE (c)-[:OBJECT]->(n)
