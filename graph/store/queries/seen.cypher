UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a.path = row.path, a.file_hash = row.file_hash
