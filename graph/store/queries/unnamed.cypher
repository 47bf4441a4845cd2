// Entities that no claim, no assertion and no other entity leads to, and what they are a part or a kind of. Written
// to, and so locked, before it counts: another writer may be about to name them.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE NOT (n)<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION|ATTRIBUTED_TO|PART_OF|KIND_OF]-()
SET n.name = n.name
WITH n
WHERE NOT (n)<-[:SUBJECT|OBJECT|RECIPIENT|LOCATION|ATTRIBUTED_TO|PART_OF|KIND_OF]-()
OPTIONAL MATCH (n)-[:PART_OF|KIND_OF]->(parent)
RETURN n.id AS id, parent.id AS parent
