// What is read is not locked: only the one who alone writes may count on from it.
UNWIND $claims AS id
MATCH (c:Claim {id: id})
RETURN c.id AS id, c.assertions AS assertions, c.origin_ids AS origin_ids, c.first_reported AS first_reported,
       c.last_reported AS last_reported, c.reported AS reported, c.planned AS planned, c.suspected AS suspected,
       c.requested AS requested, c.denied AS denied
