UNWIND $ids AS id
MATCH (p:Publisher {id: id})
WHERE NOT (p)<-[:PUBLISHED_BY]-()
DELETE p
