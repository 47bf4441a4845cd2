UNWIND $ids AS id
MATCH (p:Publisher {id: id})
WHERE NOT (p)<-[:PUBLISHED_BY]-()
WITH p, p.id AS id
DELETE p
RETURN id
