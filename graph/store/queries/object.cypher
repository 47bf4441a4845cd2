// BY KEYS ALONE
UNWIND $rows AS row
MATCH (c:Claim {id: row[0]})
MATCH (n:Entity {id: row[1]})
CREATE (c)-[:OBJECT]->(n)
RETURN count(*) AS number
