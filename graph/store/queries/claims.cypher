// BY KEYS ALONE
// Setting the relation locks the claim: two writers that touch one claim take turns, and the later one
// counts on from what the earlier one has counted. A new claim counts what its row has.
UNWIND $rows AS row
MERGE (c:Claim {id: row[0]})
SET c.relation = row[1]
WITH c, row, c.assertions IS NULL AS made
SET c += CASE WHEN made THEN
  {origins: row[2], assertions: row[3], reported: row[4], planned: row[5], suspected: row[6], requested: row[7],
   denied: row[8], first_reported: row[9], last_reported: row[10], origin_ids: row[11]} ELSE {} END
WITH c, made
WHERE NOT made
RETURN c.id AS id, c.assertions AS assertions, c.origin_ids AS origin_ids, c.first_reported AS first_reported,
       c.last_reported AS last_reported, c.reported AS reported, c.planned AS planned, c.suspected AS suspected,
       c.requested AS requested, c.denied AS denied
