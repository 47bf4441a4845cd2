// Setting the relation locks the claim: two writers that touch one claim take turns, and the later one
// counts on from what the earlier one has counted.
UNWIND $rows AS row
MERGE (c:Claim {id: row.id})
SET c.relation = row.relation
WITH c, row
WHERE c.assertions IS NOT NULL
RETURN row.id AS id, c.assertions AS assertions, c.origin_ids AS origin_ids, c.first_reported AS first_reported,
       c.last_reported AS last_reported, c.reported AS reported, c.planned AS planned, c.suspected AS suspected,
       c.requested AS requested, c.denied AS denied
