UNWIND $claims AS id
MATCH (c:Claim {id: id})-[:SUBJECT|OBJECT|RECIPIENT|LOCATION]->(n:Entity)
RETURN DISTINCT n.id AS id
