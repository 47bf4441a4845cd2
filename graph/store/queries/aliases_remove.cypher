UNWIND $keys AS key
MATCH (k:Alias {key: key})
WHERE NOT (k)-[:ALIAS_OF]->()
DELETE k
