UNWIND $rows AS row
MERGE (c:Claim {id: row.id})
SET c.relation = row.relation
