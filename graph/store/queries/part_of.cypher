// BY KEYS ALONE
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
MATCH (parent:Actor {id: row.parent})
MERGE (n)-[:PART_OF]->(parent)
