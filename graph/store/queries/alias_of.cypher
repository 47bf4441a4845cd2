UNWIND $rows AS row
MATCH (k:Alias {key: row.key})
MATCH (n:Entity {id: row.entity})
MERGE (k)-[r:ALIAS_OF]->(n)
SET r.text = row.text, r.language = row.language
