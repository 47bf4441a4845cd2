UNWIND $rows AS row
MATCH (n:Item {id: row.id})-[r:KIND_OF]->(parent:Item)
WHERE NOT parent.id IN row.parents
DELETE r
