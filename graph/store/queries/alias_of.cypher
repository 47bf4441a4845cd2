// What the catalogue has of a name replaces what was there; of what texts have, the first in the alphabet stands.
UNWIND $rows AS row
MATCH (k:Alias {key: row.key})
MATCH (n:Entity {id: row.entity})
MERGE (k)-[r:ALIAS_OF]->(n)
WITH row, n, r
WHERE n.provisional IS NULL OR r.text IS NULL OR row.text < r.text
  OR (row.text = r.text AND row.language < r.language)
SET r.text = row.text, r.language = row.language
