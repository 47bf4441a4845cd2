UNWIND $rows AS row
MATCH (n:Entity {id: row.id})<-[r:ALIAS_OF]-(k:Alias)
WHERE NOT k.key IN row.keys
DELETE r
RETURN DISTINCT k.key AS key
