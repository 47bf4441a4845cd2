// BY KEYS ALONE
UNWIND $rows AS row
MERGE (p:Publisher {id: row.id})
SET p += row.properties
