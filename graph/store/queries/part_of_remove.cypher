UNWIND $rows AS row
MATCH (n:Actor {id: row.id})-[r:PART_OF]->(parent:Actor)
WHERE NOT parent.id IN row.parents
DELETE r
