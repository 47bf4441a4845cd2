UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
SET c += row.totals
