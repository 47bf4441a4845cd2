// BY KEYS ALONE
UNWIND $rows AS row
MATCH (n:Item {id: row.id})
MATCH (parent:Item {id: row.parent})
MERGE (n)-[:KIND_OF]->(parent)
