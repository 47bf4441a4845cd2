UNWIND $rows AS row
MATCH (:Article {id: row.article})-[r:PUBLISHED_BY]->(p:Publisher)
WHERE row.publisher IS NULL OR p.id <> row.publisher
DELETE r
