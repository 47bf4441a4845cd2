UNWIND $rows AS row
MATCH (k:Alias {key: row.key})
MATCH (n:Actor|Item|Place {id: row.entity}) WHERE row.label IN labels(n)
MERGE (k)-[r:ALIAS_OF]->(n)
SET r.text = row.text, r.language = row.language
