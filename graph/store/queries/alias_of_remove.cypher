UNWIND $rows AS row
MATCH (n:Actor|Item|Place {id: row.id})<-[r:ALIAS_OF]-(k:Alias)
WHERE row.label IN labels(n) AND NOT k.key IN row.keys
DELETE r
RETURN DISTINCT k.key AS key
