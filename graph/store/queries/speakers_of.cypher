UNWIND $ids AS id
MATCH (s:Assertion {id: id})-[:ATTRIBUTED_TO]->(n:Entity)
RETURN DISTINCT n.id AS id
